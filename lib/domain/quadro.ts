import { escreverCentavos } from "./dinheiro";
import { escreverMinutos } from "./duracao";
import { escreverDia } from "./instantes";
import { colunas as todas, type ChaveColuna, type Tipo } from "./medidas";
import { escreverTelefone } from "./telefone";
import type { ColunaPlanilha, Colunas } from "./planilha";
import type { Dias } from "./periodos";
import type { Recorte } from "./recortes";

type Celula = number | string | null;

/** `antes`: the main number of the same key in the period before; null where nothing is compared. */
export type LinhaDoQuadro = {
  chave: string | null;
  rotulo: string;
  valores: Record<string, Celula>;
  antes: number | null;
};

/** What a report found: screen, chart, file and paper are drawn from this alone. */
export type Quadro = {
  titulo: string;
  recorte: Recorte;
  /** What the first column is called. */
  primeira: string;
  colunas: readonly ChaveColuna[];
  principal: ChaveColuna;
  destaques: readonly ChaveColuna[];
  linhas: LinhaDoQuadro[];
  /** Of all rows, also those on other pages; null: a list that has none. */
  total: Record<string, number> | null;
  totalAntes: Record<string, number> | null;
  dias: Dias;
  diasAntes: Dias;
  fuso: string;
  calor: boolean;
  /** Cursors of other pages, when there are any. */
  paginas?: { before: string | null; after: string | null };
};

const percentual = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 1 });
const inteiro = new Intl.NumberFormat("pt-BR");

const escritos: Record<Tipo, (valor: never) => string> = {
  inteiro: (valor: number) => inteiro.format(valor),
  centavos: escreverCentavos,
  duracao: (valor: number) => escreverMinutos(valor),
  percentual: (valor: number) => `${percentual.format(valor)}%`,
  telefone: escreverTelefone,
  dia: escreverDia,
};

/** A number of a column as people read it; nothing is a dash. */
export const escreverCelula = (coluna: ChaveColuna, valor: Celula | undefined): string =>
  valor === null || valor === undefined ? "–" : escritos[todas[coluna].tipo](valor as never);

/** How much more or less than before, in percent; null where there was nothing before. */
export const variacao = (agora: number, antes: number): number | null =>
  antes === 0 ? null : Math.round(((agora - antes) * 1_000) / antes) / 10;

const emArquivo: Record<Tipo, (valor: never) => Celula> = {
  inteiro: (valor: number) => valor,
  centavos: (valor: number) => valor / 100,
  // Hours, since spreadsheets calculate with them.
  duracao: (valor: number) => Math.round((valor * 100) / 60) / 100,
  percentual: (valor: number) => valor,
  telefone: escreverTelefone,
  dia: (valor: string) => valor,
};

const unidades: Partial<Record<Tipo, string>> = { centavos: " (R$)", duracao: " (h)" };
const LARGURA = 16;

/** A column of the file, in the unit that its title tells. @param depois is added to the title */
export function colunaDaMedida<T>(
  chave: ChaveColuna,
  valor: (linha: T) => Celula | undefined,
  depois = "",
): ColunaPlanilha<T> {
  const { titulo, tipo } = todas[chave];
  const escrito = (linha: T) => {
    const celula = valor(linha);
    return celula === null || celula === undefined ? null : emArquivo[tipo](celula as never);
  };
  return {
    titulo: `${titulo}${depois}${unidades[tipo] ?? ""}`,
    largura: LARGURA,
    tipo: tipo === "telefone" ? "texto" : tipo === "dia" ? tipo : "numero",
    valor: escrito,
  } as ColunaPlanilha<T>;
}

/** The columns of the file: those of the screen, with what the main one was before when that is compared. */
export function colunasDoArquivo({ primeira, colunas, principal, linhas }: Quadro): Colunas<LinhaDoQuadro> {
  const compara = linhas.some(({ antes }) => antes !== null);
  return [
    { titulo: primeira, largura: 32, tipo: "texto", valor: ({ rotulo }) => rotulo },
    ...colunas.map((chave) => colunaDaMedida<LinhaDoQuadro>(chave, ({ valores }) => valores[chave])),
    ...(compara ? [colunaDaMedida<LinhaDoQuadro>(principal, ({ antes }) => antes, ", antes")] : []),
  ];
}

/** The last row of the table and of the file, where all rows are on one page. */
export const linhaDoTotal = ({ total, totalAntes, principal, linhas, paginas }: Quadro): LinhaDoQuadro | undefined =>
  total && !paginas
    ? {
        chave: null,
        rotulo: "Total",
        valores: total,
        antes: linhas.some(({ antes }) => antes !== null) ? (totalAntes?.[principal] ?? null) : null,
      }
    : undefined;
