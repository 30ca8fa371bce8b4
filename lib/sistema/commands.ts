import { lt, sql } from "drizzle-orm";
import * as z from "@/lib/domain/mensagens";
import { chavesIdempotencia, limites, reservas, sessoes } from "@/db/schema";
import { command } from "@/lib/server/command";

/** Deletes what has run out: counters of tries, holds of places, keys of sent forms after a day, sessions that ended 90 days ago. */
export const limparVencidos = command({
  act: "sistema.limpeza",
  input: z.strictObject({}),
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
