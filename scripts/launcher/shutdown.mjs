import { commandOf, parentOf } from "./process.mjs";
import { fail, print, UserError } from "./terminal.mjs";

const cleanups = [];
let ending;

/** Runs `cleanup` when the launcher ends, the newest first; the answer takes it off the list again. */
export function atEnd(cleanup) {
  cleanups.push(cleanup);
  return () => {
    const at = cleanups.indexOf(cleanup);
    if (at >= 0) cleanups.splice(at, 1);
  };
}

/** Ends all that was started, once, however often it is asked for, and then this process. */
export function end(code = 0) {
  ending ??= (async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await Promise.resolve(cleanup()).catch(() => {});
    process.exit(code);
  })();
  return ending;
}

export const isEnding = () => ending !== undefined;

/** Ends everything and exits with 1, with a sentence for the expected and the stack for the unexpected. */
export async function endWith(error) {
  if (isEnding()) return ending;
  fail(error instanceof UserError ? error.message : `Isto não devia acontecer: ${error?.stack ?? error}`);
  return end(1);
}

/** From here on Ctrl-C, a closed terminal, SIGTERM and the death of `npm` end everything. */
export function listenForEnd() {
  // npm passes on the Ctrl-C that the whole group already got: only the first one says something.
  const stop = () => {
    if (!isEnding()) print("\nEncerrando…");
    end(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  process.on("uncaughtException", endWith);
  process.on("unhandledRejection", endWith);
  if (process.env.npm_lifecycle_event) watchParents(stop);
}

function watchParents(stop) {
  const parent = process.ppid;
  // Some shells stay between npm and this process, and outlive npm without passing signals on.
  const grandparent = /^\S*sh( |$)/.test(commandOf(parent)) ? parentOf(parent) : undefined;
  const orphaned = () => process.ppid !== parent || (grandparent && parentOf(parent) !== grandparent);
  setInterval(() => orphaned() && stop(), 1000).unref();
}
