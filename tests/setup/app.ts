import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ensureBuild, STANDALONE } from "@/scripts/launcher/build.mjs";
import { run, tail } from "@/scripts/launcher/command.mjs";
import { childEnvironment } from "@/scripts/launcher/environment.mjs";
import { freePort } from "@/scripts/launcher/ports.mjs";
import { isAlive, waitUntil } from "@/scripts/launcher/process.mjs";
import { isReady, startService, webCommand } from "@/scripts/launcher/services.mjs";
import { toolCommand } from "@/scripts/launcher/tools.mjs";
import { freshDatabase } from "./database";

type Options = {
  /** Without the demo company: only what the migrations put there. */
  vazio?: boolean;
  /** What the server's environment says besides, or instead. */
  env?: Record<string, string>;
  /** A copy of the built server in which nothing runs before the pages and routes. */
  semProxy?: boolean;
  /** Changes a copy of the built server, in this folder, before it starts. */
  altera?: (folder: string) => Promise<void>;
};

/**
 * The production build of the application on a database and a port of its own, without worker.
 *
 * @returns its address, its process, the database's connection URLs and how to end it; it also ends with the test
 *   process
 * @throws with the last lines of its log when it does not answer within a minute
 */
export async function startApp({ vazio = false, env = {}, semProxy = false, altera }: Options = {}) {
  const dir = await mkdtemp(path.join(os.tmpdir(), "hora-marcada-app-"));
  const log = path.join(dir, "app.log");
  await ensureBuild(log);
  const { urlApp, urlDono, drop } = await freshDatabase();
  const host = "127.0.0.1";
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const environment = {
    ...childEnvironment({ host, port, data: dir }, { urlApp, urlDono }, { ...process.env, NEXTAUTH_URL: url }),
    LOG_LEVEL: "info",
    ...env,
  };
  if (!vazio) await run(toolCommand("demo", ["--se-vazio"]), { env: environment, log });

  const folder = semProxy || altera ? path.join(dir, "standalone") : STANDALONE;
  if (folder !== STANDALONE) await copyServer(folder);
  if (semProxy) await removeProxy(folder);
  await altera?.(folder);
  const server = startService(webCommand(folder), { env: environment, log });
  const stop = async () => {
    await server.stop();
    await drop();
    await rm(dir, { recursive: true, force: true });
  };
  await waitUntil(async () => !isAlive(server.pid) || (await isReady(url)), 60_000);
  if (!(await isReady(url))) {
    const reason = tail(log);
    await stop();
    throw new Error(`O servidor de teste não respondeu:\n${reason}`);
  }
  return { url, urlApp, urlDono, log, pid: server.pid, stop };
}

/** The packages, which nobody changes, are half of its files and stay where they are. */
async function copyServer(folder: string) {
  const packages = path.join(STANDALONE, "node_modules");
  const filter = (source: string) => source !== packages;
  await cp(STANDALONE, folder, { recursive: true, verbatimSymlinks: true, filter });
  await symlink(packages, path.join(folder, "node_modules"));
}

async function removeProxy(folder: string) {
  const manifest = path.join(folder, ".next/server/functions-config-manifest.json");
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, "utf8")), functions: {} }));
}
