import type { Bloqueio, Item, JanelaDaAgenda, Profissional } from "@/lib/agenda/queries";
import { emAberto, type Situacao } from "@/lib/domain/agenda";
import type { Cor } from "@/lib/domain/cores";
import { relogio } from "@/lib/domain/relogio";
import { abertos, faixaDoDia, ladoALado, type Lugar, type Trecho } from "./geometria";

/** One column of the grid: a professional on a civil day. */
export type Coluna = { chave: string; dia: string; profissional: Profissional };

export type Bloco = { item: Item; trecho: Trecho; lugar: Lugar };

/** What a column shows, in civil minutes since its midnight. */
export type Conteudo = {
  blocos: readonly Bloco[];
  fechados: readonly Trecho[];
  bloqueios: readonly { bloqueio: Bloqueio; trecho: Trecho }[];
};

/** The colour of an appointment where colours tell situations. */
export const corDaSituacao: Record<Situacao, Cor> = {
  agendado: "azul",
  confirmado: "verde",
  concluido: "cinza",
  cancelado: "vermelho",
  faltou: "laranja",
};

/** Who it is for: "Maria Souza", "a filha (Maria Souza)", "Sem nome". */
export const quemE = ({ a, c }: Item) => (a && c ? `${a} (${c})` : (a ?? c ?? "Sem nome"));

/** Whether somebody may still move it. */
export const seMove = ({ s }: Item) => emAberto(s);

const DIA = 1_440;
const diasAte = (de: string, ate: string) => Math.round((Date.parse(ate) - Date.parse(de)) / 86_400_000);

/** An instant on the clock of a civil day: the evening before is negative, the day after 1440 or more. */
export function horaNoDia(minuto: number, dia: string, fuso: string): number {
  const parede = relogio(minuto, fuso);
  return parede.minutos + diasAte(dia, parede.dia) * DIA;
}

/** The stretch of an instant and so many minutes on the clock of a day. */
export function trechoNoDia({ i, d }: { i: number; d: number }, dia: string, fuso: string): Trecho {
  const inicio = horaNoDia(i, dia, fuso);
  return { inicio, fim: inicio + d };
}

const noDia = ({ inicio, fim }: Trecho) => fim > 0 && inicio < DIA;

export function conteudoDe({ dia, profissional: { id } }: Coluna, janela: JanelaDaAgenda, itens: readonly Item[]) {
  const { fuso } = janela;
  const trechos = <T extends { i: number; d: number }>(todos: readonly T[], meu: (um: T) => boolean) =>
    todos
      .filter(meu)
      .map((um) => ({ um, trecho: trechoNoDia(um, dia, fuso) }))
      .filter(({ trecho }) => noDia(trecho));
  const meus = trechos(itens, ({ f }) => f === id);
  const lugares = ladoALado(meus.map(({ trecho }) => trecho));
  return {
    blocos: meus.map(({ um: item, trecho }, n) => ({ item, trecho, lugar: lugares[n]! })),
    fechados: trechos(janela.fechado, ({ f }) => f === id).map(({ trecho }) => trecho),
    bloqueios: trechos(janela.bloqueios, ({ f }) => f === id || f === null).map(({ um: bloqueio, trecho }) => ({
      bloqueio,
      trecho,
    })),
  } satisfies Conteudo;
}

/** The hours that show all that is open or taken in any column. */
export const faixaDe = (conteudos: readonly Conteudo[]): Trecho =>
  faixaDoDia(
    conteudos.flatMap(({ fechados, blocos }) => [
      ...abertos(fechados),
      ...blocos.map(({ trecho }) => ({ inicio: Math.max(0, trecho.inicio), fim: Math.min(DIA, trecho.fim) })),
    ]),
  );

/** Whether nobody works in a column at this time: closed or blocked. */
export const sombreado = ({ fechados, bloqueios }: Conteudo, hora: number) =>
  [...fechados, ...bloqueios.map(({ trecho }) => trecho)].some(({ inicio, fim }) => hora >= inicio && hora < fim);

/** What the address shows of the window: cancelled ones only on demand, of all or of one professional. */
export const visiveis = (itens: readonly Item[], o: { canceladas: boolean; profissional: number | null }) =>
  itens.filter(({ s, f }) => (o.canceladas || s !== "cancelado") && (!o.profissional || f === o.profissional));
