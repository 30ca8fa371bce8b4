import { afterAll, vi } from "vitest";
import { freshDatabase } from "./database";

// A process runs many files, for which packages are loaded once. Of the application nothing may stay from the file before:
// its modules are evaluated anew, and the environment is again what it was.
const store = globalThis as typeof globalThis & { initialEnvironment?: NodeJS.ProcessEnv };
store.initialEnvironment ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in store.initialEnvironment)) delete process.env[name];
vi.resetModules();

// Before a test file imports anything: the application reads its environment once.
const { urlApp, urlDono, drop } = await freshDatabase();
Object.assign(process.env, store.initialEnvironment, {
  DATABASE_URL: urlApp,
  DATABASE_URL_DONO: urlDono,
  AUTH_SECRET: "um segredo de teste com mais de 32 caracteres",
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  const { closePools } = await import("@/db/client");
  await closePools();
  await drop();
});
