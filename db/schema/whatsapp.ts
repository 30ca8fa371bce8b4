import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Semana } from "../../lib/domain/expediente";
import { chavesMotivoDePausa, type AssuntoComModelo } from "../../lib/domain/whatsapp";
import { id, instant, stamps } from "./columns";

/** Weekdays from nine to six. */
const COMERCIAL: Semana = [[], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], []];

/** How the company writes on WhatsApp, one row that the installation makes. Secrets are sealed by `lib/server/secrets.ts`. */
export const configuracaoWhatsapp = pgTable(
  "configuracao_whatsapp",
  {
    id: integer().primaryKey().default(1),
    ativo: boolean().notNull().default(false),
    /** Meta's ids of the phone number and of the business account. */
    numeroId: text(),
    contaId: text(),
    tokenCifrado: text(),
    tokenFinal: text(),
    segredoCifrado: text(),
    segredoFinal: text(),
    verificacaoCifrada: text(),
    verificacaoFinal: text(),
    versaoGraph: text().notNull().default("v26.0"),
    nomeAssistente: text().notNull().default("Assistente"),
    /** Empty: the assistant's own. */
    mensagemAbertura: text().notNull().default(""),
    /** When a person answers, by weekday, Sunday first. */
    atendimentoHumano: jsonb().$type<Semana>().notNull().default(COMERCIAL),
    podeMarcar: boolean().notNull().default(true),
    podeRemarcar: boolean().notNull().default(true),
    podeCancelar: boolean().notNull().default(true),
    podeInformarPrecos: boolean().notNull().default(true),
    /** How long before the appointment each reminder leaves. */
    lembretesMinutos: integer().array().notNull().default([1_440, 120]),
    agradecer: boolean().notNull().default(false),
    /** The names of approved templates, by subject. */
    modelos: jsonb().$type<Partial<Record<AssuntoComModelo, string>>>().notNull().default({}),
    /** After so many hours in which neither side writes the assistant has the conversation again. */
    devolverHoras: integer().notNull().default(12),
    /** When nothing leaves by itself, in minutes since midnight; it may go over midnight, and is none when both are equal. */
    silencioDe: integer().notNull().default(1_260),
    silencioAte: integer().notNull().default(480),
    guardarMidiaDias: integer().notNull().default(30),
    respostasProntas: text().array().notNull().default([]),
    ...stamps(),
  },
  (t) => [
    check("configuracao_whatsapp_unica", sql`${t.id} = 1`),
    check("configuracao_whatsapp_numero", sql`${t.numeroId} ~ '^[0-9]{1,32}$' and ${t.contaId} ~ '^[0-9]{1,32}$'`),
    check("configuracao_whatsapp_versao_graph", sql`${t.versaoGraph} ~ '^v[0-9]{1,3}\\.[0-9]$'`),
    check(
      "configuracao_whatsapp_textos",
      sql`char_length(${t.nomeAssistente}) between 1 and 40 and char_length(${t.mensagemAbertura}) <= 1000`,
    ),
    check("configuracao_whatsapp_atendimento", sql`semana_valida(${t.atendimentoHumano})`),
    check(
      "configuracao_whatsapp_lembretes",
      sql`cardinality(${t.lembretesMinutos}) <= 5 and 15 <= all (${t.lembretesMinutos}) and 20160 >= all (${t.lembretesMinutos})`,
    ),
    check("configuracao_whatsapp_modelos", sql`jsonb_typeof(${t.modelos}) = 'object'`),
    check("configuracao_whatsapp_devolver", sql`${t.devolverHoras} between 1 and 168`),
    check(
      "configuracao_whatsapp_silencio",
      sql`${t.silencioDe} between 0 and 1439 and ${t.silencioAte} between 0 and 1439`,
    ),
    check("configuracao_whatsapp_midia", sql`${t.guardarMidiaDias} between 1 and 365`),
    check("configuracao_whatsapp_respostas", sql`cardinality(${t.respostasProntas}) <= 50`),
  ],
);

/** The pace of what leaves, one row: whether it is stopped and why, and from when on the number may send the next. */
export const filaWhatsapp = pgTable(
  "fila_whatsapp",
  {
    id: integer().primaryKey().default(1),
    pausadaMotivo: text({ enum: chavesMotivoDePausa }),
    /** What Meta said, for whoever mends it. */
    pausadaDetalhe: text().notNull().default(""),
    pausadaEm: instant(),
    /** The number may not send before this instant. */
    livreEm: instant().notNull().defaultNow(),
    /** How often in a row the number was told to slow down. */
    freadas: integer().notNull().default(0),
  },
  (t) => [
    check("fila_whatsapp_unica", sql`${t.id} = 1`),
    check("fila_whatsapp_motivo", sql`${t.pausadaMotivo} in ('token', 'politica', 'pagamento', 'numero')`),
    check("fila_whatsapp_pausada", sql`(${t.pausadaMotivo} is null) = (${t.pausadaEm} is null)`),
  ],
);

/** What Meta delivered, as it came, stored before it is answered. As text: JSON of the database knows no NUL. */
export const eventosWhatsapp = pgTable(
  "eventos_whatsapp",
  {
    id: id(),
    corpo: text().notNull(),
    /** SHA-256 of `corpo`, by which a delivery that comes again is known. Null: from before it was kept. */
    resumo: text(),
    recebidoEm: instant().notNull().defaultNow(),
    /** Null: not yet, or what it says could not be read; then `erro` says why. */
    tratadoEm: instant(),
    erro: text(),
  },
  (t) => [
    uniqueIndex("eventos_whatsapp_resumo_unico").on(t.resumo),
    index("eventos_whatsapp_a_tratar")
      .on(t.id)
      .where(sql`tratado_em is null and erro is null`),
  ],
);
