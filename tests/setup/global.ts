import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { prepareDatabase, prepareRoles } from "@/scripts/launcher/postgres/roles.mjs";
import { startPostgres } from "@/scripts/launcher/postgres/server.mjs";
import { isAlive } from "@/scripts/launcher/process.mjs";
import { ROLES, TEMPLATE, type TestServer } from "./database";

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** One PostgreSQL for all test files, with a migrated database that each of them gets a copy of. */
export default async function setup(project: TestProject) {
  const dir = await mkdtemp(path.join(os.tmpdir(), "hora-marcada-testes-"));
  const { pid, port, superUrl, passwords, stop } = await startPostgres({ dir, fast: true });
  // A run that is interrupted skips what is returned here, and nobody would end the server.
  process.once("exit", () => {
    if (isAlive(pid)) process.kill(pid, "SIGQUIT");
    rmSync(dir, { recursive: true, force: true });
  });
  const server: TestServer = { port, superUrl, passwords, log: path.join(dir, "log/postgres.log") };
  await prepareRoles(server, ROLES);
  const { urlApp, urlDono } = await prepareDatabase(server, { ...ROLES, database: TEMPLATE });
  await migrate({ dono: urlDono, app: urlApp });
  project.provide("server", server);

  return stop;
}
