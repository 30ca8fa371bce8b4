const reais = new Intl.NumberFormat("pt-BR", { style: "currency", currency: "BRL" });
const numero = new Intl.NumberFormat("pt-BR", { minimumFractionDigits: 2 });

/** Centavos as people read them: `123450` is `R$ 1.234,50` (a no-break space after `R$`, as Intl writes it). */
export const escreverCentavos = (centavos: number) => reais.format(centavos / 100);

/** The same without the currency, for an input that already shows `R$` beside it: `1.234,50`. */
export const escreverValor = (centavos: number) => numero.format(centavos / 100);

/**
 * Reads money as people type it (`45`, `45,5`, `45.50`, `R$ 1.234,50`) into integer centavos.
 * A dot is a thousands mark when three digits follow it, else a decimal point. Null: not understood.
 */
export function lerCentavos(texto: string): number | null {
  const limpo = texto.replace(/R\$|\s/gi, "");
  const partes = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{0,2}))?$/.exec(limpo) ?? /^(\d+)\.(\d{1,2})$/.exec(limpo);
  if (!partes) return null;
  const centavos = Number(partes[1]!.replaceAll(".", "")) * 100 + Number((partes[2] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(centavos) ? centavos : null;
}
