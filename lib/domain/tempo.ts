import { Temporal } from "temporal-polyfill";
import { unir, type Intervalo } from "./intervalos";

const MINUTO = 60_000;
const DIA = 24 * 60 * MINUTO;

/** The minute since the epoch in which an instant lies. */
export const minutoDe = (instante: Date) => Math.floor(instante.getTime() / MINUTO);

/** The instant at which a minute since the epoch begins. */
export const instanteDe = (minuto: number) => new Date(minuto * MINUTO);

const emUtc = (dia: string) => Date.parse(`${dia}T00:00:00Z`);

/** The civil day so many days later, or earlier. */
export const somarDias = (dia: string, dias: number) => new Date(emUtc(dia) + dias * DIA).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const diaDaSemana = (dia: string) => new Date(emUtc(dia)).getUTCDay();

/** The civil days from one to another, both included. */
export function diasEntre(de: string, ate: string): string[] {
  const quantos = Math.round((emUtc(ate) - emUtc(de)) / DIA) + 1;
  return Array.from({ length: Math.max(0, quantos) }, (_, i) => somarDias(de, i));
}

const bissexto = (ano: string) => new Date(`${ano}-02-29T00:00:00Z`).getUTCDate() === 29;

/** A civil day and the birthday that is kept on it, as month * 100 + day: 1125 is 25 November. */
export type DiaDoAniversario = { dia: string; quando: number };

/** The birthdays kept from one day to another, of a year at most; that of 29 February in other years on the 28th. */
export const diasDoAniversario = (de: string, ate: string): DiaDoAniversario[] =>
  diasEntre(de, ate)
    .slice(0, 366)
    .flatMap((dia) => {
      const quando = Number(dia.slice(5, 7)) * 100 + Number(dia.slice(8));
      return quando === 228 && !bissexto(dia.slice(0, 4))
        ? [
            { dia, quando },
            { dia, quando: 229 },
          ]
        : [{ dia, quando }];
    });

/**
 * The instants at which a civil day of a zone begins and ends (half-open). Days that begin at one in the morning, as
 * daylight saving once made them in Brazil, are right.
 *
 * @param data ISO date, e.g. "2026-11-23" @param fuso IANA zone
 */
export function limitesDoDia(data: string, fuso: string): { inicio: Date; fim: Date } {
  const dia = Temporal.PlainDate.from(data);
  const meiaNoite = (d: Temporal.PlainDate) => new Date(d.toZonedDateTime(fuso).epochMilliseconds);
  return { inicio: meiaNoite(dia), fim: meiaNoite(dia.add({ days: 1 })) };
}

const noFuso = (minuto: number, fuso: string) =>
  Temporal.Instant.fromEpochMilliseconds(minuto * MINUTO).toZonedDateTimeISO(fuso);

/** The civil day that an instant belongs to in a zone: "2026-11-23". @param fuso IANA zone */
export function diaDoInstante(instante: Date, fuso: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instante.getTime()).toZonedDateTimeISO(fuso);
  return zoned.toPlainDate().toString();
}

/** What calendar and clock on the wall show at a minute since the epoch. `minutos`: since midnight, as the clock reads. */
export function naParede(minuto: number, fuso: string): { dia: string; minutos: number } {
  const zoned = noFuso(minuto, fuso);
  return { dia: zoned.toPlainDate().toString(), minutos: zoned.hour * 60 + zoned.minute };
}

/** A part of a civil day in which the clock is not put forward or back; at `inicio` it shows `parede`. */
type Trecho = { inicio: number; fim: number; parede: number };

/** A civil day of a zone in minutes since the epoch, half-open. It has more than one stretch when the clock changes. */
export type DiaCivil = { dia: string; inicio: number; fim: number; trechos: readonly Trecho[] };

function medir(dia: string, fuso: string): DiaCivil {
  const limites = limitesDoDia(dia, fuso);
  const [inicio, fim] = [minutoDe(limites.inicio), minutoDe(limites.fim)];
  if (inicio >= fim) return { dia, inicio, fim, trechos: [] };
  const meiaNoite = emUtc(dia) / MINUTO;
  const adiante = (minuto: number) => Math.floor(noFuso(minuto, fuso).offsetNanoseconds / 60e9);
  const trecho = (de: number, ate: number) => ({ inicio: de, fim: ate, parede: de + adiante(de) - meiaNoite });
  const antes = adiante(inicio);
  if (adiante(fim - 1) === antes) return { dia, inicio, fim, trechos: [trecho(inicio, fim)] };
  let [igual, mudou] = [inicio, fim - 1];
  while (mudou - igual > 1) {
    const meio = Math.floor((igual + mudou) / 2);
    if (adiante(meio) === antes) igual = meio;
    else mudou = meio;
  }
  return { dia, inicio, fim, trechos: [trecho(inicio, mudou), trecho(mudou, fim)] };
}

// A day never changes its length, and measuring it is a hundred times dearer than remembering it.
const medidos = new Map<string, DiaCivil>();

/** @param dia "2026-11-23" @param fuso IANA zone */
export function diaCivil(dia: string, fuso: string): DiaCivil {
  const chave = `${dia} ${fuso}`;
  const conhecido = medidos.get(chave);
  if (conhecido) return conhecido;
  if (medidos.size >= 4_000) medidos.clear();
  const medido = medir(dia, fuso);
  medidos.set(chave, medido);
  return medido;
}

/** The minutes of a day at which the clock on the wall shows a time within these stretches, each in minutes since midnight. */
export function noDia({ trechos }: DiaCivil, turnos: readonly Intervalo[]): Intervalo[] {
  return unir(
    trechos.flatMap(({ inicio, fim, parede }) =>
      turnos.map(([a, b]): Intervalo => [Math.max(inicio, inicio + a - parede), Math.min(fim, inicio + b - parede)]),
    ),
  );
}

/**
 * The minute since the epoch at which the clock shows a time of a civil day: the first one if it does so twice, the change
 * of the clock if it never does; 1440 is the day's end.
 */
export function minutoDaParede(dia: string, minutos: number, fuso: string): number {
  const { trechos, fim } = diaCivil(dia, fuso);
  for (const { inicio, fim: ate, parede } of trechos) {
    const minuto = Math.max(inicio, inicio + minutos - parede);
    if (minuto < ate) return minuto;
  }
  return fim;
}
