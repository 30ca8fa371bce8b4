import { diaDaSemana, instanteDe, minutoDaParede, minutoDe, naParede, somarDias } from "./tempo";

type Periodo = { inicio: Date; fim: Date };

/** `dias`: weekdays (0 is Sunday) of `semana` and `quinzena`; none is that of the first. `ate`: the last day, included. */
export type Repetir = { cada: "semana" | "quinzena" | "mes"; dias: readonly number[]; ate: string };

const doisDigitos = (numero: number) => String(numero).padStart(2, "0");

/** The same day so many months later; the last of a month that has no such day. */
function somarMeses(dia: string, meses: number): string {
  const [ano, mes, data] = dia.split("-").map(Number) as [number, number, number];
  const ultimo = new Date(Date.UTC(ano, mes + meses, 0));
  const noMes = `${ultimo.getUTCFullYear()}-${doisDigitos(ultimo.getUTCMonth() + 1)}`;
  return `${noMes}-${doisDigitos(Math.min(data, ultimo.getUTCDate()))}`;
}

/** The civil days from `de` on, one after the other, without an end. Weeks begin on Sunday. */
function* diasDe(de: string, { cada, dias }: Repetir): Generator<string> {
  if (cada === "mes") for (let meses = 0; ; meses++) yield somarMeses(de, meses);
  const passo = cada === "semana" ? 7 : 14;
  const escolhidos = dias.length ? [...new Set(dias)].sort((a, b) => a - b) : [diaDaSemana(de)];
  for (let domingo = somarDias(de, -diaDaSemana(de)); ; domingo = somarDias(domingo, passo))
    for (const dia of escolhidos) if (somarDias(domingo, dia) >= de) yield somarDias(domingo, dia);
}

/**
 * A period again and again at the same civil time, whatever the clocks do meanwhile. Where daylight saving skips all of it
 * there is none.
 *
 * @param fuso IANA zone @param maximo gives up after so many
 */
export function repetirPeriodo({ inicio, fim }: Periodo, repetir: Repetir, fuso: string, maximo: number): Periodo[] {
  const [de, a] = [naParede(minutoDe(inicio), fuso), naParede(minutoDe(fim), fuso)];
  const noites = Math.round((Date.parse(a.dia) - Date.parse(de.dia)) / 86_400_000);
  const achados: Periodo[] = [];
  for (const dia of diasDe(de.dia, repetir)) {
    if (dia > repetir.ate || achados.length >= maximo) break;
    const comeca = minutoDaParede(dia, de.minutos, fuso);
    const termina = minutoDaParede(somarDias(dia, noites), a.minutos, fuso);
    if (termina > comeca) achados.push({ inicio: instanteDe(comeca), fim: instanteDe(termina) });
  }
  return achados;
}
