import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tail } from "../command.mjs";
import { logFile, prepareFolder, readJson, writePrivate } from "../folder.mjs";
import { freePort } from "../ports.mjs";
import { isAlive, waitUntil } from "../process.mjs";
import { UserError } from "../terminal.mjs";
import { binariesFor } from "./binaries.mjs";
import { prepareCluster, resetPassword, spawnOptions } from "./cluster.mjs";
import { endServer, runningServer } from "./pid-file.mjs";
import { databaseUser } from "./user.mjs";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  max_wal_size: "512MB",
  log_checkpoints: "off",
  // The details of a refused row are its values: what people typed, and the hash of a password.
  log_error_verbosity: "terse",
};

/** For data that may be lost: a crash of the machine ruins the cluster, and commits do not wait for the disk. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};

// Recovery after a kill replays at most max_wal_size; a dead server may stay in the process table for seconds.
const PATIENCE = 60_000;

// A killed server's last processes still hold its files; they go by themselves.
const PASSING = /lock file|shared memory block/;

/** @typedef {{ port?: number, passwords: { postgres: string, dono: string, app: string } }} Access */

/**
 * Starts the embedded PostgreSQL of a data folder on 127.0.0.1, or adopts the one that an earlier, killed start left
 * running there. The folder keeps the cluster (`pg/`), its log and `banco.json` (port and passwords).
 * @param {{ dir: string, port?: number, fast?: boolean }} options `fast`: for tests, gives up durability
 * @returns {Promise<{ pid: number, port: number, superUrl: string, passwords: Access["passwords"], adopted: boolean,
 *   stop(): Promise<void> }>}
 * @throws {UserError}
 */
export async function startPostgres({ dir, port, fast = false }) {
  prepareFolder(dir);
  const place = path.join(dir, "pg");
  const log = logFile(path.join(dir, "log"), "postgres");
  const user = databaseUser(place);
  const native = binariesFor(user);
  const { access, save, lost } = readAccess(dir, place);
  const home = await prepareCluster({ place, native, user, password: access.passwords.postgres, log });
  if (lost) {
    const running = runningServer(home);
    if (running) await endServer(running.pid);
    await resetPassword({ home, native, user, password: access.passwords.postgres, log });
  }

  const describe = (server, adopted) => ({
    ...server,
    superUrl: urlOf("postgres", access.passwords.postgres, server.port, "postgres"),
    passwords: access.passwords,
    adopted,
    stop: () => endServer(server.pid),
  });
  const deadline = performance.now() + PATIENCE;
  let failures = 0;
  for (let wanted = port ?? access.port; performance.now() < deadline; await sleep(200)) {
    const running = runningServer(home);
    if (running?.ready && (await answers(running.port, access))) return describe(running, true);
    if (running) continue;

    const chosen = await freePort(wanted);
    save({ ...access, port: chosen });
    const begin = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    const pid = await launch({
      home,
      native,
      user,
      log,
      port: chosen,
      settings: fast ? { ...SETTINGS, ...FAST } : SETTINGS,
    });
    if (pid) return describe({ pid, port: chosen }, false);
    const reason = readFileSync(log).subarray(begin).toString();
    if (/could not bind/.test(reason)) wanted = undefined;
    else if (!PASSING.test(reason) && ++failures === 3) break;
  }
  throw new UserError(`O banco não subiu. O motivo está em ${log}:\n${tail(log, 3)}`);
}

export const urlOf = (user, password, port, database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

/** Port and passwords of the folder; `lost` when the cluster is there and they are not. */
function readAccess(dir, place) {
  const file = path.join(dir, "banco.json");
  const save = (access) => writePrivate(file, JSON.stringify(access, null, 2));
  /** @type {Access | undefined} */
  const kept = readJson(file);
  if (kept) return { access: kept, save, lost: false };
  const secret = () => randomBytes(18).toString("hex");
  /** @type {Access} */
  const access = { passwords: { postgres: secret(), dono: secret(), app: secret() } };
  return { access, save, lost: existsSync(path.join(place, "PG_VERSION")) };
}

/** The number of the new server once it accepts connections; undefined when it ended before. */
async function launch({ home, native, user, log, port, settings }) {
  const output = openSync(log, "a");
  const args = [
    "-D",
    home,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  // A group of its own: Ctrl-C at the terminal must not end it before those who use it.
  const options = { ...spawnOptions(user), detached: true, stdio: ["ignore", output, output] };
  const child = spawn(path.join(native, "bin/postgres"), args, options);
  child.on("error", () => {});
  child.unref();
  closeSync(output);
  if (child.pid === undefined) return undefined;
  const settled = () => !isAlive(child.pid) || (runningServer(home)?.pid === child.pid && runningServer(home).ready);
  await waitUntil(settled, PATIENCE);
  return isAlive(child.pid) ? child.pid : undefined;
}

async function answers(port, access) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: urlOf("postgres", access.passwords.postgres, port, "postgres"),
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
