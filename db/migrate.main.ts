import { migrate } from "./migrate";

const { DATABASE_URL: app, DATABASE_URL_DONO: dono = app } = process.env;

try {
  if (!app || !dono) throw new Error("defina DATABASE_URL");
  await migrate({ dono, app });
} catch (error) {
  const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error;
  process.stderr.write(`Não foi possível atualizar o banco de dados: ${String(reason)}\n`);
  process.exitCode = 1;
}
