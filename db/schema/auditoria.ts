import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The trail. Written by the trigger `auditar` and the function `registrar_ato` alone; the application may only read. */
export const logAuditoria = pgTable(
  "log_auditoria",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    em: instant()
      .notNull()
      .default(sql`clock_timestamp()`),
    atorTipo: text().notNull(),
    atorId: bigint({ mode: "number" }),
    ato: text().notNull(),
    area: text()
      .notNull()
      .generatedAlwaysAs(sql`split_part(ato, '.', 1)`),
    operacao: text({ enum: ["criacao", "alteracao", "exclusao", "ato"] }).notNull(),
    entidade: text(),
    entidadeId: bigint({ mode: "number" }),
    /** Column to value, only what changed, secrets masked. */
    antes: jsonb().$type<Record<string, unknown>>(),
    depois: jsonb().$type<Record<string, unknown>>(),
    requisicao: text(),
  },
  (t) => [
    index("log_auditoria_em").on(t.em, t.id),
    index("log_auditoria_pessoa").on(t.atorId, t.em, t.id),
    // Without it the count of a person's acts in one area reads the whole trail.
    index("log_auditoria_pessoa_area").on(t.atorId, t.area, t.em, t.id),
    index("log_auditoria_ator").on(t.atorTipo, t.em, t.id),
    index("log_auditoria_area").on(t.area, t.em, t.id),
    index("log_auditoria_ato").on(t.ato, t.em, t.id),
    index("log_auditoria_registro").on(t.entidade, t.entidadeId, t.em, t.id),
    index("log_auditoria_excluidos")
      .using("gin", sql`sem_acento(${t.antes} ->> 'nome') gin_trgm_ops`)
      .where(sql`operacao = 'exclusao'`),
  ],
);
