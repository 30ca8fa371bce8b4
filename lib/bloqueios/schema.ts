import * as z from "@/lib/domain/mensagens";
import { chavesMotivoDeBloqueio } from "@/lib/domain/agenda";
import { dia, id, instante, linha, registro } from "@/lib/domain/campos";
import { chavesDe } from "@/lib/domain/chaves";

export const repeticoes = {
  semana: "Toda semana",
  quinzena: "A cada duas semanas",
  mes: "Todo mês",
} as const;

export type Repeticao = keyof typeof repeticoes;
const chavesRepeticao = chavesDe(repeticoes);

/** Again at the same civil time until `ate`, that day included; `dias` are weekdays (0 is Sunday) for `semana` and `quinzena`. */
const repetirSchema = z.strictObject({
  cada: z.enum(chavesRepeticao, "Escolha de quanto em quanto tempo."),
  dias: z.array(z.int().min(0).max(6)).max(7),
  ate: dia,
});

/** When a block counts. */
export type Periodos = { inicio: Date; fim: Date; repetir: z.output<typeof repetirSchema> | null };

/** Time in which somebody, or everybody (`funcionarioId` null), is not available. */
export const bloqueioSchema = z
  .strictObject({
    funcionarioId: id.nullable(),
    inicio: instante,
    fim: instante,
    motivo: z.enum(chavesMotivoDeBloqueio, "Escolha o motivo."),
    descricao: linha(200),
    repetir: repetirSchema.nullable(),
  })
  .refine(({ inicio, fim }) => fim > inicio, { path: ["fim"], error: "O fim precisa vir depois do início." })
  .refine(({ inicio, fim }) => fim.getTime() - inicio.getTime() <= 400 * 86_400_000, {
    path: ["fim"],
    error: "Um bloqueio vai até 400 dias. Para mais tempo, desative o profissional.",
  });

export type BloqueioInput = z.input<typeof bloqueioSchema>;

/** "1,3" in the URL; empty is none. */
const diasDaUrl = z
  .string()
  .max(20)
  .transform((texto) => texto.split(",").filter(Boolean).map(Number));

/** Which appointments a block would hit: `GET /api/agenda/afetados`. `cada`, `dias` and `repetirAte` when it repeats. */
export const pedidoDeAfetadosSchema = z
  .object({
    funcionario: z.coerce.number().pipe(id).optional(),
    inicio: instante,
    fim: instante,
    cada: z.string().optional(),
    dias: diasDaUrl.optional(),
    repetirAte: z.string().optional(),
  })
  .transform(({ cada, dias = [], repetirAte, ...pedido }) => ({
    ...pedido,
    repetir: cada ? { cada, dias, ate: repetirAte } : null,
  }))
  .pipe(
    z.object({
      funcionario: id.optional(),
      inicio: z.date(),
      fim: z.date(),
      repetir: repetirSchema.nullable(),
    }),
  )
  .refine(({ inicio, fim }) => fim > inicio, "O fim precisa vir depois do início.");

export type PedidoDeAfetados = z.output<typeof pedidoDeAfetadosSchema>;

/** `toda`: also those of its series that are still to come. */
export const excluirBloqueioSchema = z.strictObject({ ...registro, toda: z.boolean("Diga se exclui a série.") });

/** Whose appointments `/agenda/pendencias` shows; missing: everybody's. */
export const filtroPendenciasSchema = z.object({
  profissional: z.coerce.number().pipe(id).optional().catch(undefined),
});
