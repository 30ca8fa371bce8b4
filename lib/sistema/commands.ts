import { lt, sql } from "drizzle-orm";
import { chavesIdempotencia, limites, reservas, sessoes } from "@/db/schema";
import { recordAct } from "@/lib/server/audit";
import { command } from "@/lib/server/command";
import { backupSchema, nadaSchema } from "./schema";

/** Deletes what has run out: counters of tries, holds of places, keys of sent forms after a day, sessions that ended 90 days ago. */
export const limparVencidos = command({
  act: "sistema.limpeza",
  input: nadaSchema,
  async execute({ tx, now }) {
    const daysAgo = (days: number) => sql`${now.toISOString()}::timestamptz - make_interval(days => ${days})`;
    const ended = sql`coalesce(${sessoes.encerradaEm}, ${sessoes.usadaEm} + interval '30 days')`;
    const removed = [
      await tx.delete(limites).where(lt(limites.expire, now.getTime())),
      await tx.delete(reservas).where(lt(reservas.expiraEm, now)),
      await tx.delete(chavesIdempotencia).where(lt(chavesIdempotencia.criadaEm, daysAgo(1))),
      await tx.delete(sessoes).where(lt(ended, daysAgo(90))),
    ];
    return { apagados: removed.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0) };
  },
});

/** Remembers that a backup was written and lies whole on the disk. */
export const registrarBackup = command({
  act: "sistema.backup",
  input: backupSchema,
  execute: async ({ tx, input }) => recordAct(tx, "sistema.backup", { detalhes: input }),
});

/** Asks the worker for a backup now. */
export const pedirBackup = command({
  act: "sistema.pedir_backup",
  input: nadaSchema,
  async execute({ tx }) {
    await recordAct(tx, "sistema.pedir_backup");
    return {};
  },
  notify: () => [{ tarefa: "backup", chave: "backup" }],
});
