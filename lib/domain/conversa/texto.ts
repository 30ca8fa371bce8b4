import { semAcento } from "@/lib/domain/texto";

/** How people shorten words on WhatsApp, as whole words. */
const abreviaturas: Record<string, string> = {
  hj: "hoje",
  amnh: "amanha",
  amn: "amanha",
  amanh: "amanha",
  amanhaa: "amanha",
  dps: "depois",
  dpois: "depois",
  qq: "qualquer",
  qlqr: "qualquer",
  vc: "voce",
  vcs: "voces",
  ce: "voce",
  ces: "voces",
  q: "que",
  oq: "o que",
  pq: "porque",
  pra: "para",
  pro: "para o",
  pras: "para as",
  pros: "para os",
  c: "com",
  cmg: "comigo",
  tb: "tambem",
  tbm: "tambem",
  msm: "mesmo",
  mt: "muito",
  mto: "muito",
  n: "nao",
  nn: "nao",
  naum: "nao",
  qro: "quero",
  qria: "queria",
  kero: "quero",
  keria: "queria",
  td: "tudo",
  tds: "todos",
  hr: "hora",
  hrs: "horas",
  hs: "h",
  min: "minutos",
  obg: "obrigado",
  obgd: "obrigado",
  obgda: "obrigada",
  brigado: "obrigado",
  brigada: "obrigada",
  brigadao: "obrigado",
  vlw: "valeu",
  vlww: "valeu",
  flw: "falou",
  blz: "beleza",
  bl: "beleza",
  ss: "sim",
  s: "sim",
  sm: "sim",
  okk: "ok",
  okay: "ok",
  bjs: "beijos",
  fds: "fim de semana",
  ta: "esta",
  to: "estou",
  tou: "estou",
  ne: "nao e",
  eh: "e",
  qnd: "quando",
  qdo: "quando",
  qto: "quanto",
  qnto: "quanto",
  qt: "quanto",
  agnd: "agendar",
  terc: "terca",
  tarda: "tarde",
};

/** Thumbs and the like that are an answer by themselves. */
const emojis: [RegExp, string][] = [
  [/👍|👌|✅|🙆|☑️|✔️/gu, " sim "],
  [/👎|❌|🙅/gu, " nao "],
  [/🙏/gu, " obrigado "],
];

/**
 * A message as the rules read it: lower case, without accents and emojis, abbreviations spelled out, one space between
 * words. Punctuation that ends a thought stays as " , ", everything else that is no word, number or clock is gone.
 */
export function limpar(texto: string): string {
  let limpo = texto.slice(0, 2_000);
  for (const [emoji, palavra] of emojis) limpo = limpo.replace(emoji, palavra);
  limpo = semAcento(limpo.replace(/([2-6])ª(?=[ -]*feira)/gi, "$1a"))
    .replace(/º|ª/g, "")
    .replace(/(\d)\s*(?:hrs|hr|hs|h)(?![a-z])/g, "$1h")
    .replace(/[!?;\n\r…]+|\.(?!\d)|,(?!\d)| - |–|—/g, " , ")
    .replace(/[^a-z0-9:/.,\-+ ]/g, " ")
    .replace(/([a-z])\1{2,}/g, "$1");
  const palavras = limpo.split(/\s+/).filter(Boolean);
  return palavras.map((palavra) => (Object.hasOwn(abreviaturas, palavra) ? abreviaturas[palavra]! : palavra)).join(" ");
}

/** How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the other. */
function distancia(a: string, b: string): number {
  let [antes, linha]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const nova = [i];
    for (let j = 1; j <= b.length; j++) {
      const igual = a[i - 1] === b[j - 1];
      nova[j] = Math.min(linha[j]! + 1, nova[j - 1]! + 1, linha[j - 1]! + (igual ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        nova[j] = Math.min(nova[j]!, antes[j - 2]! + 1);
    }
    [antes, linha] = [linha, nova];
  }
  return linha[b.length]!;
}

/** As it sounds: "Karla" and "Carla", "Thais" and "Tais", "Felipe" and "Phelipe" are the same. */
const somDe = (palavra: string) =>
  palavra
    .replace(/ph/g, "f")
    .replace(/[kq]u?(?=[ei])/g, "c")
    .replace(/k/g, "c")
    .replace(/y/g, "i")
    .replace(/w/g, "v")
    .replace(/([^cln])h/g, "$1")
    .replace(/(.)\1/g, "$1");

/** Whether one word is probably the other, mistyped. Short words are taken at their word. */
export function parecidas(a: string, b: string): boolean {
  if (a === b) return true;
  const [dita, certa] = [somDe(a), somDe(b)];
  const menor = Math.min(dita.length, certa.length);
  if (menor < 4 || dita[0] !== certa[0]) return false;
  return distancia(dita, certa) <= (menor >= 8 ? 2 : 1);
}

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

/** Something that was found in the message, and where. */
export type Achado<T> = { valor: T; de: number; ate: number; negado: boolean };

const negaAntes =
  /(?:\b(?:menos|exceto|sem ser|tirando|fora|em vez d[eao]s?|ao inves d[eao]s?|nao)|\bnao (?:pode|posso|quero|queria|consigo|da|dá|vou|rola|serve|tenho como|gosto|seria|sendo)(?: (?:ser|ir|fazer|marcar|agendar|vir|para))*)(?: (?:na|no|nas|nos|a|o|as|os|de|da|do|com|em|pela|para|dia))*\s*$/;
const negaDepois = /^\s*(?:,\s*)?(?:eu\s+)?nao\b(?! (?:tem|teria|sei|haveria|e)\b)/;

/** Whether what stands between two places of the text is refused there: "menos sexta", "sexta nao". */
export function estaNegado(texto: string, de: number, ate: number): boolean {
  if (negaAntes.test(texto.slice(0, de))) return true;
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
