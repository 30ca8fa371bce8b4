import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./config.mjs";
import { readJson, writePrivate } from "./folder.mjs";
import { isStill, startsOf } from "./process.mjs";

/**
 * Tries to become the one process that the file names.
 * @param {string} file its content is JSON with the owner's `pid`, its start in `starts`, and whatever the owner adds
 * @returns {{ mine: true, previous: any } | { mine: false, owner: any }} `previous`: what a dead owner left behind
 */
export function tryLock(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, starts: startsOf(process.pid) }), { mode: 0o600 });
  try {
    // A link appears with its content or not at all, so nobody reads half of it.
    linkSync(draft, file);
    return { mine: true, previous: undefined };
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return takeOver(file, draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Only one of many takes the place of a dead owner: whoever makes the turnstile, and it looks again inside. */
function takeOver(file, draft) {
  const turnstile = `${file}.troca`;
  const owner = readJson(file);
  if (owner && isOwner(owner)) return { mine: false, owner };
  try {
    writeFileSync(turnstile, "", { flag: "wx" });
  } catch {
    forgetOld(turnstile);
    return { mine: false, owner: {} };
  }
  try {
    // Its owner may just have ended well and taken it away; then the next try is a first one.
    if (!existsSync(file)) return { mine: false, owner: {} };
    const now = readJson(file);
    if (now && isOwner(now)) return { mine: false, owner: now };
    writePrivate(file, readFileSync(draft, "utf8"));
    return { mine: true, previous: now };
  } finally {
    rmSync(turnstile, { force: true });
  }
}

function forgetOld(turnstile) {
  const age = Date.now() - (statSync(turnstile, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
  if (age > 5000) rmSync(turnstile, { force: true });
}

/** Does the process that the content of such a file names still run? */
export const isOwner = ({ pid, starts }) => isStill(pid, starts?.[pid], /\bscripts\/|vitest/);

/** Installs and builds of one project folder happen one after the other: `work` waits for whoever is at it. */
export async function withProjectLock(work) {
  const file = path.join(ROOT, "dist", "em-obras.json");
  mkdirSync(path.dirname(file), { recursive: true });
  while (!tryLock(file).mine) await sleep(200);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
