import { achar, apagar, type Achado } from "./achados";
import { NUMERO } from "./numeros";
import {
  exato,
  faixa,
  FALTAM,
  FIM_DO_DIA,
  lerRelogio,
  RELOGIO,
  temMarca,
  TURNO,
  type Horas,
  type Turno,
} from "./relogio";

const periodos: [regra: RegExp, de: number, ate: number][] = [
  [/\b(?:hora|horario) d[oe] almoco\b|\bno almoco\b|\bmeio do dia\b/g, 12 * 60, 14 * 60],
  [/\b(?:fim|final)(?:zinho)? d(?:[ae] tarde|o dia)\b|\btardinha\b/g, 16 * 60, 18 * 60],
  [/\b(?:comeco|comecinho|inicio) da tarde\b/g, 12 * 60, 14 * 60],
  [
    /\b(?:comeco|comecinho|inicio) da manha\b|(?<!mais )\b(?:bem )?cedo\b|\bcedinho\b|\bprimeira hora\b|\bde manhazinha\b/g,
    6 * 60,
    10 * 60,
  ],
  [/\b(?:fim|final)(?:zinho)? da manha\b/g, 10 * 60, 12 * 60],
  [/\b(?:comeco|comecinho|inicio) da noite\b/g, 18 * 60, 20 * 60],
  [/\b(?:de|pela|a|na|da|so|cada|periodo da|parte da)? ?manhas?\b/g, 6 * 60, 12 * 60],
  [/(?<!(?:boa|mais|muito) ?)\b(?:de|pela|a|na|da|so|periodo da|parte da)? ?tardes?\b(?! demais)/g, 12 * 60, 18 * 60],
  [/(?<!boa )(?<!meia )\b(?:de|pela|a|na|da|so|periodo da|parte da)? ?noites?\b/g, 18 * 60, FIM_DO_DIA],
];

const naoHora =
  "(?! ?(?:anos|reais|pessoas|dias|semanas|mes(?:es)?|vezes|minutos|min|servicos?|filh|pacotes?|por cento|coisas|opcoes|vagas|,\\d|/))";

const ler =
  (ate: number | null) =>
  ([, dito, turno]: RegExpExecArray) => {
    const de = exato(dito!, turno);
    return de === null ? null : { de, ate };
  };
const pontual = ler(null);
const emDiante = ler(FIM_DO_DIA);

type Regra = [regra: RegExp, ler: (partes: RegExpExecArray) => Horas | null];

const regras: Regra[] = [
  [
    // "das 14 para as 16": of a change only the new hour is wanted.
    new RegExp(`\\b(?:das?|do) (${RELOGIO})${TURNO} para (?:as |o )?(${RELOGIO})${TURNO}${naoHora}`, "g"),
    ([, , , b, tb]) => {
      const de = exato(b!, tb);
      return de === null ? null : { de, ate: null };
    },
  ],
  [
    // Before "para as dez" is an hour of its own.
    new RegExp(
      `\\b(?:as |aos? )?(${FALTAM} (?:minutos )?para (?:as? )?(?:meio[ -]?dia|${NUMERO})(?:h| horas?)?)${TURNO}`,
      "g",
    ),
    pontual,
  ],
  [
    new RegExp(
      `\\b(?:entre|das|de|da) (?:as |o )?(${RELOGIO})${TURNO} (?:e|as|ate|a|ate as|-) (?:as |o )?(${RELOGIO})${TURNO}${naoHora}`,
      "g",
    ),
    ([inteiro, a, ta, b, tb]) =>
      /^(?:entre|das)/.test(inteiro!) || temMarca(a!) || temMarca(b!) || tb ? faixa(a!, ta, b!, tb) : null,
  ],
  [
    new RegExp(
      `(?<![\\w/])(\\d{1,2}(?:h|:)(?:\\d{2})?)${TURNO} ?(?:as|ate|a|-|ate as) ?(\\d{1,2}(?:h|:)?(?:\\d{2})?)${TURNO}${naoHora}(?!\\w)`,
      "g",
    ),
    ([, a, ta, b, tb]) => faixa(a!, ta, b!, tb),
  ],
  [/(?<![\w/.:-])(\d{1,2})-(\d{1,2})h\b/g, ([, a, b]) => faixa(a!, undefined, b!, undefined)],
  [new RegExp(`\\b(${NUMERO})h? e pouc\\w+`, "g"), pontual],
  [
    // "14 as 16": two bare hours of which the first is no hour of the afternoon said short.
    /(?<![\w/.:] ?)(\d{1,2}) (?:as|ate as?) (\d{1,2})(?:h\b)?(?![\w:/])/g,
    ([, a, b]) =>
      Number(a) >= 8 && Number(a) < Number(b) && Number(b) < 24 ? { de: Number(a) * 60, ate: Number(b) * 60 } : null,
  ],
  [
    new RegExp(
      `\\b(?:depois|apos|a partir|partir|passando|passado|mais tarde que|so depois|de depois)(?: d[aoe]s?| as)? ?(?:as )?(${RELOGIO})${TURNO}${naoHora}`,
      "g",
    ),
    emDiante,
  ],
  [
    new RegExp(`\\b(?:d?as )?(${RELOGIO})${TURNO} (?:em diante|para frente|para cima|ou mais tarde|ou depois)\\b`, "g"),
    emDiante,
  ],
  [
    new RegExp(`\\b(?:ate|antes|no maximo|mais cedo que)(?: d[aoe]s?| as?| o)? ?(${RELOGIO})${TURNO}${naoHora}`, "g"),
    ([, dito, turno]) => {
      const ate = exato(dito!, turno);
      return ate === null ? null : { de: 0, ate };
    },
  ],
  [/\b(?:depois|apos) d?o almoco\b/g, () => ({ de: 13 * 60, ate: 18 * 60 })],
  [/\bantes do almoco\b/g, () => ({ de: 6 * 60, ate: 12 * 60 })],
  [/\b(?:depois|apos) d?o (?:trabalho|servico|expediente)\b/g, () => ({ de: 18 * 60, ate: FIM_DO_DIA })],
  [
    new RegExp(
      `\\b(?:as|aas|pelas|umas|la pelas|por volta d[ae]s?|perto d[ae]s?|tipo(?: umas)?|ao|horario d[ae]s?|hora d[ae]s?|das|para as|la para as) (${RELOGIO})${TURNO}${naoHora}`,
      "g",
    ),
    pontual,
  ],
  [
    // Beside a day that was read already: "amanha 16".
    /(?<=_ )((?:[01]?\d|2[0-3])(?: e (?:meia|[0-5]\d))?)(?= *(?:,|_|$))/g,
    pontual,
  ],
  [
    new RegExp(`(?<![\\w/.,:R$-])(${RELOGIO})${TURNO}${naoHora}(?![\\w/])`, "g"),
    ([, dito, turno]) => {
      // A bare number is an hour only with "h", minutes, or the part of the day beside it.
      const lido = lerRelogio(dito!, turno);
      return lido?.certo ? { de: lido.minutos, ate: null } : null;
    },
  ],
];

const turnos: Record<Turno, Horas> = {
  manha: { de: 6 * 60, ate: 12 * 60 },
  tarde: { de: 12 * 60, ate: 18 * 60 },
  noite: { de: 18 * 60, ate: FIM_DO_DIA },
};

/** Every hour, range of hours or part of the day that the message speaks of, and what is left of it. */
export function acharHoras(texto: string): { achados: Achado<Horas>[]; resto: string } {
  let resto = texto.replace(/\bbo(?:m|a) (?:dia|tarde|noite)\b/g, (dito) => "_".repeat(dito.length));
  const achados: Achado<Horas>[] = [];
  for (const [regra, ler] of regras) {
    const novos = achar(resto, regra, ler);
    resto = apagar(resto, novos);
    achados.push(...novos);
  }
  for (const [regra, de, ate] of periodos) {
    const novos = achar(resto, regra, () => ({ de, ate }));
    resto = apagar(resto, novos);
    achados.push(...novos);
  }
  return { achados: combinar(achados.sort((a, b) => a.de - b.de)), resto };
}

const ehTurno = ({ de, ate }: Horas, turno: Turno) => turnos[turno].de === de && turnos[turno].ate === ate;

/** "amanha de tarde as 3" is one exact hour: the part of the day only says which 3. */
function combinar(achados: Achado<Horas>[]): Achado<Horas>[] {
  const turno = (Object.keys(turnos) as Turno[]).find((nome) =>
    achados.some(({ valor, negado }) => !negado && ehTurno(valor, nome)),
  );
  const outros = achados.filter(({ valor, negado }) => negado || !turno || !ehTurno(valor, turno));
  if (!turno || !outros.some(({ negado }) => !negado)) return achados;
  const { de, ate } = turnos[turno];
  return outros.map((achado) => {
    const { valor } = achado;
    if (achado.negado || valor.ate !== null || (valor.de >= de && valor.de <= ate!)) return achado;
    const outro = (valor.de + 720) % 1_440;
    return outro >= de && outro <= ate! ? { ...achado, valor: { de: outro, ate: null } } : achado;
  });
}
