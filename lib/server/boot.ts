import { env } from "./env";
import { stopBeingReady } from "./health";
import { endLive } from "./live";
import { log, safeError } from "./log";

/** Next prints what it catches, and a parser's error quotes the text that it could not read: what is safe remains. */
function quietNext(): void {
  const tell =
    (level: "error" | "warn") =>
    (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      log[level]({ error: error && safeError(error) }, "next");
    };
  Object.assign(console, { error: tell("error"), warn: tell("warn") });
}

/** A wrong environment ends the process with a list, not with the first visitor's error; SIGTERM begins the end. */
export function boot(): void {
  env();
  if (process.env.NODE_ENV === "production") quietNext();
  process.once("SIGTERM", () => {
    stopBeingReady();
    endLive();
  });
}
