import type { OrigemDeExcecao } from "./agenda";
import type { Turno } from "./expediente";
import { feriadosDoAno } from "./feriados";

type Excecao = {
  data: string;
  anual: boolean;
  nome: string;
  origem: OrigemDeExcecao;
  aberto: boolean;
  turnos: readonly Turno[] | null;
};

/** A day of a year that is not like its weekday, or might not be. */
export type DataDoAno<E extends Excecao> = Pick<E, "nome" | "origem" | "aberto" | "turnos"> & {
  /** "2026-12-25" */
  dia: string;
  /** Most work on it as on any day, e.g. at Carnaval. */
  facultativo: boolean;
  /** What says so: a date of its own before one of every year; null is the rule of national holidays. */
  excecao: E | null;
};

const existe = (dia: string) => new Date(`${dia}T00:00:00Z`).toJSON()?.slice(0, 10) === dia;

/** National holidays and the company's own dates of a year, in order. One of 29 February is there in leap years only. */
export function datasDoAno<E extends Excecao>(
  ano: number,
  excecoes: readonly E[],
  feriadosFechados: boolean,
): DataDoAno<E>[] {
  const datas = new Map<string, DataDoAno<E>>();
  for (const { dia, nome, facultativo } of feriadosDoAno(ano)) {
    const aberto = facultativo || !feriadosFechados;
    datas.set(dia, { dia, nome, origem: "nacional", aberto, turnos: null, facultativo, excecao: null });
  }
  const proprias = excecoes.toSorted((a, b) => Number(b.anual) - Number(a.anual));
  for (const excecao of proprias) {
    const dia = excecao.anual ? `${ano}${excecao.data.slice(4)}` : excecao.data;
    if (!existe(dia) || !dia.startsWith(String(ano))) continue;
    const { nome, origem, aberto, turnos } = excecao;
    datas.set(dia, { dia, nome, origem, aberto, turnos, facultativo: false, excecao });
  }
  return [...datas.values()].sort((a, b) => a.dia.localeCompare(b.dia));
}
