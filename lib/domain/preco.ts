import { escreverCentavos } from "./dinheiro";

type Precificado = { precoTipo: "fixo" | "a_partir_de" | "sob_avaliacao"; precoCentavos: number | null };

/** The price of a service as everybody says it: "R$ 45,00", "a partir de R$ 45,00", "sob avaliação". */
export function escreverPreco({ precoTipo, precoCentavos }: Precificado): string {
  if (precoTipo === "sob_avaliacao" || precoCentavos === null) return "sob avaliação";
  const valor = escreverCentavos(precoCentavos);
  return precoTipo === "fixo" ? valor : `a partir de ${valor}`;
}
