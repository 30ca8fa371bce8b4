import { setTimeout } from "node:timers/promises";

/** A timer of a millisecond that is later than this has waited for somebody else's drawing. */
const ON_TIME_MS = 2.5;
/** So many in a row that are on time: whoever had something to draw has drawn it. */
const QUIET = 4;
/** Where there is always somebody who draws, nobody waits longer. */
const LONGEST_MS = 40;

/**
 * For what is drawn behind a `Suspense` and reads much: lets the frame around it leave first. One thread draws both, and
 * readings that begin at once would keep the browser waiting for its first byte three times as long.
 */
export async function afterShell(): Promise<void> {
  const from = performance.now();
  for (let quiet = 0, last = from; quiet < QUIET && last - from < LONGEST_MS;) {
    await setTimeout(1);
    const now = performance.now();
    quiet = now - last < ON_TIME_MS ? quiet + 1 : 0;
    last = now;
  }
}
