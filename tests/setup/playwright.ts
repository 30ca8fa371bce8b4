import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { openEmbedded } from "../../scripts/launcher/database.mjs";
import { readOrMakeSecret } from "../../scripts/launcher/folder.mjs";
import { freePort } from "../../scripts/launcher/ports.mjs";
import { isReady } from "../../scripts/launcher/services.mjs";
import { waitUntil } from "../../scripts/launcher/process.mjs";

/**
 * The whole application through its own launcher, on a data folder and a port of its own.
 *
 * @param args what `npm start` is given besides
 * @returns its address, its database as the application's role sees it, what signs its sessions, and how to end it
 */
export const openCompany = (...args: string[]) => openCompanyIn({}, ...args);

/** The same in an environment that says more. */
export async function openCompanyIn(more: Record<string, string>, ...args: string[]) {
  const dir = await mkdtemp(path.join(os.tmpdir(), "hora-marcada-e2e-"));
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  // Named though empty, so that a developer's `.env` does not name the database of a real company.
  const own = { DADOS: dir, PORT: port, HOST: "", DATABASE_URL: "", DATABASE_URL_DONO: "", NEXTAUTH_URL: url };
  const env = { ...process.env, ...own, AUTH_SECRET: "", ...more };
  const launcher = spawn(process.execPath, ["scripts/start.mjs", ...args], { env, stdio: "pipe" });
  const said: unknown[] = [];
  for (const output of [launcher.stdout, launcher.stderr]) output.on("data", (text) => said.push(text));
  const ended = once(launcher, "exit");
  const stop = async () => {
    launcher.kill("SIGTERM");
    await ended;
    await rm(dir, { recursive: true, force: true });
  };

  await waitUntil(async () => launcher.exitCode !== null || (await isReady(url)), 180_000, 250);
  if (!(await isReady(url))) {
    await stop();
    throw new Error(`A aplicação não abriu:\n${said.join("")}`);
  }
  const { urlApp } = await openEmbedded({ dir });
  return { url, urlApp, secret: readOrMakeSecret(dir), stop };
}

/** The company that all browser tests share; they find it in E2E_URL, E2E_URL_APP and E2E_SEGREDO. */
export default async function setup() {
  const { url, urlApp, secret, stop } = await openCompany();
  Object.assign(process.env, { E2E_URL: url, E2E_URL_APP: urlApp, E2E_SEGREDO: secret });
  return stop;
}
