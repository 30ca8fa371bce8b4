import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { expect, onTestFinished } from "vitest";
import { ROOT } from "@/scripts/launcher/config.mjs";
import { openEmbedded } from "@/scripts/launcher/database.mjs";
import { freePort } from "@/scripts/launcher/ports.mjs";
import { isAlive, waitUntil } from "@/scripts/launcher/process.mjs";
import { endServer, runningServer } from "@/scripts/launcher/postgres/pid-file.mjs";

type Options = {
  /** The project's folder. */
  project?: string;
  env?: Record<string, string>;
  args?: string[];
  nodeArgs?: string[];
  /** Through `npm start`, as people do it. */
  npm?: boolean;
  /** The user that it runs as, when the tests run as root. */
  uid?: number;
};

/** A folder that is gone after the test, with the database that may still run in it. */
export function temporaryFolder(base = os.tmpdir()) {
  const folder = realpathSync(mkdtempSync(path.join(base, "hora-marcada-lancador-")));
  chmodSync(folder, 0o755);
  onTestFinished(async () => {
    for (const place of [path.join(folder, "pg"), path.join(folder, ".data/pg")].filter((one) => existsSync(one))) {
      const home = realpathSync(place);
      const server = runningServer(home);
      if (server) await endServer(server.pid);
      // Root's database may live elsewhere, behind a link.
      if (home !== place) rmSync(path.dirname(home), { recursive: true });
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes a file, and the folders above it: text as it is, anything else as JSON. @returns its path */
export function write(folder: string, file: string, content: unknown) {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
  return place;
}

/** A copy of the project as it is now, as git would hand it to somebody: no packages, no build, no data. */
export function cloneProject(folder: string) {
  const files = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" });
  const present = files
    .split("\0")
    .filter((file) => file && readdirSync(path.dirname(path.join(ROOT, file))).includes(path.basename(file)));
  for (const file of present) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(folder, file));
  }
}

/**
 * Runs the launcher, on a free port of its own unless the environment names one.
 *
 * @returns the address it will have, what it said so far, its end, and how to wait until it is open
 */
export async function launch({ project = ROOT, env = {}, args = [], nodeArgs = [], npm = false, uid }: Options) {
  const port = env.PORT ?? String(await freePort());
  // Named though empty, so that nothing of the test's own environment or of a developer's `.env` shines through.
  const nothing = {
    DATABASE_URL: "",
    DATABASE_URL_DONO: "",
    AUTH_SECRET: "",
    HOST: "",
    NEXTAUTH_URL: "",
    NODE_ENV: "",
  };
  const script = path.join(project, "scripts/start.mjs");
  const [program, ...rest] = npm ? ["npm", "start"] : [process.execPath, ...nodeArgs, script, ...args];
  const child = spawn(program!, rest, {
    cwd: project,
    env: { ...process.env, ...nothing, PORT: port, ...env } as NodeJS.ProcessEnv,
    uid,
    gid: uid,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const output of [child.stdout, child.stderr]) output.on("data", (text) => (said += text));
  const end = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await end;
  });
  return {
    pid: child.pid!,
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    end,
    async opened() {
      await waitUntil(() => said.includes("Ctrl-C encerra") || child.exitCode !== null, 280_000);
      if (child.exitCode !== null) throw new Error(`Não abriu:\n${said}`);
    },
  };
}

/** What runs for a data folder: the launcher, web and worker that it noted, and the database. */
export function running(data: string): number[] {
  const read = (file: string) => {
    try {
      return readFileSync(path.join(data, file), "utf8");
    } catch {
      return "";
    }
  };
  const { pid, children = [] } = JSON.parse(read("estado.json") || "{}");
  return [pid, ...children, Number(read("pg/postmaster.pid").split("\n")[0])].filter((one) => one && isAlive(one));
}

/** Rows that somebody wrote into the embedded database, to be looked for after an accident. */
export async function openNotebook(data: string) {
  const { server } = await openEmbedded({ dir: data });
  const client = new Client({ connectionString: server.superUrl });
  client.on("error", () => {});
  await client.connect();
  await client.query("create table if not exists caderno (numero int primary key)");
  return client;
}

/** The sentences with which a launcher gives up. */
export const oneSentence = (said: string) =>
  said
    .trim()
    .split("\n")
    .filter((line) => line.startsWith("✗"));

/** Starts what has to be refused in one sentence, leaving nothing behind. @returns the sentence */
export async function refused(options: Options, data: string) {
  const launcher = await launch(options);
  expect(await launcher.end).toBe(1);
  const [sentence, ...others] = oneSentence(launcher.said());
  expect(others).toEqual([]);
  expect(launcher.said()).not.toMatch(/\bat .*:\d+:\d+/);
  expect(running(data)).toEqual([]);
  return sentence;
}
