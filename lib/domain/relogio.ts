/**
 * The company's wall clock for the browser, by Intl alone: `tempo.ts` would bring a whole library along. Instants are
 * minutes since the epoch, civil days are `2026-11-24`, civil times minutes since midnight.
 */

const DIA_MINUTOS = 1_440;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(fuso: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${fuso} ${JSON.stringify(options)}`;
  const found = formatters.get(key) ?? new Intl.DateTimeFormat("pt-BR", { timeZone: fuso, ...options });
  formatters.set(key, found);
  return found;
}

/** What the wall shows, as if it were UTC: minutes since the epoch of civil time. */
function parede(minuto: number, fuso: string): number {
  const partes = formatter(fuso, { dateStyle: "short", timeStyle: "short", hourCycle: "h23" }).formatToParts(
    minuto * 60_000,
  );
  const n = (tipo: Intl.DateTimeFormatPartTypes) => Number(partes.find(({ type }) => type === tipo)!.value);
  return Date.UTC(n("year"), n("month") - 1, n("day"), n("hour"), n("minute")) / 60_000;
}

const diaDe = (daParede: number) => new Date(daParede * 60_000).toISOString().slice(0, 10);

/** The civil day and the minutes since its midnight at an instant. @param fuso IANA zone */
export function relogio(minuto: number, fuso: string): { dia: string; minutos: number } {
  const daParede = parede(minuto, fuso);
  return { dia: diaDe(daParede), minutos: ((daParede % DIA_MINUTOS) + DIA_MINUTOS) % DIA_MINUTOS };
}

/**
 * The instant of a civil time; of one that comes twice the first, of one that never comes (daylight saving begins) as
 * long after the gap as it would have been after its start. @param fuso IANA zone
 */
export function minutoDe(dia: string, minutos: number, fuso: string): number {
  const querida = Date.parse(dia) / 60_000 + minutos;
  const [a, b] = [-DIA_MINUTOS, DIA_MINUTOS].map((longe) => 2 * querida + longe - parede(querida + longe, fuso)) as [
    number,
    number,
  ];
  const certos = [a, b].filter((minuto) => parede(minuto, fuso) === querida);
  return certos.length ? Math.min(...certos) : Math.max(a, b);
}

/** A civil day some days later, or earlier when negative. */
export const somarDias = (dia: string, dias: number) => diaDe(Date.parse(dia) / 60_000 + dias * DIA_MINUTOS);

export const minutoDoInstante = (iso: string) => Math.floor(Date.parse(iso) / 60_000);
export const instanteDoMinuto = (minuto: number) => new Date(minuto * 60_000).toISOString();

/** "14:05". @param fuso IANA zone */
export const escreverHoraDe = (minuto: number, fuso: string) =>
  formatter(fuso, { timeStyle: "short", hourCycle: "h23" }).format(minuto * 60_000);

const curto = (dia: string, options: Intl.DateTimeFormatOptions) =>
  formatter("UTC", options).format(Date.parse(dia)).replaceAll(".", "");

/** "ter, 24/11". */
export const escreverDiaCurto = (dia: string) =>
  `${curto(dia, { weekday: "short" })}, ${curto(dia, { day: "2-digit", month: "2-digit" })}`;

/** "terça-feira, 24 de novembro". */
export const escreverDiaLongo = (dia: string) => curto(dia, { weekday: "long", day: "numeric", month: "long" });

/** "hoje", "amanhã", "ontem", else "ter, 24/11". */
export function escreverDiaRelativo(dia: string, hoje: string): string {
  const proximos = { [somarDias(hoje, -1)]: "ontem", [hoje]: "hoje", [somarDias(hoje, 1)]: "amanhã" };
  return proximos[dia] ?? escreverDiaCurto(dia);
}
