import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { UserError } from "../terminal.mjs";

/** @typedef {{ uid?: number, gid?: number }} User */

/**
 * PostgreSQL refuses to run as root: root's runs as the owner of its files or, for new ones, as nobody. Everybody else's
 * runs as themselves.
 * @param {string} cluster folder of the cluster, made already or not
 * @returns {User}
 */
export function databaseUser(cluster) {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(cluster) ? statSync(cluster) : { uid: 0, gid: 0 };
  return owner.uid === 0 ? nobody() : { uid: owner.uid, gid: owner.gid };
}

function nobody() {
  const id = (kind) => Number(execFileSync("id", [kind, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/**
 * May the user pass through every folder above `target`?
 * @param {string} target @param {User} user
 */
export function canReach(target, { uid, gid }) {
  if (uid === undefined) return true;
  const folder = path.dirname(target);
  const { mode, uid: owner, gid: group } = statSync(folder);
  const shift = owner === uid ? 6 : group === gid ? 3 : 0;
  const open = (mode >> shift) & 1;
  return open === 1 && (folder === path.dirname(folder) || canReach(folder, { uid, gid }));
}

/** Hands the files to the user, when there is one to hand them to. */
export function giveTo({ uid, gid }, place) {
  if (uid === undefined || lstatSync(place).uid === uid) return;
  chownSync(place, uid, gid);
  if (statSync(place).isDirectory())
    for (const name of readdirSync(place)) giveTo({ uid, gid }, path.join(place, name));
}

/**
 * A place that every user of this machine can reach, for what root keeps below a closed home.
 * @throws {UserError}
 */
export function openPlace(name) {
  const base = "/var/lib/hora-marcada";
  const place = path.join(base, name);
  try {
    mkdirSync(place, { recursive: true });
    for (const folder of [base, place]) chmodSync(folder, 0o755);
  } catch (error) {
    throw new UserError(
      `Esta pasta é fechada para outros usuários, o banco não roda como root e não consigo criar ${place} ` +
        `(${error.code}). Use DADOS=/caminho numa pasta aberta ou rode com um usuário comum.`,
    );
  }
  return realpathSync(place);
}
