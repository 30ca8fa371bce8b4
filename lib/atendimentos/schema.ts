import * as z from "@/lib/domain/mensagens";
import { chavesForma, chavesMotivoDeCancelamento } from "@/lib/domain/agenda";
import { id, instante, linha, registro } from "@/lib/domain/campos";

export const atendimentoSchema = z.strictObject(registro);

export const chegouSchema = z.strictObject({ ...registro, chegou: z.boolean("Diga se o cliente chegou.") });

/** Whether the clients are told by WhatsApp. */
const avisar = z.boolean("Diga se o cliente é avisado.").default(true);

/** What a person was told and goes on with. */
const cientes = z.array(z.string().max(40)).max(12);

const centavos = z
  .int("Informe o valor, por exemplo 45,50.")
  .min(0, "O valor não pode ser negativo.")
  .max(100_000_000, "O valor vai até R$ 1.000.000,00.");

/** `valorCentavos` null: as agreed. What was paid may be less than that, or nothing yet, but not more. */
export const concluirSchema = z.strictObject({
  ...registro,
  valorCentavos: centavos.nullable(),
  pagamentos: z
    .array(
      z.strictObject({
        forma: z.enum(chavesForma, "Escolha a forma de pagamento."),
        valorCentavos: centavos.min(1, "Informe o valor."),
      }),
    )
    .max(10, "Use no máximo 10 pagamentos."),
});

export type ConcluirInput = z.input<typeof concluirSchema>;

/** Cancels the appointment, and the rest of its visit with it. */
export const cancelarSchema = z.strictObject({
  ...registro,
  motivo: z.enum(chavesMotivoDeCancelamento, "Escolha o motivo."),
  detalhe: linha(200),
  avisar,
});

export type CancelarInput = z.input<typeof cancelarSchema>;

/** `vistos`: the appointments that the preview showed, as they were then. */
const vistos = z.array(z.strictObject(registro)).min(1, "Não há o que atrasar.").max(100);

/** Everything open of one professional from `de` until the end of that civil day, later by so many minutes. */
export const atrasarSchema = z.strictObject({
  funcionarioId: id,
  de: instante,
  minutos: z.int("Informe os minutos.").min(5, "Atrase pelo menos 5 minutos.").max(480, "Atrase no máximo 8 horas."),
  vistos,
  avisar,
});

/** What `GET /api/agenda/atraso` is asked before. */
export const pedidoDeAtrasoSchema = z.object({
  funcionario: z.coerce.number().pipe(id),
  de: instante,
  minutos: z.coerce.number().pipe(z.int().min(5).max(480)),
});

export const trocarSchema = z
  .strictObject({ um: z.strictObject(registro), outro: z.strictObject(registro), cientes: cientes.default([]), avisar })
  .refine(({ um, outro }) => um.id !== outro.id, "Escolha dois agendamentos.");
