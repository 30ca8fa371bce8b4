import * as z from "@/lib/domain/mensagens";
import {
  id,
  instante,
  linhaObrigatoria,
  linhaOpcional,
  paragrafo,
  registro,
  telefoneOpcional,
} from "@/lib/domain/campos";

/** What a person is told before going on; each is a `ChaveImpedimento` of `lib/domain/impedimentos.ts`. */
const cientes = z.array(z.string().max(40)).max(12);

const duracaoMinutos = z
  .int("Informe a duração, por exemplo 30 ou 1h30.")
  .min(5, "A duração mínima é de 5 minutos.")
  .max(720, "A duração máxima é de 12 horas.");

const servicos = z
  .array(id, "Escolha o serviço.")
  .min(1, "Escolha o serviço.")
  .max(20, "Escolha no máximo 20 serviços.");

/** Whether the client is told by WhatsApp. */
const avisar = z.boolean("Diga se o cliente é avisado.").default(true);

/** One professional's part of a visit. `duracaoMinutos` null: as long as its services take. */
const parteSchema = z.strictObject({
  funcionarioId: z.int("Escolha o profissional.").pipe(id),
  inicio: instante,
  servicos,
  duracaoMinutos: duracaoMinutos.nullable(),
});

const encaixe = z.strictObject({ motivo: linhaObrigatoria(200, "Diga o motivo do encaixe.") }).nullable();

/**
 * A new appointment, or a visit of several professionals. The client is known (`clienteId`), new (`novoCliente`, who is
 * registered along), or nobody by name (both null).
 */
export const agendarSchema = z
  .strictObject({
    clienteId: id.nullable(),
    novoCliente: z
      .strictObject({ nome: linhaObrigatoria(120, "Informe o nome do cliente."), telefone: telefoneOpcional })
      .nullable(),
    atendido: linhaOpcional(120),
    observacoes: paragrafo(1_000),
    partes: z.array(parteSchema).min(1, "Escolha o horário.").max(6, "Uma visita tem no máximo 6 partes."),
    /** Over another appointment, on purpose. */
    encaixe,
    /** A walk-in: whoever it is for is here already. */
    chegou: z.boolean("Diga se o cliente chegou.").default(false),
    avisar,
    cientes,
  })
  .refine(({ clienteId, novoCliente }) => !clienteId || !novoCliente, {
    path: ["clienteId"],
    error: "Escolha um cliente ou cadastre um novo.",
  });

export type AgendarInput = z.input<typeof agendarSchema>;

/** What does not change keeps its value; a visit moves as a whole when its time does. */
export const remarcarSchema = z.strictObject({
  ...registro,
  funcionarioId: id.optional(),
  inicio: instante.optional(),
  servicos: servicos.optional(),
  /** Null: as long as its services take. */
  duracaoMinutos: duracaoMinutos.nullable().optional(),
  encaixe: encaixe.optional(),
  avisar,
  cientes,
});

export type RemarcarInput = z.input<typeof remarcarSchema>;

/** Who it is for and what should be known; not when. */
export const editarAgendamentoSchema = z.strictObject({
  ...registro,
  clienteId: id.nullable(),
  atendido: linhaOpcional(120),
  observacoes: paragrafo(1_000),
});

export const agendamentoRegistroSchema = z.strictObject(registro);

/** Holds places for five minutes, in the name of who asks; earlier ones of theirs are given back. */
export const reservarSchema = z.strictObject({
  partes: z.array(parteSchema).min(1, "Escolha o horário.").max(6, "Uma visita tem no máximo 6 partes."),
  /** Appointments that will leave their places for these. */
  exceto: z.array(id).max(6).default([]),
  /** For whom the machinery holds them. */
  conversaId: id.optional(),
});

export const liberarSchema = z.strictObject({ conversaId: id.optional() });
