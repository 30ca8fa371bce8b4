import { spawn } from "node:child_process";
import { openSync, closeSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { ROOT } from "./config.mjs";
import { endProcess } from "./process.mjs";
import { atEnd } from "./shutdown.mjs";

/**
 * Runs a command to its end in the project's folder and gives its exit code (1 when a signal ended it).
 * It ends with the launcher; where a file takes its output it has a group of its own.
 * @param {string[]} command program and arguments
 * @param {{ env?: Record<string, string | undefined>, log?: string }} options `log`: file that takes the output; without
 * it the terminal does
 */
export async function run([program, ...args], { env = process.env, log } = {}) {
  const output = log ? openSync(log, "a") : "inherit";
  const stdin = log ? "ignore" : "inherit";
  const child = spawn(program, args, { cwd: ROOT, env, stdio: [stdin, output, output], detached: Boolean(log) });
  const target = log ? -child.pid : child.pid;
  const forget = atEnd(() =>
    endProcess(target, [
      ["SIGTERM", 3000],
      ["SIGKILL", 1000],
    ]),
  );
  try {
    const [code] = await once(child, "exit");
    return code ?? 1;
  } finally {
    forget();
    if (log) closeSync(output);
  }
}

/** The last lines of a log file, for a person to see what went wrong. */
export function tail(file, lines = 12) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
}
