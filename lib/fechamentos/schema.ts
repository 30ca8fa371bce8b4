import { chavesForma } from "@/lib/domain/agenda";
import { dia, linhaObrigatoria, paragrafo, registro } from "@/lib/domain/campos";
import * as z from "@/lib/domain/mensagens";

/** Which day `/agenda/caixa` shows; today when it says nothing that makes sense. */
export const enderecoDoCaixaSchema = z.object({ dia: dia.optional().catch(undefined) });

const centavos = z
  .int("Informe o valor contado, por exemplo 45,50.")
  .min(0, "O valor não pode ser negativo.")
  .max(1_000_000_000, "O valor vai até R$ 10.000.000,00.");

/** `versao` null: the day was never closed. `registradoCentavos`: what the person saw as registered. */
export const fecharDiaSchema = z.strictObject({
  dia,
  versao: registro.versao.nullable(),
  valores: z
    .array(
      z.strictObject({
        forma: z.enum(chavesForma, "Escolha a forma de pagamento."),
        registradoCentavos: centavos,
        contadoCentavos: centavos,
      }),
    )
    .max(chavesForma.length)
    .refine((valores) => new Set(valores.map(({ forma }) => forma)).size === valores.length, "Cada forma uma só vez."),
  observacao: paragrafo(500),
});

export const reabrirDiaSchema = z.strictObject({
  ...registro,
  motivo: linhaObrigatoria(200, "Diga por que o dia é reaberto."),
});
