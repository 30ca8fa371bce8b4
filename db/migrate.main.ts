import { migrate } from "./migrate";

const app = process.env.DATABASE_URL;
const dono = process.env.DATABASE_URL_DONO || app;

try {
  if (!app || !dono) throw new Error("defina DATABASE_URL");
  await migrate({ dono, app });
} catch (error) {
  const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error;
  process.stderr.write(`Não foi possível atualizar o banco de dados: ${String(reason)}\n`);
  process.exitCode = 1;
}
