import type { Intencao } from "./intencao";
import { limpar } from "./texto";

const parentes =
  "filh[oa]s?|irma|irmao|mae|pai|espos[oa]|marido|mulher|namorad[oa]|noiv[oa]|amig[oa]|sobrinh[oa]|net[oa]|cunhad[oa]|sogr[oa]|avo|tia|tio|prim[oa]|enteado|enteada|patroa|chefe|bebe|vo";
const acentos: Record<string, string> = {
  irma: "irmã",
  irmao: "irmão",
  mae: "mãe",
  avo: "avó",
  bebe: "bebê",
  vo: "vó",
};

const semNome =
  /^(?:na|no|de|da|do|as|a|o|e|com|para|hoje|amanha|depois|segunda|terca|quarta|quinta|sexta|sabado|domingo|dia|que|um|uma|por|corte|se|tem|em|quer|precisa|tambem)$/;

export const comMaiuscula = (palavra: string) => palavra.charAt(0).toUpperCase() + palavra.slice(1);

/** As the person wrote a word, with its accents. */
export const comoEscrito = (palavra: string, texto: string) =>
  texto.split(/[^\p{L}]+/u).find((escrita) => limpar(escrita) === palavra) ?? palavra;

/** For whom an appointment is when it is not for who writes: "filha", "Sofia (filha)". Null: nobody else is named. */
export function lerParaQuem(texto: string): string | null {
  const achado = new RegExp(
    `\\b(?:para|d[oa]) (?:[oa] )?(?:minha|meu) (${parentes})\\b(?:,? (?:a |o )?([a-z]+))?`,
  ).exec(limpar(texto));
  if (!achado || /\bpara mim e\b/.test(limpar(texto))) return null;
  const parente = acentos[achado[1]!] ?? achado[1]!;
  const nome = achado[2];
  return nome && nome.length > 2 && !semNome.test(nome) && /\p{Lu}/u.test(comoEscrito(nome, texto).charAt(0))
    ? `${comMaiuscula(comoEscrito(nome, texto))} (${parente})`
    : parente;
}

/** Whether one message asks for places for several people at once. */
export const pedeParaVarios = (texto: string) =>
  /\bpara mim e (?:para |pel[ao] )?(?:[oa] |minha|meu)|\b(?:para|somos) (?:[2-9]|dois|duas|tres|quatro) (?:pessoas|criancas|horarios|vagas|cortes|escovas|barbas)\b|\bpara nos (?:dois|duas)\b/.test(
    limpar(texto),
  );

/** The name by which somebody introduces themselves; null: they do not. */
export function lerNome(texto: string): string | null {
  const achado =
    /(?:meu nome (?:é|e|eh)|me chamo|pode (?:me )?chamar de|nome:|sou (?:o|a)|aqui (?:é|e|eh) (?:o|a)?)\s*([\p{L}' -]{2,60})/iu.exec(
      texto,
    );
  return achado ? nomeLimpo(achado[1]!.split(/\s(?:e|quero|queria|gostaria)\s|[,.;!]/)[0]!) : null;
}

const naoDizNome: readonly Intencao[] = ["confirmar", "negar", "cumprimento", "agradecimento"];
/** Words of sentences, which no name has. */
const deFrase =
  /\b(?:que|para|por|porque|nao|quero|queria|precis\w+|voces?|como|qual|quem|tem|ter|posso|pode|eu|meu|minha|nome|isso|aqui|ja|so|vou|estou|esta|sei|com|em|um|uma|ai|cliente)\b/;

/** The name that answers "Como é o seu nome?", introduced or bare; null: the answer is none. */
export function nomeDito(texto: string, intencao: Intencao): string | null {
  const nome = lerNome(texto);
  if (nome) return nome;
  const puro = texto.replace(/^\s*(?:(?:é|eh|sou|[oa])\s+)+/iu, "");
  if (texto.includes("?") || naoDizNome.includes(intencao) || deFrase.test(limpar(puro))) return null;
  return nomeLimpo(puro);
}

/** A name as it is registered, of a profile or of an answer; null where there is none in it. */
export function nomeLimpo(texto: string | null): string | null {
  const palavras = (texto ?? "")
    .normalize("NFC")
    .replace(/[^\p{L}'\- ]/gu, " ")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const nome = palavras.slice(0, 6).join(" ").slice(0, 120);
  if (nome.replace(/[^\p{L}]/gu, "").length < 2) return null;
  const cru = nome === nome.toLowerCase() || nome === nome.toUpperCase();
  if (!cru) return nome;
  return nome
    .toLowerCase()
    .split(" ")
    .map((palavra) => (/^(?:de|da|do|das|dos|e)$/.test(palavra) ? palavra : comMaiuscula(palavra)))
    .join(" ");
}
