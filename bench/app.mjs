import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ROOT } from "../scripts/launcher/config.mjs";
import { freePort } from "../scripts/launcher/ports.mjs";

/** Starts a command and waits until `url` answers. */
export async function serve(command, { url, cwd = ROOT, env = {} }) {
  const child = spawn(process.execPath, command, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  for (const until = Date.now() + 180_000; Date.now() < until; await new Promise((done) => setTimeout(done, 200))) {
    if (child.exitCode !== null) throw new Error(`${command.join(" ")} ended with ${child.exitCode}`);
    if ((await fetch(url).catch(() => null))?.ok) return { close };
  }
  await close();
  throw new Error(`${url} did not answer`);
}

/** The demo company in its production build, through the launcher, on a data folder and a port of its own. */
export async function openApp() {
  const dir = await mkdtemp(path.join(os.tmpdir(), "hora-marcada-bench-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { DADOS: dir, PORT: String(port), HOST: "", DATABASE_URL: "", DATABASE_URL_DONO: "", NEXTAUTH_URL: url };
  const server = await serve(["scripts/start.mjs"], { url: `${url}/api/saude?pronto=1`, env });
  return {
    url,
    async close() {
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
