import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Does the process run? A zombie that nobody has reaped yet does not count. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  return process.platform !== "linux" || statOf(pid)?.state !== "Z";
}

/** The command line of a process, "" when it cannot be known. */
export function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** The parent of a process, undefined when it cannot be known. */
export function parentOf(pid) {
  try {
    if (process.platform === "linux") return statOf(pid)?.parent;
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return undefined;
  }
}

function statOf(pid) {
  try {
    // The second field is the name in parentheses, and a name may hold spaces and parentheses itself.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** Asks `check` again and again; false when it has not said yes after `milliseconds`. */
export async function waitUntil(check, milliseconds, every = 50) {
  const deadline = performance.now() + milliseconds;
  while (!(await check())) {
    if (performance.now() > deadline) return false;
    await sleep(every);
  }
  return true;
}

/** Sends the signals one after the other, each with its patience in milliseconds, until the process is gone. */
export async function endProcess(pid, signals) {
  for (const [signal, patience] of signals) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitUntil(() => !isAlive(pid), patience)) return;
  }
}
