import { feriadoDe } from "@/lib/domain/feriados";

const DIA_MS = 86_400_000;
const QUARTA = 3;

/** When the demonstration is shut or closes early, besides the holidays of the whole country. */
const especiais = ["01-25", "12-24", "12-31"];

const emDias = (dias: number) => new Date(Date.now() + dias * DIA_MS);
const civil = (data: Date) => data.toISOString().slice(0, 10);
const comum = (dia: string) => !feriadoDe(dia) && !especiais.includes(dia.slice(5));

/** The first ordinary day of the week `0..6` that is at least so many days ahead. */
export function proximo(diaDaSemana: number, dias: number): string {
  const data = emDias(dias);
  data.setUTCDate(data.getUTCDate() + ((diaDaSemana - data.getUTCDay() + 7) % 7));
  const dia = civil(data);
  return comum(dia) ? dia : proximo(diaDaSemana, dias + 7);
}

/** An ordinary Wednesday, in one to seven years, on which no other test does anything. */
export const quartaDistante = () => proximo(QUARTA, 7 * (60 + Math.floor(Math.random() * 300)));

/** A day on which the demonstration works, so many days ago or some before. */
export function diaUtilAtras(dias: number): string {
  const data = emDias(-dias);
  const trabalha = ![0, 1].includes(data.getUTCDay()) && comum(civil(data));
  return trabalha ? civil(data) : diaUtilAtras(dias + 1);
}

export const amanha = () => civil(emDias(1));
