import * as z from "@/lib/domain/mensagens";
import { chavesMotivoDeBloqueio } from "@/lib/domain/agenda";
import { dia, id, instante, linha, registro } from "@/lib/domain/campos";

export const repeticoes = {
  semana: "Toda semana",
  quinzena: "A cada duas semanas",
  mes: "Todo mês",
} as const;

export type Repeticao = keyof typeof repeticoes;
const chavesRepeticao = Object.keys(repeticoes) as [Repeticao, ...Repeticao[]];

/** Time in which somebody, or everybody (`funcionarioId` null), is not available. */
export const bloqueioSchema = z
  .strictObject({
    funcionarioId: id.nullable(),
    inicio: instante,
    fim: instante,
    motivo: z.enum(chavesMotivoDeBloqueio, "Escolha o motivo."),
    descricao: linha(200),
    /** Again at the same civil time until `ate`, that day included; `dias` are weekdays (0 is Sunday) for `semana` and `quinzena`. */
    repetir: z
      .strictObject({
        cada: z.enum(chavesRepeticao, "Escolha de quanto em quanto tempo."),
        dias: z.array(z.int().min(0).max(6)).max(7),
        ate: dia,
      })
      .nullable(),
  })
  .refine(({ inicio, fim }) => fim > inicio, { path: ["fim"], error: "O fim precisa vir depois do início." })
  .refine(({ inicio, fim }) => fim.getTime() - inicio.getTime() <= 400 * 86_400_000, {
    path: ["fim"],
    error: "Um bloqueio vai até 400 dias. Para mais tempo, desative o profissional.",
  });

export type BloqueioInput = z.input<typeof bloqueioSchema>;

/** `toda`: also those of its series that are still to come. */
export const excluirBloqueioSchema = z.strictObject({ ...registro, toda: z.boolean("Diga se exclui a série.") });
