import { setTimeout } from "node:timers/promises";

/** What drawing a frame takes, about. */
const FRAME_MS = 8;

/**
 * For what is drawn behind a `Suspense` and reads much: lets the frame around it leave first. One thread draws both, and
 * readings that begin at once would keep the browser waiting for its first byte three times as long.
 */
export const afterShell = () => setTimeout(FRAME_MS);
