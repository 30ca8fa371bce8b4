import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Names the time since the machine was last switched on, from which Linux counts. */
const BOOT = "/proc/sys/kernel/random/boot_id";

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
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** When a process started, in words that no other one with its number shares; undefined when it cannot be known. */
export function startOf(pid) {
  try {
    if (process.platform === "linux") return statOf(pid) && `${readFileSync(BOOT, "utf8").trim()} ${statOf(pid).ticks}`;
    // The same words wherever it is asked from.
    const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env }).trim();
  } catch {
    return undefined;
  }
}

/** The starts of processes by their numbers, to be noted beside these. */
export const startsOf = (...pids) => Object.fromEntries(pids.map((pid) => [pid, startOf(pid)]));

/**
 * Does the process that was noted still run? Its number may belong to a stranger by now.
 * @param {number} pid
 * @param {string | undefined} start what `startOf` said of it then
 * @param {RegExp} ours what its command looks like, for a note of earlier versions, which had no starts
 */
export function isStill(pid, start, ours) {
  return isAlive(pid) && (start ? startOf(pid) === start : ours.test(commandOf(pid)));
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
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], parent: Number(fields[1]), ticks: fields[19] };
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
