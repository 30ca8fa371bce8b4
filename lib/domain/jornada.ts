import type { Semana, Turno } from "./expediente";
import { feriadoDe } from "./feriados";
import { cruzar, type Intervalo } from "./intervalos";
import { diaCivil, diaDaSemana, noDia } from "./tempo";

export type DataEspecial = {
  /** "2026-12-24"; of an `anual` one only month and day count. */
  data: string;
  anual: boolean;
  nome: string;
  aberto: boolean;
  /** Null while open: as on any such weekday. */
  turnos: readonly Turno[] | null;
};

/** When the company is open. */
export type Funcionamento = {
  /** IANA zone. */
  fuso: string;
  semana: Semana;
  feriadosFechados: boolean;
  excecoes: readonly DataEspecial[];
};

/** When somebody works: in their own hours from one day to another, on all other days in the company's. */
export type Jornada = {
  /** First and last day of work. */
  admissao: string | null;
  desligamento: string | null;
  periodos: readonly { de: string | null; ate: string | null; semana: Semana }[];
};

/** What makes a day unlike its weekday: a date of its own, else one of every year, else a national holiday. */
export function dataEspecialDe({ excecoes, feriadosFechados }: Funcionamento, dia: string) {
  const propria = excecoes.find(({ data, anual }) => !anual && data === dia);
  const deTodoAno = excecoes.find(({ data, anual }) => anual && data.slice(5) === dia.slice(5));
  if (propria ?? deTodoAno) return propria ?? deTodoAno;
  const feriado = feriadosFechados ? feriadoDe(dia) : undefined;
  return feriado && !feriado.facultativo ? { nome: feriado.nome, aberto: false, turnos: null } : undefined;
}

/** The company's stretches of a civil day; none: closed. */
export function turnosDaEmpresa(funcionamento: Funcionamento, dia: string): readonly Turno[] {
  const especial = dataEspecialDe(funcionamento, dia);
  if (especial && !especial.aberto) return [];
  return especial?.turnos ?? funcionamento.semana[diaDaSemana(dia)] ?? [];
}

/** Somebody's own stretches of a civil day; undefined: none of their own, but the company's. */
export function turnosProprios({ periodos }: Jornada, dia: string): readonly Turno[] | undefined {
  const periodo = periodos.find(({ de, ate }) => (!de || de <= dia) && (!ate || dia <= ate));
  return periodo && (periodo.semana[diaDaSemana(dia)] ?? []);
}

/** Whether a civil day lies between somebody's first and last day of work. */
export const trabalhaAqui = ({ admissao, desligamento }: Jornada, dia: string) =>
  (!admissao || admissao <= dia) && (!desligamento || dia <= desligamento);

/** The minutes since the epoch in which the company is open on a civil day. */
export const aberto = (funcionamento: Funcionamento, dia: string): Intervalo[] =>
  noDia(diaCivil(dia, funcionamento.fuso), turnosDaEmpresa(funcionamento, dia));

/** What of the company's open minutes of a civil day somebody works. */
export function trabalhado(jornada: Jornada, dia: string, fuso: string, abertos: readonly Intervalo[]): Intervalo[] {
  if (!trabalhaAqui(jornada, dia)) return [];
  const proprios = turnosProprios(jornada, dia);
  return proprios ? cruzar(abertos, noDia(diaCivil(dia, fuso), proprios)) : [...abertos];
}
