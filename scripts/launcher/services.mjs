import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { STANDALONE } from "./build.mjs";
import { ROOT } from "./config.mjs";
import { endProcess } from "./process.mjs";
import { toolCommand } from "./tools.mjs";

/** What every server process loads first. */
export const PRELOAD = path.join(ROOT, "scripts/preload.mjs");

/** Time to finish what is running, short enough for all to be gone within ten seconds. */
const ENDING = [
  ["SIGTERM", 7500],
  ["SIGKILL", 500],
];

/**
 * What a request leaves behind is collected soon. V8 would else take 440 MB for pages that need 90, and the first number is
 * what a small server has to have; the limit is seven times what is needed.
 */
const MEMORY = ["--max-semi-space-size=8", "--max-old-space-size=640"];

/** The command of the web server; `folder`: another copy of the built server. */
export const webCommand = (folder = STANDALONE) => [
  process.execPath,
  ...MEMORY,
  "--import",
  PRELOAD,
  path.join(folder, "server.js"),
];

/** The command of what shares the requests among the web processes that listen at these ports. */
export const proxyCommand = (ports) => [
  process.execPath,
  "--import",
  PRELOAD,
  path.join(ROOT, "scripts/proxy.mjs"),
  ...ports.map(String),
];

/** The command of the worker, which runs the jobs. */
export const workerCommand = () => toolCommand("worker", [], ["--import", PRELOAD]);

/**
 * Starts a process that ends itself when this one dies: it notices by the channel between the two.
 * @param {string[]} command
 * @param {{ env: Record<string, string | undefined>, log?: string }} options `log`: file that takes the output; without
 * it the terminal does
 */
export function startService([program, ...args], { env, log }) {
  const output = log ? openSync(log, "a") : "inherit";
  // A group of its own: Ctrl-C at the terminal reaches the launcher alone, which ends all in the right order.
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...env, HORA_MARCADA_PID: String(process.pid) },
    stdio: ["ignore", output, output, "ipc"],
    detached: true,
  });
  if (log) closeSync(output);
  const ended = once(child, "exit");
  return {
    pid: child.pid,
    /** Settles with the exit code, null when a signal ended it. */
    exit: ended.then(([code]) => code),
    /** Settles with whether it was ended by force, by somebody or by a system short of memory. */
    killed: ended.then(([, signal]) => signal === "SIGKILL"),
    stop: () => endProcess(child.pid, ENDING),
  };
}

/** Does the address answer that application and database are ready? */
export function isReady(address) {
  return new Promise((resolve) => {
    const request = http.get(`${address}/api/saude?pronto=1`, { timeout: 3000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}
