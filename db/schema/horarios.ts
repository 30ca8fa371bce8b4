import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { chavesMotivoDeBloqueio, chavesOrigemDeExcecao } from "../../lib/domain/agenda";
import type { Semana, Turno } from "../../lib/domain/expediente";
import { id, instant, stamps } from "./columns";
import { funcionarios } from "./funcionarios";

/**
 * Working hours by weekday: the company's (without a professional), or a professional's own, from one day to another. The
 * constraint `expedientes_periodos` (drizzle/) lets no two periods of one professional overlap.
 */
export const expedientes = pgTable(
  "expedientes",
  {
    id: id(),
    funcionarioId: integer().references(() => funcionarios.id, { onDelete: "restrict" }),
    /** First and last day on which they count; null is without an end. */
    de: date({ mode: "string" }),
    ate: date({ mode: "string" }),
    semana: jsonb().$type<Semana>().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("expedientes_empresa_unico")
      .on(sql`(${t.funcionarioId} is null)`)
      .where(sql`funcionario_id is null`),
    check("expedientes_semana", sql`semana_valida(${t.semana})`),
    check("expedientes_datas", sql`${t.ate} >= ${t.de}`),
    check(
      "expedientes_empresa_sem_datas",
      sql`${t.funcionarioId} is not null or (${t.de} is null and ${t.ate} is null)`,
    ),
  ],
);

/** A day that is not like its weekday: a holiday or the company's own. It goes before the rule of national holidays. */
export const excecoes = pgTable(
  "excecoes",
  {
    id: id(),
    data: date({ mode: "string" }).notNull(),
    /** On the same day of every year. */
    anual: boolean().notNull().default(false),
    nome: text().notNull(),
    origem: text({ enum: chavesOrigemDeExcecao }).notNull(),
    aberto: boolean().notNull(),
    /** When it is open: at which hours; null is as on any such weekday. */
    turnos: jsonb().$type<readonly Turno[]>(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("excecoes_data_unica")
      .on(t.data)
      .where(sql`not anual`),
    uniqueIndex("excecoes_anual_unica")
      .on(sql`extract(month from ${t.data})`, sql`extract(day from ${t.data})`)
      .where(sql`anual`),
    check("excecoes_nome_tamanho", sql`char_length(${t.nome}) between 1 and 80`),
    check("excecoes_origem", sql`${t.origem} in ('nacional', 'estadual', 'municipal', 'empresa')`),
    check("excecoes_turnos", sql`${t.turnos} is null or (${t.aberto} and turnos_validos(${t.turnos}))`),
  ],
);

/** Time in which one professional, or everybody, is not available. Repeating ones are rows of one series. */
export const bloqueios = pgTable(
  "bloqueios",
  {
    id: id(),
    /** Null: everybody. */
    funcionarioId: integer().references(() => funcionarios.id, { onDelete: "restrict" }),
    inicio: instant().notNull(),
    fim: instant().notNull(),
    motivo: text({ enum: chavesMotivoDeBloqueio }).notNull(),
    descricao: text().notNull().default(""),
    serie: uuid(),
    ...stamps(),
  },
  (t) => [
    index("bloqueios_funcionario").on(t.funcionarioId, t.inicio),
    index("bloqueios_inicio").on(t.inicio),
    index("bloqueios_serie").on(t.serie),
    check("bloqueios_ordem", sql`${t.fim} > ${t.inicio} and ${t.fim} <= ${t.inicio} + interval '400 days'`),
    check("bloqueios_motivo", sql`${t.motivo} in ('almoco', 'folga', 'ferias', 'doenca', 'curso', 'outro')`),
    check("bloqueios_descricao_tamanho", sql`char_length(${t.descricao}) <= 200`),
  ],
);
