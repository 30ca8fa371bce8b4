import { sql } from "drizzle-orm";
import type { Semana, Turno } from "../../lib/domain/expediente";
import type { DataEspecial, Funcionamento } from "../../lib/domain/jornada";
import { diaDaSemana, diasEntre, instanteDe, minutoDaParede, somarDias } from "../../lib/domain/tempo";
import type { Tx } from "../client";
import { bloqueios, excecoes, expedientes } from "../schema";
import { uuid, type Random } from "./random";

export const fuso = "America/Sao_Paulo";

const h = (hora: number, minuto = 0) => hora * 60 + minuto;
const dias = (
  segunda: readonly Turno[],
  terca: readonly Turno[],
  quarta: readonly Turno[],
  quinta: readonly Turno[],
  sexta: readonly Turno[],
  sabado: readonly Turno[],
): Semana => [[], segunda, terca, quarta, quinta, sexta, sabado];

const ateAsOito: Turno[] = [[h(9), h(20)]];
const doSalao = dias([[h(9), h(19)]], ateAsOito, ateAsOito, ateAsOito, ateAsOito, [[h(8), h(18)]]);

const manha: Turno[] = [[h(9), h(15)]];
const comPausa: Turno[] = [
  [h(11), h(15)],
  [h(16), h(20)],
];
const duasMetades: Turno[] = [
  [h(10), h(13)],
  [h(14), h(20)],
];

type Proprio = { nome: string; de: string | null; ate: string | null; semana: Semana };

/** Who does not work as the salon is open; `hoje` is a civil day. */
const proprios = (hoje: string): Proprio[] => [
  {
    ...{ nome: "Diego Martins", de: null, ate: null },
    semana: dias([], comPausa, comPausa, comPausa, comPausa, [[h(9), h(17)]]),
  },
  {
    ...{ nome: "Isabela Ramos", de: null, ate: null },
    semana: dias(manha, manha, manha, manha, manha, [[h(8), h(13)]]),
  },
  {
    ...{ nome: "Juliana Pinto", de: null, ate: null },
    semana: dias([], [], duasMetades, duasMetades, duasMetades, [[h(8), h(17)]]),
  },
  {
    ...{ nome: "Eduarda Lima", de: null, ate: somarDias(hoje, -21) },
    semana: dias(duasMetades, duasMetades, duasMetades, duasMetades, duasMetades, []),
  },
  {
    ...{ nome: "Eduarda Lima", de: somarDias(hoje, -20), ate: null },
    semana: dias([], duasMetades, duasMetades, duasMetades, duasMetades, [[h(8), h(18)]]),
  },
];

/** Who has lunch at which time of every day on which the salon is open. */
const almocos: Record<string, Turno> = {
  "Ana Ribeiro": [h(12), h(13)],
  "Bruno Teixeira": [h(13), h(14)],
  "Carla Nogueira": [h(13), h(14)],
  "Fernanda Dias": [h(12, 30), h(13, 30)],
  "Gustavo Melo": [h(12), h(13)],
};

/** How many days of lunch, and of whatever else was planned, there are before and after today. */
export const PERIODO = { antes: 62, depois: 30 };

function datas(hoje: string): (typeof excecoes.$inferInsert)[] {
  const ano = hoje.slice(0, 4);
  const domingo = somarDias(hoje, 14 + 7 - diaDaSemana(hoje));
  const doSalao = { anual: true, origem: "empresa" } as const;
  return [
    { ...doSalao, data: `${ano}-12-24`, nome: "Véspera de Natal", aberto: true, turnos: [[h(8), h(14)]] },
    { ...doSalao, data: `${ano}-12-31`, nome: "Véspera de Ano-Novo", aberto: false },
    { data: `${ano}-01-25`, nome: "Aniversário da cidade", anual: true, origem: "municipal", aberto: false },
    { data: `${ano}-07-09`, nome: "Revolução Constitucionalista", anual: true, origem: "estadual", aberto: true },
    { data: domingo, nome: "Domingo de festa", origem: "empresa", aberto: true, turnos: [[h(10), h(16)]] },
    { data: somarDias(hoje, -40), nome: "Reforma da recepção", origem: "empresa", aberto: false },
  ];
}

type Bloqueio = typeof bloqueios.$inferInsert;
type PorNome = ReadonlyMap<string, number>;

function bloqueiosDe(hoje: string, r: Random, id: PorNome): Bloqueio[] {
  const em = (dia: string, minutos: number) => instanteDe(minutoDaParede(dia, minutos, fuso));
  const daqui = (n: number) => somarDias(hoje, n);
  const entre = (dia: string, [de, ate]: Turno) => ({ inicio: em(dia, de), fim: em(dia, ate) });
  const inteiros = (de: string, ate: string) => ({ inicio: em(de, 0), fim: em(ate, 1_440) });
  const todoDia = diasEntre(daqui(-PERIODO.antes), daqui(PERIODO.depois)).filter((dia) => diaDaSemana(dia) !== 0);
  const almoco = Object.entries(almocos).flatMap(([nome, turno]) => {
    const serie = uuid(r);
    return todoDia.map((dia) => ({
      funcionarioId: id.get(nome),
      ...entre(dia, turno),
      motivo: "almoco" as const,
      serie,
    }));
  });
  return [
    ...almoco,
    { funcionarioId: id.get("Fernanda Dias"), ...inteiros(daqui(-12), daqui(-12)), motivo: "doenca" },
    { funcionarioId: id.get("Ana Ribeiro"), ...inteiros(daqui(-5), daqui(-5)), motivo: "folga" },
    { funcionarioId: id.get("Gustavo Melo"), ...inteiros(daqui(14), daqui(24)), motivo: "ferias", descricao: "Praia" },
    {
      ...{ funcionarioId: id.get("Carla Nogueira"), ...entre(daqui(9), [h(14), h(18)]) },
      ...{ motivo: "curso", descricao: "Alongamento em fibra" },
    },
    { ...entre(daqui(6), [h(9), h(10)]), motivo: "outro", descricao: "Reunião da equipe" },
  ];
}

/**
 * Says when the salon and its people work, and when they do not.
 *
 * @param hoje the civil day around which everything is @param funcionarios their ids by name
 * @returns what was planned, for whoever fills the days
 */
export async function planejar(tx: Tx, hoje: string, r: Random, funcionarios: PorNome) {
  const especiais = datas(hoje);
  const ausencias = bloqueiosDe(hoje, r, funcionarios);
  const semanas = proprios(hoje).map(({ nome, ...periodo }) => ({
    ...periodo,
    funcionarioId: funcionarios.get(nome)!,
  }));
  await tx
    .update(expedientes)
    .set({ semana: doSalao })
    .where(sql`${expedientes.funcionarioId} is null`);
  await tx.insert(expedientes).values(semanas);
  await tx.insert(excecoes).values(especiais);
  await tx.insert(bloqueios).values(ausencias);
  const funcionamento: Funcionamento = {
    ...{ fuso, semana: doSalao, feriadosFechados: true },
    excecoes: especiais.map(({ anual = false, turnos = null, ...data }): DataEspecial => ({ ...data, anual, turnos })),
  };
  return { funcionamento, semanas, ausencias };
}
