/** Numbers from `from` to `to` (both included) that were given out but not seen yet, and since when. */
type Gap = { from: number; to: number; since: number };

/**
 * Which numbers of a sequence were seen. They are given out before their transaction ends, so a smaller one may appear
 * after a greater one, or never.
 */
export type Seen = { newest: number; gaps: readonly Gap[] };

const LONGEST_MS = 10 * 60_000;
const MOST = 500;

/** What was seen together with `ids`, which are in order and new. Old gaps are given up. @param now milliseconds */
export function see({ newest, gaps }: Seen, ids: readonly number[], now: number): Seen {
  const open: Gap[] = gaps.filter(({ since }) => now - since < LONGEST_MS);
  let last = newest;
  for (const id of ids) {
    if (id > last) {
      if (id > last + 1) open.push({ from: last + 1, to: id - 1, since: now });
      last = id;
      continue;
    }
    const at = open.findIndex(({ from, to }) => from <= id && id <= to);
    const gap = open[at];
    if (!gap) continue;
    const parts = [
      { ...gap, to: id - 1 },
      { ...gap, from: id + 1 },
    ];
    open.splice(at, 1, ...parts.filter(({ from, to }) => from <= to));
  }
  return { newest: last, gaps: open.slice(-MOST) };
}
