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
  eh: "e",
  qnd: "quando",
  qdo: "quando",
  qto: "quanto",
  qnto: "quanto",
  qt: "quanto",
  qnt: "quanto",
  agnd: "agendar",
  terc: "terca",
  tarda: "tarde",
  msg: "mensagem",
  msgs: "mensagens",
  pf: "por favor",
  pfv: "por favor",
  pfvr: "por favor",
  vdd: "verdade",
  hje: "hoje",
  amh: "amanha",
  masc: "masculino",
  fem: "feminino",
  simm: "sim",
  naoo: "nao",
  nop: "nao",
  nops: "nao",
  d: "de",
  amanhan: "amanha",
  amnha: "amanha",
  amanna: "amanha",
  segnda: "segunda",
  seguda: "segunda",
  tersa: "terca",
  qarta: "quarta",
  quata: "quarta",
  qinta: "quinta",
  quita: "quinta",
  sesta: "sexta",
  sabdo: "sabado",
  sabadu: "sabado",
  domigo: "domingo",
  fera: "feira",
  ne: "nao e",
};

/** Before a slash: "c/ Ana". */
const porExtenso = { c: "com ", p: "para ", s: "sem " };

/** Thumbs and the like that are an answer by themselves. */
const emojis: [RegExp, string][] = [
  [/👍|👌|✅|🙆|☑️|✔️/gu, " sim "],
  [/👎|❌|🙅/gu, " nao "],
  [/🙏/gu, " obrigado "],
];

/** "15.30" as all that is said; "05.12" may be a day. */
const horaSozinha = /^\s*([01]?\d|2[0-3])[.,;](00|1[3-9]|[2-5]\d)h?\s*$/;

/**
 * A message as the rules read it: lower case, without accents and emojis, abbreviations spelled out, one space between
 * words. Punctuation that ends a thought stays as " , ", everything else that is no word, number or clock is gone.
 */
export function limpar(texto: string): string {
  let limpo = texto.slice(0, 2_000);
  for (const [emoji, palavra] of emojis) limpo = limpo.replace(emoji, palavra);
  limpo = semAcento(limpo.replace(/([2-6])ª(?=[ -]*feira)/gi, "$1a"))
    .replace(/º|ª/g, "")
    .replace(/(?<![a-z])([cps])\/ ?(?=[a-z])/g, (_, letra: "c" | "p" | "s") => porExtenso[letra])
    .replace(/(\d)\s*(?:hrs|hr|hs|h)(?![a-z])/g, "$1h")
    .replace(/\b(as|das|pelas|umas) (\d{1,2})[.,;]([0-5]\d)(?![\d./])/g, "$1 $2:$3")
    .replace(horaSozinha, "$1:$2")
    .replace(/[!?;\n\r…]+|\.(?!\d)|,(?!\d)| - |–|—/g, " , ")
    .replace(/[^a-z0-9:/.,\-+ ]/g, " ")
    .replace(/([a-z])\1{2,}/g, "$1");
  const palavras = limpo.split(/\s+/).filter(Boolean);
  const porInteiro = palavras
    .map((palavra) => (Object.hasOwn(abreviaturas, palavra) ? abreviaturas[palavra]! : palavra))
    .join(" ");
  // By itself "pedi" is what somebody asked for.
  return porInteiro.replace(/\bmani (?:e )?pedi\b/g, "mani e pedicure");
}
