import { pino } from "pino";

const { LOG_LEVEL = "info" } = process.env;

/**
 * One JSON line per event. What people typed never enters a line: callers pass ids, acts, codes and durations, and what
 * slips in under a known name is removed here.
 */
export const log = pino({
  // pino throws at a level it does not know, before `env` can say so.
  level: LOG_LEVEL === "silent" || LOG_LEVEL in pino.levels.values ? LOG_LEVEL : "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["senha", "token", "telefone", "email", "texto", "cookie", "authorization"].flatMap((k) => [k, `*.${k}`]),
    remove: true,
  },
});

/**
 * An unknown error in a form that is safe to log: names, codes and the places in the code. The message is left out,
 * since a database error's holds the row and a parser's holds the text.
 */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, routine } = error as Error & Record<string, unknown>;
  return {
    name: error.name,
    code,
    constraint,
    table,
    routine,
    stack: error.stack?.split("\n").filter((line) => /^\s+at /.test(line)),
    cause: error.cause === undefined ? undefined : safeError(error.cause),
  };
}
