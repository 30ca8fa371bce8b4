import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { chavesForma, chavesMotivoDeCancelamento, chavesOrigem, chavesSituacao } from "../../lib/domain/agenda";
import { id, instant, stamps } from "./columns";
import { funcionarios } from "./funcionarios";
import { servicos } from "./servicos";
import { usuarios } from "./usuarios";

/**
 * An appointment of one professional. The constraint `sem_sobreposicao` (drizzle/) lets no two of them overlap, unless one
 * is an `encaixe`, was cancelled or missed.
 */
export const agendamentos = pgTable(
  "agendamentos",
  {
    id: id(),
    funcionarioId: integer()
      .notNull()
      .references(() => funcionarios.id, { onDelete: "restrict" }),
    /** Null: a walk-in without a name. */
    clienteId: integer().references(() => usuarios.id, { onDelete: "restrict" }),
    /** Who sits in the chair when it is not the client: "a filha". */
    atendido: text(),
    inicio: instant().notNull(),
    fim: instant().notNull(),
    /** What it needs after its end before the next may begin. */
    preparoMinutos: integer().notNull().default(0),
    /** From when the professional is free again: end plus preparation, or earlier once it is known. */
    livreEm: instant().notNull(),
    situacao: text({ enum: chavesSituacao }).notNull().default("agendado"),
    encaixe: boolean().notNull().default(false),
    encaixeMotivo: text(),
    /** Somebody decided that it stands though the hours or a block say otherwise. */
    foraDoHorario: boolean().notNull().default(false),
    observacoes: text().notNull().default(""),
    origem: text({ enum: chavesOrigem }).notNull(),
    marcadoPorId: integer().references(() => usuarios.id, { onDelete: "restrict" }),
    /** Appointments of one visit share it: moved and cancelled together. */
    visita: uuid(),
    confirmadoEm: instant(),
    chegouEm: instant(),
    concluidoEm: instant(),
    canceladoEm: instant(),
    canceladoMotivo: text({ enum: chavesMotivoDeCancelamento }),
    canceladoDetalhe: text().notNull().default(""),
    /** The sum of its services when it was booked; those priced after a look count nothing. */
    valorCentavos: integer().notNull().default(0),
    /** What was charged in the end. */
    valorFinalCentavos: integer(),
    /** The number of the invoice that was issued elsewhere, as its receipt shows it. */
    notaFiscal: text(),
    ...stamps(),
  },
  (t) => [
    index("agendamentos_funcionario").on(t.funcionarioId, t.inicio),
    index("agendamentos_inicio").on(t.inicio),
    index("agendamentos_cliente").on(t.clienteId, t.inicio),
    index("agendamentos_visita")
      .on(t.visita)
      .where(sql`visita is not null`),
    check(
      "agendamentos_situacao",
      sql`${t.situacao} in ('agendado', 'confirmado', 'concluido', 'cancelado', 'faltou')`,
    ),
    check("agendamentos_origem", sql`${t.origem} in ('painel', 'whatsapp', 'online')`),
    check(
      "agendamentos_ordem",
      sql`${t.fim} > ${t.inicio} and ${t.fim} <= ${t.inicio} + interval '24 hours' and ${t.livreEm} >= ${t.inicio}
          and ${t.livreEm} <= ${t.fim} + interval '24 hours'`,
    ),
    check("agendamentos_preparo", sql`${t.preparoMinutos} between 0 and 1440`),
    check("agendamentos_encaixe", sql`${t.encaixe} = (${t.encaixeMotivo} is not null)`),
    check("agendamentos_encaixe_motivo_tamanho", sql`char_length(${t.encaixeMotivo}) between 1 and 200`),
    check(
      "agendamentos_cancelado",
      sql`(${t.situacao} = 'cancelado') = (${t.canceladoMotivo} is not null)
          and (${t.situacao} = 'cancelado') = (${t.canceladoEm} is not null)`,
    ),
    check(
      "agendamentos_cancelado_motivo",
      sql`${t.canceladoMotivo} in ('cliente_desistiu', 'cliente_doente', 'cliente_remarcara', 'profissional', 'empresa',
          'engano', 'outro')`,
    ),
    check("agendamentos_concluido", sql`(${t.situacao} = 'concluido') = (${t.concluidoEm} is not null)`),
    check("agendamentos_valores", sql`${t.valorCentavos} >= 0 and ${t.valorFinalCentavos} between 0 and 100000000`),
    check(
      "agendamentos_textos",
      sql`char_length(${t.atendido}) between 1 and 120 and char_length(${t.observacoes}) <= 1000
          and char_length(${t.canceladoDetalhe}) <= 200`,
    ),
    check("agendamentos_nota", sql`char_length(${t.notaFiscal}) between 1 and 60`),
  ],
);

/** What is done in an appointment, in order, with the price and the time that were agreed when it was booked. */
export const agendamentoServicos = pgTable(
  "agendamento_servicos",
  {
    id: id(),
    agendamentoId: integer()
      .notNull()
      .references(() => agendamentos.id, { onDelete: "restrict" }),
    ordem: integer().notNull(),
    servicoId: integer()
      .notNull()
      .references(() => servicos.id, { onDelete: "restrict" }),
    duracaoMinutos: integer().notNull(),
    /** Null: priced after a look. */
    precoCentavos: integer(),
    ...stamps(),
  },
  (t) => [
    // It carries what reports read (drizzle/0018).
    uniqueIndex("agendamento_servicos_ordem").on(t.agendamentoId, t.ordem),
    index("agendamento_servicos_servico").on(t.servicoId),
    check("agendamento_servicos_ordem_positiva", sql`${t.ordem} between 1 and 20`),
    check("agendamento_servicos_duracao", sql`${t.duracaoMinutos} between 5 and 720`),
    check("agendamento_servicos_preco", sql`${t.precoCentavos} between 0 and 10000000`),
  ],
);

/** What was paid for an appointment; one may be paid in several ways. */
export const pagamentos = pgTable(
  "pagamentos",
  {
    id: id(),
    agendamentoId: integer()
      .notNull()
      .references(() => agendamentos.id, { onDelete: "restrict" }),
    forma: text({ enum: chavesForma }).notNull(),
    valorCentavos: integer().notNull(),
    recebidoEm: instant().notNull(),
    ...stamps(),
  },
  (t) => [
    // It carries what reports read (drizzle/0018).
    index("pagamentos_agendamento").on(t.agendamentoId),
    index("pagamentos_recebido").on(t.recebidoEm),
    check("pagamentos_forma", sql`${t.forma} in ('dinheiro', 'pix', 'debito', 'credito', 'fiado', 'outro')`),
    check("pagamentos_valor", sql`${t.valorCentavos} between 1 and 100000000`),
  ],
);

/** A place that is held for some minutes while somebody decides. */
export const reservas = pgTable(
  "reservas",
  {
    id: id(),
    funcionarioId: integer()
      .notNull()
      .references(() => funcionarios.id, { onDelete: "restrict" }),
    inicio: instant().notNull(),
    livreEm: instant().notNull(),
    expiraEm: instant().notNull(),
    /** Who holds it: an actor as the trail names it, `usuario:7`, or a conversation, `conversa:12`. */
    dono: text().notNull(),
  },
  (t) => [
    index("reservas_funcionario").on(t.funcionarioId, t.inicio),
    index("reservas_dono").on(t.dono),
    check("reservas_ordem", sql`${t.livreEm} > ${t.inicio}`),
  ],
);

/** How many appointments there are of each professional. Triggers keep it, since counting a million takes too long. */
export const contagens = pgTable("contagens", {
  funcionarioId: integer()
    .primaryKey()
    .references(() => funcionarios.id, { onDelete: "cascade" }),
  agendamentos: integer().notNull(),
});

/** Until when each person has seen what happened in the agenda. */
export const agendaVistas = pgTable("agenda_vistas", {
  usuarioId: integer()
    .primaryKey()
    .references(() => usuarios.id, { onDelete: "restrict" }),
  vistaEm: instant().notNull(),
});
