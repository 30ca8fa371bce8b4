import { sql } from "drizzle-orm";
import { check, date, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { ValoresDoCaixa } from "../../lib/domain/caixa";
import { id, instant, stamps } from "./columns";
import { usuarios } from "./usuarios";

/**
 * The cash of one civil day, counted and closed. While it is closed, the trigger `guardar_caixa` (drizzle/) lets nobody
 * change or take back what was received before.
 */
export const fechamentos = pgTable(
  "fechamentos",
  {
    id: id(),
    dia: date({ mode: "string" }).notNull(),
    /** By form of payment: what was registered, and what was counted. */
    valores: jsonb().$type<ValoresDoCaixa>().notNull(),
    /** Why what was counted is not what was registered. */
    observacao: text().notNull().default(""),
    fechadoEm: instant().notNull(),
    fechadoPorId: integer()
      .notNull()
      .references(() => usuarios.id, { onDelete: "restrict" }),
    /** Null while it is closed. */
    reabertoEm: instant(),
    reabertoMotivo: text(),
    ...stamps(),
  },
  (t) => [
    unique("fechamentos_dia").on(t.dia),
    check("fechamentos_valores", sql`jsonb_typeof(${t.valores}) = 'object'`),
    check("fechamentos_reaberto", sql`(${t.reabertoEm} is null) = (${t.reabertoMotivo} is null)`),
    check(
      "fechamentos_textos",
      sql`char_length(${t.observacao}) <= 500 and char_length(${t.reabertoMotivo}) between 1 and 200`,
    ),
  ],
);
