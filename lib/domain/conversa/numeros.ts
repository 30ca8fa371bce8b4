const unidades: Record<string, number> = {
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  tres: 3,
  quatro: 4,
  cinco: 5,
  seis: 6,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  onze: 11,
  doze: 12,
  treze: 13,
  quatorze: 14,
  catorze: 14,
  quinze: 15,
  dezesseis: 16,
  dezasseis: 16,
  dezessete: 17,
  dezoito: 18,
  dezenove: 19,
  primeiro: 1,
};
const dezenas: Record<string, number> = { vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50 };

/** A number in digits or in words, as a source of a regular expression without groups. */
export const NUMERO = `(?:\\d{1,2}|(?:${Object.keys(dezenas).join("|")})(?: e (?:${Object.keys(unidades).join("|")}))?|${Object.keys(unidades).join("|")})`;

/** "25", "vinte e cinco", "tres". */
export function lerNumero(texto: string): number {
  if (/^\d+$/.test(texto)) return Number(texto);
  const [dezena = "", unidade = ""] = texto.split(" e ");
  if (dezena in dezenas) return dezenas[dezena]! + (unidades[unidade] ?? 0);
  return unidades[texto] ?? Number.NaN;
}
