import { lerNumero, NUMERO } from "./numeros";

/** Minutes since midnight. `ate` null is an exact hour; a range that is wanted includes its ends, one that is refused not its last. */
export type Horas = { de: number; ate: number | null };

export const FIM_DO_DIA = 23 * 60 + 59;

export type Turno = "manha" | "tarde" | "noite";
/** The part of the day after an hour, as a group; a source of a regular expression, as those below. */
export const TURNO = "(?: (?:da|de|na|pela|a) (manha|tarde|noite|madrugada))?";

/** How much is missing to the hour that is named: "dez para as tres". */
export const FALTAM = "(?:dez|cinco|quinze|vinte|um quarto|5|10|15|20|25)";
/** One clock time as people write it: "15", "15h", "15h30", "15:30h", "tres e meia", "1530", "meio dia e meia". */
export const RELOGIO =
  `(?:meio[ -]?dia(?: e (?:mei[ao]|quinze))?|meia[ -]?noite(?: e meia)?` +
  `|${FALTAM} (?:minutos )?para (?:as? )?(?:meio[ -]?dia|${NUMERO})(?:h| horas?)?` +
  `|\\d{1,2} ?(?:h|:|horas? e|horas?) ?[0-5]\\d(?: ?h| ?min(?:utos)?)?(?!\\d)|[01]\\d[0-5]\\d(?!\\d)|2[0-3][0-5]\\d(?!\\d)` +
  `|(?:${NUMERO})(?: ?h(?:oras?)?\\b| horas?\\b)?(?: e (?:meia|quinze|dez|vinte|trinta|\\d{2})\\b)?(?: em ponto)?)`;

/** Said like this it is an hour, even as a bare number. */
export const temMarca = (dito: string) => /h|:|meia|meio|para|^\d{4}$|ponto| e (?:quinze|trinta|15|30|45)$/.test(dito);

type Lido = { minutos: number; certo: boolean };

function lerBase(dito: string): { hora: number; minuto: number; comZero?: boolean } | null {
  if (/^meio[ -]?dia/.test(dito))
    return { hora: 12, minuto: /e mei[ao]/.test(dito) ? 30 : dito.includes("quinze") ? 15 : 0 };
  if (/^meia[ -]?noite/.test(dito)) return { hora: 0, minuto: dito.endsWith("e meia") ? 30 : 0, comZero: true };
  const menos = /^(.+?) (?:minutos )?para (?:as? )?(.+?)(?:h| horas?)?$/.exec(dito);
  if (menos) {
    const quanto = menos[1] === "um quarto" ? 15 : lerNumero(menos[1]!);
    const alvo = /^meio/.test(menos[2]!) ? 12 : lerNumero(menos[2]!);
    return Number.isNaN(alvo) || alvo > 24 ? null : { hora: alvo - 1, minuto: 60 - quanto };
  }
  const corrido = /^(\d{2})(\d{2})$/.exec(dito);
  if (corrido) return { hora: Number(corrido[1]), minuto: Number(corrido[2]), comZero: true };
  const comMinutos = /^(\d{1,2}) ?(?:h|:|horas? e|horas?) ?(\d{2})/.exec(dito);
  if (comMinutos)
    return { hora: Number(comMinutos[1]), minuto: Number(comMinutos[2]), comZero: comMinutos[1]!.startsWith("0") };
  const [inteiro = "", resto = ""] = dito.replace(/ em ponto$/, "").split(/ e (?=meia|quinze|dez|vinte$|trinta|\d{2})/);
  const hora = lerNumero(inteiro.replace(/ ?h(?:oras?)?$| horas?$/, ""));
  const minuto = resto === "meia" ? 30 : resto ? lerNumero(resto) : 0;
  return { hora, minuto, comZero: /^0\d/.test(inteiro) };
}

/**
 * An hour as a shop means it: a bare 1 to 7 is in the afternoon or evening, unless the morning is named or it is written
 * with a zero before it. Null: no hour.
 */
export function lerRelogio(dito: string, turno?: string): Lido | null {
  const base = lerBase(dito.trim());
  if (!base) return null;
  let { hora } = base;
  const { minuto, comZero } = base;
  if (!(hora >= 0 && hora <= 24 && minuto >= 0 && minuto < 60)) return null;
  if (turno === "tarde" && hora >= 1 && hora < 12) hora += 12;
  else if (turno === "noite" && hora >= 5 && hora < 12) hora += 12;
  else if (!turno && !comZero && hora >= 1 && hora <= 7) hora += 12;
  const minutos = (hora % 24) * 60 + minuto;
  return { minutos, certo: Boolean(turno) || temMarca(dito) };
}

/** In minutes since midnight; null: no hour. */
export const exato = (dito: string, turno?: string) => lerRelogio(dito, turno)?.minutos ?? null;

/** "das 2 as 4" is both in the afternoon, "das 9 as 12" both in the morning, "das 8 da manha as 5 da tarde" each its own. */
export function faixa(a: string, turnoA: string | undefined, b: string, turnoB: string | undefined): Horas | null {
  const ate = exato(b, turnoB);
  let de = exato(a, turnoA);
  if (de === null || ate === null) return null;
  if (!turnoA && turnoB && de > ate) de = exato(a, turnoB) ?? de;
  if (de > ate && de - 720 >= 0 && de - 720 < ate) de -= 720;
  return de < ate ? { de, ate } : null;
}
