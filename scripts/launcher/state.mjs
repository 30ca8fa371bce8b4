import { rmSync } from "node:fs";
import path from "node:path";
import { readJson, writePrivate } from "./folder.mjs";
import { isOwner, tryLock } from "./lock.mjs";
import { endProcess, isStill, startsOf, waitUntil } from "./process.mjs";
import { isReady } from "./services.mjs";
import { atEnd } from "./shutdown.mjs";
import { print, UserError } from "./terminal.mjs";

const PATIENCE = 180_000;
const fileOf = (data) => path.join(data, "estado.json");

/**
 * Becomes the one launcher of the data folder. When another one is already there and healthy, the answer is its address;
 * one that is still starting is waited for, and one that died is replaced, after its last processes are gone.
 * @param {string} data
 * @returns {Promise<string | undefined>} the address of the other; undefined when this process is the one
 * @throws {UserError} when the other neither answers nor dies
 */
export async function becomeTheOne(data) {
  let elsewhere, rival;
  const settled = await waitUntil(
    async () => {
      const lock = tryLock(fileOf(data));
      if (lock.mine) {
        const { children = [], starts } = lock.previous ?? {};
        for (const pid of children) await endLeftover(pid, starts?.[pid]);
        return true;
      }
      if (lock.owner.pid && lock.owner.pid !== rival) {
        rival = lock.owner.pid;
        if (!lock.owner.address) print(`… Esta pasta já está sendo aberta pelo processo ${rival}; esperando por ele`);
      }
      elsewhere = lock.owner.address && (await isReady(lock.owner.address)) ? lock.owner.address : undefined;
      return Boolean(elsewhere);
    },
    PATIENCE,
    200,
  );
  if (!settled) {
    throw new UserError(`O processo ${rival} ocupa ${data} e não responde. Encerre-o (kill ${rival}) e tente de novo.`);
  }
  if (!elsewhere) atEnd(() => rmSync(fileOf(data), { force: true }));
  return elsewhere;
}

/** Notes for others where this launcher is to be found, and what to end should it be killed. */
export function noteState(data, state) {
  const starts = startsOf(process.pid, ...state.children);
  writePrivate(fileOf(data), JSON.stringify({ pid: process.pid, starts, ...state }));
}

/** The launcher that runs on the folder now, if any. */
export function runningLauncher(data) {
  const owner = readJson(fileOf(data));
  return owner && isOwner(owner) ? owner : undefined;
}

/** They end by themselves when their launcher is gone, but may take a moment that the port is still needed for. */
async function endLeftover(pid, start) {
  if (isStill(pid, start, /server\.js|worker\.mjs|proxy\.mjs|next/)) {
    await endProcess(pid, [
      ["SIGTERM", 5000],
      ["SIGKILL", 1000],
    ]);
  }
}
