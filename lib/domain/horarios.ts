import type { MotivoDeBloqueio } from "./agenda";
import { subtrair, unir, type Intervalo } from "./intervalos";
import { aberto, trabalhado, type Funcionamento, type Jornada } from "./jornada";
import { diaCivil, diaDoInstante, diasEntre, instanteDe, somarDias, type DiaCivil } from "./tempo";

/** All times of the facts are minutes since the epoch, half-open; those of one professional may be in any order. */
type Ocupado = { agendamentoId: number; inicio: number; fim: number; livreEm: number };
type Bloqueado = {
  bloqueioId: number;
  inicio: number;
  fim: number;
  motivo: MotivoDeBloqueio;
  descricao: string;
};

/** A place that somebody else holds and whose time is not over. */
type Reservado = { inicio: number; livreEm: number; expiraEm: number };

export type Profissional = Jornada & {
  id: number;
  nome: string;
  ativo: boolean;
  /** What they perform; `duracaoMinutos` null: as long as the service says. */
  faz: readonly { servicoId: number; duracaoMinutos: number | null }[];
  ocupados: readonly Ocupado[];
  /** Their own and everybody's. */
  bloqueios: readonly Bloqueado[];
  reservas: readonly Reservado[];
};

/** All that free times, and the reasons why one is not, are made from. */
export type Fatos = Funcionamento & {
  /** Appointments of clients begin when the clock shows a multiple of it. */
  gradeMinutos: number;
  /** How long before its beginning a client may still book, and how many days ahead. */
  antecedenciaMinutos: number;
  horizonteDias: number;
  servicos: readonly { id: number; nome: string; ativo: boolean; duracaoMinutos: number; preparoMinutos: number }[];
  profissionais: readonly Profissional[];
};

/** Notice and horizon bind clients and the assistant, not a person with permission. */
export type Quem = "pessoa" | "cliente";

/** Civil days of the company, both included; `duracaoMinutos` instead of the services' own. */
export type Procura = {
  servicos: readonly number[];
  de: string;
  ate: string;
  duracaoMinutos?: number;
  exceto?: readonly number[];
  quem?: Quem;
};

/** An appointment lasts at most so long, and so does its preparation. */
const UM_DIA = 1_440;

/** How long services take this professional, one after the other, and what they need after the end. */
export function tempoDe(fatos: Fatos, { faz }: Profissional, servicos: readonly number[]) {
  let [duracaoMinutos, preparoMinutos] = [0, 0];
  for (const id of servicos) {
    const servico = fatos.servicos.find((um) => um.id === id);
    const proprio = faz.find(({ servicoId }) => servicoId === id)?.duracaoMinutos;
    duracaoMinutos += proprio ?? servico?.duracaoMinutos ?? 0;
    preparoMinutos += servico?.preparoMinutos ?? 0;
  }
  return { duracaoMinutos, preparoMinutos: Math.min(preparoMinutos, UM_DIA) };
}

/** Whether somebody performs every one of these services, all of them still offered. */
export const fazTodos = (fatos: Fatos, { faz }: Profissional, servicos: readonly number[]) =>
  servicos.every(
    (id) => faz.some(({ servicoId }) => servicoId === id) && fatos.servicos.some((um) => um.id === id && um.ativo),
  );

/** The first minute at which a client may no longer begin. */
export const fimDoHorizonte = ({ fuso, horizonteDias }: Fatos, now: number) =>
  diaCivil(somarDias(diaDoInstante(instanteDe(now), fuso), horizonteDias), fuso).fim;

/** Between which minutes an appointment may begin, whatever else is in the way. */
function prazo(fatos: Fatos, now: number, quem: Quem): Intervalo {
  return quem === "pessoa" ? [now, Infinity] : [now + fatos.antecedenciaMinutos, fimDoHorizonte(fatos, now)];
}

/** What takes a professional's time: appointments (those that are moved do not count) and what others hold. */
function tomado({ ocupados, reservas }: Profissional, exceto: readonly number[] = []): Intervalo[] {
  const outros = ocupados.filter(({ agendamentoId }) => !exceto.includes(agendamentoId));
  return unir([...outros, ...reservas].map(({ inicio, livreEm }) => [inicio, livreEm]));
}

/** The starts of a grid among these minutes, by the clock on the wall. */
function naGrade({ trechos }: DiaCivil, gradeMinutos: number, minutos: readonly Intervalo[]): number[] {
  const inicios: number[] = [];
  for (const trecho of trechos) {
    for (const [a, b] of minutos) {
      const [de, ate] = [Math.max(a, trecho.inicio), Math.min(b, trecho.fim)];
      const resto = (trecho.parede + de - trecho.inicio) % gradeMinutos;
      for (let inicio = resto ? de + gradeMinutos - resto : de; inicio < ate; inicio += gradeMinutos)
        inicios.push(inicio);
    }
  }
  return inicios;
}

/**
 * The free starts per civil day and professional, in minutes since the epoch; who has none on a day is not named on it.
 * The facts must cover the days asked for and, after the last one, the longest appointment and its preparation.
 *
 * @param now minutes since the epoch
 */
export function horariosLivres(
  fatos: Fatos,
  { servicos, de, ate, duracaoMinutos, exceto, quem = "cliente" }: Procura,
  now: number,
): { dia: string; profissionais: { id: number; inicios: number[] }[] }[] {
  const { fuso, gradeMinutos } = fatos;
  const dias = diasEntre(de, ate);
  const agenda = fatos.profissionais
    .filter((profissional) => profissional.ativo && fazTodos(fatos, profissional, servicos))
    .map((profissional) => {
      const tempo = tempoDe(fatos, profissional, servicos);
      return { ...tempo, duracaoMinutos: duracaoMinutos ?? tempo.duracaoMinutos, profissional };
    })
    .filter((um) => um.duracaoMinutos <= UM_DIA);
  const maior = Math.max(0, ...agenda.map((um) => um.duracaoMinutos));
  // The last appointment of the last day may end on a later one.
  const abertos = diasEntre(de, somarDias(ate, Math.ceil(maior / 1_200))).map((dia) => ({
    dia,
    em: aberto(fatos, dia),
  }));
  const permitidos = prazo(fatos, now, quem);

  const livres = agenda.map(({ profissional, duracaoMinutos: duracao, preparoMinutos }) => {
    const trabalha = unir(abertos.flatMap(({ dia, em }) => trabalhado(profissional, dia, fuso, em)));
    const disponivel = subtrair(trabalha, unir(profissional.bloqueios.map(({ inicio, fim }) => [inicio, fim])));
    const cabe = disponivel.map(([a, b]): Intervalo => [
      Math.max(a, permitidos[0]),
      Math.min(b - duracao + 1, permitidos[1]),
    ]);
    // Whoever begins less than a whole appointment before a taken time, or within it, meets it.
    const encontra = tomado(profissional, exceto).map(([a, b]): Intervalo => [a - duracao - preparoMinutos + 1, b]);
    return { id: profissional.id, inicios: subtrair(unir(cabe), unir(encontra)) };
  });

  return dias.map((dia) => {
    const civil = diaCivil(dia, fuso);
    const profissionais = livres.map(({ id, inicios }) => ({ id, inicios: naGrade(civil, gradeMinutos, inicios) }));
    return { dia, profissionais: profissionais.filter(({ inicios }) => inicios.length) };
  });
}
