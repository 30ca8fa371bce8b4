import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commandOf, endProcess, isAlive } from "../process.mjs";

/**
 * The server that runs on the cluster, as its own postmaster.pid says; undefined when none does.
 * @param {string} home its real folder @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
export function runningServer(home) {
  const file = path.join(home, "postmaster.pid");
  const lines = readLines(file);
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return undefined;
  // No other process is started with it, be it another server or a child of this one.
  if (`${commandOf(pid)} `.includes(` -D ${home} `)) {
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  }
  // After a reboot the number may be a stranger's, and PostgreSQL would refuse to start for ever. An impossible number
  // keeps its other check alive, which a deleted file would lose: are there old processes on this cluster's memory?
  writeFileSync(file, [2 ** 31 - 1, ...lines.slice(1)].join("\n"));
  return undefined;
}

function readLines(file) {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Ends the server, and its sessions with it: what is committed is safe, what is open is rolled back. */
export const endServer = (pid) =>
  endProcess(pid, [
    ["SIGINT", 4000],
    ["SIGQUIT", 2000],
    ["SIGKILL", 500],
  ]);
