import { diaDaSemana, somarDias } from "@/lib/domain/tempo";
import { regrasDeEpocas } from "./epocas";
import { diaEMes, fimDoMes, MES, mesesCurtos, proximoDiaDoMes, valido, type Dias, type Regra } from "./meses";
import { achar, apagar, type Achado } from "./achados";
import { lerNumero, NUMERO } from "./numeros";

const semana: Record<string, number> = {
  domingo: 0,
  segunda: 1,
  terca: 2,
  quarta: 3,
  quinta: 4,
  sexta: 5,
  sabado: 6,
};
const longos = "(?:domingo|segunda|terca|quarta|quinta|sexta|sabado)s?";
const curtos: Record<string, number> = { dom: 0, seg: 1, ter: 2, qua: 3, qui: 4, sex: 5, sab: 6 };
/** Short names are also words ("ter", "sex"): they count after a preposition, before a time, or alone. */
const CURTO = "(?<![a-z])(?:dom|seg|ter|qua|qui|sex|sab)(?![a-z])";

const um = (dia: string): Dias => ({ de: dia, ate: dia });
/** The weekday after today; whoever means today says "hoje". */
function proximo(alvo: number, hoje: string): string {
  return somarDias(hoje, ((alvo - diaDaSemana(hoje) + 6) % 7) + 1);
}

const segundaDestaSemana = (hoje: string) => somarDias(hoje, -((diaDaSemana(hoje) + 6) % 7));
const diaQualquer = (nome: string) => semana[nome.replace(/s$/, "")] ?? curtos[nome.slice(0, 3)]!;

/** A range within one month: "de 15 a 20 de dezembro", "entre os dias 10 e 15", "do dia 3 ao dia 7". */
function entreDias(a: string, b: string, mes: string | undefined, hoje: string): Dias | null {
  const [de, ate] = [lerNumero(a), lerNumero(b)];
  const n = mes ? mesesCurtos.indexOf(mes.slice(0, 3)) + 1 : 0;
  const fim = n ? diaEMes(ate, n, undefined, hoje) : proximoDiaDoMes(ate, hoje);
  if (!fim || de >= ate) return null;
  const inicio = `${fim.slice(0, 8)}${String(de).padStart(2, "0")}`;
  return { de: inicio < hoje ? hoje : inicio, ate: fim };
}

const regras: Regra[] = [
  ...regrasDeEpocas,
  [
    new RegExp(
      `\\b(?:de|entre|do|entre os|dos) (?:dias? )?(${NUMERO}) (?:a|e|ao|ate)(?: o)?(?: dia)? (${NUMERO}) de (${MES})\\b`,
      "g",
    ),
    ([, a, b, mes], hoje) => entreDias(a!, b!, mes, hoje),
  ],
  [
    new RegExp(
      `\\b(?:entre os |entre |dos? |nos? )?dias? (${NUMERO}) (?:e|a|ao|ate)(?: o)?(?: dia)? (${NUMERO})\\b(?! ?(?:h|:))`,
      "g",
    ),
    ([, a, b], hoje) => entreDias(a!, b!, undefined, hoje),
  ],
  [/\bdepois d[eo] amanha\b|\bdepois amanha\b/g, (_, hoje) => um(somarDias(hoje, 2))],
  [/\bamanha ou depois\b/g, (_, hoje) => ({ de: somarDias(hoje, 1), ate: somarDias(hoje, 2) })],
  [/\bhoje ou amanha\b/g, (_, hoje) => ({ de: hoje, ate: somarDias(hoje, 1) })],
  [/\bamanha\b/g, (_, hoje) => um(somarDias(hoje, 1))],
  [/\bhoje\b|\bagora mesmo\b|^(?:(?:pode ser|tem|da) )?(?:para )?agora(?= ,|$)/g, (_, hoje) => um(hoje)],
  [
    new RegExp(`\\b(?:daqui(?: a)?|em|dentro de) (${NUMERO}) (dias?|semanas?|mes(?:es)?)\\b`, "g"),
    ([, quantos, unidade], hoje) => {
      const n = lerNumero(quantos!);
      if (unidade!.startsWith("dia")) return um(somarDias(hoje, n));
      if (unidade!.startsWith("semana")) return um(somarDias(hoje, 7 * n));
      const [ano, mes, dia] = hoje.split("-").map(Number) as [number, number, number];
      const data = new Date(Date.UTC(ano, mes - 1 + n, 1)).toISOString().slice(0, 10);
      return um([`${data.slice(0, 8)}${String(dia).padStart(2, "0")}`, fimDoMes(data)].sort()[0]!);
    },
  ],
  [
    new RegExp(
      `\\b(?:semana que vem|proxima semana|outra semana)(?: ,)? (?:na |no |para )?(${longos})(?: ?-? ?feiras?)?\\b`,
      "g",
    ),
    ([, nome], hoje) => um(somarDias(segundaDestaSemana(hoje), 7 + ((diaQualquer(nome!) + 6) % 7))),
  ],
  [
    // The refusal is a part of what is said, so it refuses nothing.
    new RegExp(
      `\\b(?:nao (?:n?ess[ae]|n?est[ae]) (${longos})(?: ?-? ?feiras?)?|(${longos})(?: ?-? ?feiras?)?(?: que vem)? (?:nao|sem ser ess[ae]))(?: ,)? (?:mas )?(?:so )?n?[ao] outr[ao]\\b`,
      "g",
    ),
    ([, um_, outro], hoje) => um(somarDias(proximo(diaQualquer((um_ ?? outro)!), hoje), 7)),
  ],
  [
    new RegExp(`\\b(${longos})(?: ?-? ?feiras?)? (?:da|na) (?:semana que vem|proxima semana|outra semana)\\b`, "g"),
    ([, nome], hoje) => um(somarDias(segundaDestaSemana(hoje), 7 + ((diaQualquer(nome!) + 6) % 7))),
  ],
  [
    /\b(?:fim|final|finais) de semana(?: que vem)?\b/g,
    (_, hoje) => {
      const sabado = diaDaSemana(hoje) === 0 ? somarDias(hoje, -1) : somarDias(segundaDestaSemana(hoje), 5);
      return { de: [sabado, hoje].sort()[1]!, ate: somarDias(sabado, 1) };
    },
  ],
  [
    /\b(?:semana que vem|proxima semana|outra semana)\b/g,
    (_, hoje) => {
      const de = somarDias(segundaDestaSemana(hoje), 7);
      return { de, ate: somarDias(de, 6) };
    },
  ],
  [/\b(?:essa|esta|nessa|nesta) semana\b/g, (_, hoje) => ({ de: hoje, ate: somarDias(segundaDestaSemana(hoje), 6) })],
  [
    /\b(?:mes que vem|proximo mes)\b/g,
    (_, hoje) => {
      const de = somarDias(fimDoMes(hoje), 1);
      return { de, ate: fimDoMes(de) };
    },
  ],
  [
    new RegExp(`\\b(?:dia )?(${NUMERO}) de (${MES})\\b(?: de (\\d{4}|\\d{2})\\b)?`, "g"),
    ([, dia, mes, ano], hoje) => {
      const n = mesesCurtos.indexOf(mes!.slice(0, 3)) + 1;
      const data = diaEMes(lerNumero(dia!), n, ano, hoje);
      return data ? um(data) : null;
    },
  ],
  [
    /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/h:-])/g,
    ([, dia, mes, ano], hoje) => {
      const data = diaEMes(Number(dia), Number(mes), ano, hoje);
      return data ? um(data) : null;
    },
  ],
  [
    /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    ([, ano, mes, dia]) => {
      const data = valido(Number(ano), Number(mes), Number(dia));
      return data ? um(data) : null;
    },
  ],
  [
    new RegExp(`\\b(?:n[oa]s? |para o |para )?dias? (${NUMERO})(?! ?(?:h\\b|:|horas?|minutos)| de ${MES})\\b`, "g"),
    ([, dia], hoje) => {
      const data = proximoDiaDoMes(lerNumero(dia!), hoje);
      return data ? um(data) : null;
    },
  ],
  [
    new RegExp(`\\b(?:na |no )?outr[ao] (${longos})(?: ?-? ?feiras?)?\\b`, "g"),
    ([, nome], hoje) => um(somarDias(proximo(diaQualquer(nome!), hoje), 7)),
  ],
  [
    new RegExp(`\\b(?:proxim[ao] )?(${longos}|[2-6]a)(?: ?-? ?feiras?)?(?: que vem| agora)?\\b`, "g"),
    ([, nome], hoje) => um(proximo(/^\d/.test(nome!) ? Number(nome![0]) - 1 : diaQualquer(nome!), hoje)),
  ],
  [
    new RegExp(`(?<=^|\\b(?:na|no|de|a|ate|para|essa|esta|proxima|proximo|ou|e|dia|,) ?)(${CURTO})(?= |$)`, "g"),
    ([, nome], hoje) => um(proximo(curtos[nome!]!, hoje)),
  ],
  [
    new RegExp(`(${CURTO})(?= (?:as|a|de|da|depois|antes|pela|\\d{1,2}(?:h|:| ?horas)|que vem))`, "g"),
    // "vou ter as 3 coisas": a verb before it makes it one.
    ({ 1: nome, input, index }, hoje) =>
      nome === "ter" && !/^ter \d{1,2}(?:h|:)/.test(input.slice(index)) ? null : um(proximo(curtos[nome!]!, hoje)),
  ],
];

/** Every day or range of days that the message speaks of, and what is left of it for other rules. */
export function acharDatas(texto: string, hoje: string): { achados: Achado<Dias>[]; resto: string } {
  let resto = texto;
  const achados: Achado<Dias>[] = [];
  for (const [regra, ler] of regras) {
    // The rest decides what is still there, and whether it is refused.
    const novos = achar(resto, regra, (partes) => ler(partes, hoje));
    resto = apagar(resto, novos);
    achados.push(...novos);
  }
  return { achados: achados.map((achado) => abrir(achado, texto, hoje)).sort((a, b) => a.de - b.de), resto };
}

/** "a partir de segunda", "depois do dia 10": a week, so that the answer stays short; "antes de sexta": from today on. */
function abrir(achado: Achado<Dias>, texto: string, hoje: string): Achado<Dias> {
  const antes = texto.slice(0, achado.de);
  const { de, ate } = achado.valor;
  const com = (valor: Dias) => (valor.de <= valor.ate ? { ...achado, valor } : achado);
  if (/\b(?:a partir|apartir|partir) d[eoa]s?(?: [oa])? $/.test(antes)) return com({ de, ate: somarDias(de, 6) });
  if (/\b(?:depois|apos) (?:d[eoa]s? ?)?(?:[oa] )?$/.test(antes))
    return com({ de: somarDias(ate, 1), ate: somarDias(ate, 7) });
  if (/\bantes (?:d[eoa]s? ?)?(?:[oa] )?$/.test(antes)) return com({ de: hoje, ate: somarDias(de, -1) });
  if (/\bate (?:[oa] )?$/.test(antes)) return com({ de: hoje, ate });
  return achado;
}
