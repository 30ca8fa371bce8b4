import { afterAll } from "vitest";
import { freshDatabase } from "./database";

// Before a test file imports anything: the application reads its environment once.
const { urlApp, urlDono, drop } = await freshDatabase();
Object.assign(process.env, {
  DATABASE_URL: urlApp,
  DATABASE_URL_DONO: urlDono,
  AUTH_SECRET: "um segredo de teste com mais de 32 caracteres",
  LOG_LEVEL: "silent",
});

afterAll(drop);
