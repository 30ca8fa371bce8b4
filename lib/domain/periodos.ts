import { diaDaSemana, diasEntre, somarDias } from "./tempo";

/** The stretches of time that a report is asked for, as people say them. */
export const periodos = {
  hoje: "Hoje",
  ontem: "Ontem",
  semana: "Esta semana",
  semana_passada: "Semana passada",
  d30: "Últimos 30 dias",
  d90: "Últimos 90 dias",
  mes: "Este mês",
  mes_passado: "Mês passado",
  m12: "Últimos 12 meses",
  ano: "Este ano",
  ano_passado: "Ano passado",
  p30: "Próximos 30 dias",
  datas: "Escolher datas",
} as const;

export type Periodo = keyof typeof periodos;
export const chavesPeriodo = Object.keys(periodos) as [Periodo, ...Periodo[]];

/** Civil days of the company, both included. */
export type Dias = { de: string; ate: string };

/** No report looks further than this. */
const MAIS_LONGO = 3 * 366;

/** The first day of the month so many months after a day's own, e.g. `2026-11-25`, -1 -> `2026-10-01`. */
export const primeiroDoMes = (dia: string, meses = 0) => {
  const [ano, mes] = dia.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(ano, mes - 1 + meses, 1)).toISOString().slice(0, 10);
};

/** The last day of the month so many months after a day's own. */
export const ultimoDoMes = (dia: string, meses = 0) => somarDias(primeiroDoMes(dia, meses + 1), -1);

/** Monday of a day's week. */
export const segundaDe = (dia: string) => somarDias(dia, -((diaDaSemana(dia) + 6) % 7));

const noAno = (ano: number): Dias => ({ de: `${ano}-01-01`, ate: `${ano}-12-31` });

function escolhidos({ de, ate }: Partial<Dias>, hoje: string): Dias {
  const fim = ate ?? (de && de > hoje ? de : hoje);
  const inicio = de ?? primeiroDoMes(fim);
  const [antes, depois] = inicio <= fim ? [inicio, fim] : [fim, inicio];
  const limite = somarDias(depois, 1 - MAIS_LONGO);
  return { de: antes < limite ? limite : antes, ate: depois };
}

/** The days of a period. @param datas what was chosen for `datas`; wrong way round is turned @param hoje civil day */
export function diasDoPeriodo(periodo: Periodo, datas: Partial<Dias>, hoje: string): Dias {
  const ano = Number(hoje.slice(0, 4));
  const segunda = segundaDe(hoje);
  const todos: Record<Periodo, () => Dias> = {
    hoje: () => ({ de: hoje, ate: hoje }),
    ontem: () => ({ de: somarDias(hoje, -1), ate: somarDias(hoje, -1) }),
    semana: () => ({ de: segunda, ate: somarDias(segunda, 6) }),
    semana_passada: () => ({ de: somarDias(segunda, -7), ate: somarDias(segunda, -1) }),
    d30: () => ({ de: somarDias(hoje, -29), ate: hoje }),
    d90: () => ({ de: somarDias(hoje, -89), ate: hoje }),
    mes: () => ({ de: primeiroDoMes(hoje), ate: ultimoDoMes(hoje) }),
    mes_passado: () => ({ de: primeiroDoMes(hoje, -1), ate: ultimoDoMes(hoje, -1) }),
    m12: () => ({ de: primeiroDoMes(hoje, -11), ate: ultimoDoMes(hoje) }),
    ano: () => noAno(ano),
    ano_passado: () => noAno(ano - 1),
    p30: () => ({ de: hoje, ate: somarDias(hoje, 29) }),
    datas: () => escolhidos(datas, hoje),
  };
  return todos[periodo]();
}

const mesesEntre = (de: string, ate: string) =>
  (Number(ate.slice(0, 4)) - Number(de.slice(0, 4))) * 12 + Number(ate.slice(5, 7)) - Number(de.slice(5, 7)) + 1;

/** What a period is compared with: as many whole months before whole months, else as many days before. */
export function periodoAnterior({ de, ate }: Dias): Dias {
  const ontem = somarDias(de, -1);
  if (de === primeiroDoMes(de) && ate === ultimoDoMes(ate))
    return { de: primeiroDoMes(de, -mesesEntre(de, ate)), ate: ontem };
  return { de: somarDias(de, -diasEntre(de, ate).length), ate: ontem };
}
