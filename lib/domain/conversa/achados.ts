/** Something that was found in the message, and where. */
export type Achado<T> = { valor: T; de: number; ate: number; negado: boolean };

const negaAntes =
  /(?:\b(?:menos|nem|exceto|sem(?: ser)?|tirando|fora|em vez d[eao]s?|ao inves d[eao]s?|nao)|\bnao (?:pode|posso|quero|queria|consigo|da|vai dar|vou|rola|serve|tenho como|gosto|seria|sendo)(?: (?:ser|poder|conseguir|ir|fazer|marcar|agendar|vir|para))*)(?: (?:na|no|nas|nos|a|o|as|os|de|da|do|com|em|pela|para|dia))*\s*$/;
/** "Tira a escova" takes it back; "tira a barba" asks for it. */
const tiraAntes = /\b(?:re)?tira(?: [ao]s?)? $/;
const tirados = /^(?:barba|bigode|pelos?|cuticulas?|sobrancelhas?)\b/;
const negaDepois = /^\s*(?:,\s*)?(?:eu\s+)?nao\b(?! (?:tem|teria|sei|haveria|e)\b)/;

/** Whether what stands between two places of the text is refused there: "menos sexta", "sexta nao". */
export function estaNegado(texto: string, de: number, ate: number): boolean {
  if (negaAntes.test(texto.slice(0, de))) return true;
  if (tiraAntes.test(texto.slice(0, de)) && !tirados.test(texto.slice(de))) return true;
  const depois = texto.slice(ate);
  if (!negaDepois.test(depois)) return false;
  // "sexta, nao melhor sabado" takes back the Friday; "amanha as 15h, nao precisa confirmar" does not.
  return !/^\s*,?\s*nao (?:precisa|esquec|obrigad|se preocup)/.test(depois);
}

/** All places where a rule finds something, in order. */
export function achar<T>(texto: string, regra: RegExp, ler: (partes: RegExpExecArray) => T | null): Achado<T>[] {
  return [...texto.matchAll(regra)].flatMap((partes) => {
    const valor = ler(partes as RegExpExecArray);
    if (valor === null) return [];
    const [de, ate] = [partes.index, partes.index + partes[0].length];
    return [{ valor, de, ate, negado: estaNegado(texto, de, ate) }];
  });
}

/** The text with what was found blanked, so that no later rule reads it again. */
export function apagar(texto: string, achados: readonly Achado<unknown>[]): string {
  let resto = texto;
  for (const { de, ate } of achados) resto = resto.slice(0, de) + "_".repeat(ate - de) + resto.slice(ate);
  return resto;
}
