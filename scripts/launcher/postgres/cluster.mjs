import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { tail } from "../command.mjs";
import { isAlive } from "../process.mjs";
import { UserError } from "../terminal.mjs";
import { canReach, giveTo, openPlace } from "./user.mjs";

const MAJOR = "18";

/**
 * The real folder of the cluster that `place` names, made when it is not there yet.
 * @param {{ place: string, native: string, user: import("./user.mjs").User, password: string, log: string }} options
 * `place`: where it belongs, in the data folder; `password`: of the superuser of a new cluster
 * @throws {UserError}
 */
export async function prepareCluster({ place, native, user, password, log }) {
  removeDrafts(path.dirname(place));
  if (existsSync(path.join(place, "PG_VERSION"))) {
    const found = readFileSync(path.join(place, "PG_VERSION"), "utf8").trim();
    if (found !== MAJOR) {
      throw new UserError(
        `O banco de ${place} é do PostgreSQL ${found}, e este é o ${MAJOR}. Use a versão da Hora Marcada que o fez.`,
      );
    }
    const home = canReach(realpathSync(place), user) ? realpathSync(place) : moveOut(place);
    giveTo(user, home);
    return home;
  }
  // A database in a temporary folder would be swept away one day: root's moves to a place that lasts, with a link to it.
  const moved = !canReach(place, user);
  const home = moved ? path.join(openPlace(randomBytes(6).toString("hex")), "pg") : place;
  await initialise({ home, native, user, password, log });
  if (moved) symlinkSync(home, place);
  return realpathSync(home);
}

/** A cluster that was brought below a closed home, e.g. from a backup, follows the others. */
function moveOut(place) {
  const home = path.join(openPlace(randomBytes(6).toString("hex")), "pg");
  cpSync(realpathSync(place), home, { recursive: true });
  chmodSync(home, 0o700);
  rmSync(place, { recursive: true });
  symlinkSync(home, place);
  return realpathSync(home);
}

/** What starts that were killed left of their clusters, and the passwords of these. */
function removeDrafts(folder) {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^pg\.novo-(\d+)/.exec(name)?.[1]);
    if (!pid || (pid !== process.pid && isAlive(pid))) continue;
    // An orphan may still be writing.
    rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

async function initialise({ home, native, user, password, log }) {
  // Made beside and renamed at the end: an interrupted start leaves no half cluster behind.
  const draft = `${home}.novo-${process.pid}`;
  const passwordFile = `${draft}.senha`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(user, draft);
  giveTo(user, passwordFile);
  try {
    const args = ["-D", draft, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
    args.push("--locale=C", "--locale-provider=icu", "--icu-locale=pt-BR", "--no-instructions");
    const code = await runBinary({ native, user, log, program: "initdb", args });
    if (code !== 0) throw new UserError(`Não consegui criar o banco em ${home}. ${tail(log, 3)}`);
    renameSync(draft, home);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Sets the superuser's password of a cluster that nobody serves, for when the file with the passwords was lost. */
export async function resetPassword({ home, native, user, password, log }) {
  const input = `ALTER ROLE postgres PASSWORD '${password}'\n`;
  await runBinary({ native, user, log, program: "postgres", args: ["--single", "-D", home, "postgres"], input });
}

async function runBinary({ native, user, log, program, args, input = "" }) {
  const output = openSync(log, "a");
  const child = spawn(path.join(native, "bin", program), args, {
    ...spawnOptions(user),
    // A group of its own: Ctrl-C at the terminal must not end it half-way.
    detached: true,
    stdio: ["pipe", output, output],
  });
  // One that ended before it read says by its code what became of it.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [code] = await once(child, "exit");
  return code;
}

/** A server of root must not start in a folder that its user cannot see, nor inherit a locale. */
export const spawnOptions = (user) => ({ ...user, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } });
