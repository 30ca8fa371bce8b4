/** Where things stand in the grid of a day. Hours are civil minutes since midnight. */

export type Trecho = { inicio: number; fim: number };

/** The rows of the grid: five minutes each. */
export const UNIDADE = 5;

/** No block is drawn shorter than this, so that a finger finds it. */
const MENOR_BLOCO = 15;

const DIA = 1_440;
const HORA = 60;

/** A block's share of its column: it begins at lane `via` of `vias` and is `largura` lanes wide. */
export type Lugar = { via: number; vias: number; largura: number };

/** What a block covers on the screen. */
export const visivel = ({ inicio, fim }: Trecho): Trecho => ({ inicio, fim: Math.max(fim, inicio + MENOR_BLOCO) });

const seTocam = (a: Trecho, b: Trecho) => a.inicio < b.fim && b.inicio < a.fim;

/**
 * Side by side what overlaps: no two blocks share a point, so the centre of each belongs to it. Blocks that meet nobody
 * have the whole column; the others share it and widen into lanes that are free beside them.
 *
 * @returns in the order of `trechos`
 */
export function ladoALado(trechos: readonly Trecho[]): Lugar[] {
  const blocos = trechos
    .map((trecho, indice) => ({ ...visivel(trecho), indice, via: 0, vias: 1, largura: 1 }))
    .sort((a, b) => a.inicio - b.inicio || b.fim - a.fim || a.indice - b.indice);

  let grupo: typeof blocos = [];
  let fimDoGrupo = -Infinity;
  const fechar = () => {
    const vias = 1 + Math.max(...grupo.map(({ via }) => via));
    for (const bloco of grupo) {
      const vizinhos = grupo.filter((outro) => outro.via > bloco.via && seTocam(bloco, outro)).map(({ via }) => via);
      Object.assign(bloco, { vias, largura: Math.min(vias, ...vizinhos) - bloco.via });
    }
  };
  for (const bloco of blocos) {
    if (bloco.inicio >= fimDoGrupo && grupo.length) {
      fechar();
      grupo = [];
    }
    const tomadas = new Set(grupo.filter((outro) => seTocam(bloco, outro)).map(({ via }) => via));
    while (tomadas.has(bloco.via)) bloco.via += 1;
    grupo.push(bloco);
    fimDoGrupo = Math.max(fimDoGrupo, bloco.fim);
  }
  if (grupo.length) fechar();

  return blocos.sort((a, b) => a.indice - b.indice).map(({ via, vias, largura }) => ({ via, vias, largura }));
}

/** The stretches of a day that `fechados` leave. */
export function abertos(fechados: readonly Trecho[]): Trecho[] {
  const livres: Trecho[] = [];
  let ate = 0;
  for (const { inicio, fim } of [...fechados].sort((a, b) => a.inicio - b.inicio)) {
    if (inicio > ate) livres.push({ inicio: ate, fim: Math.min(inicio, DIA) });
    ate = Math.max(ate, fim);
  }
  if (ate < DIA) livres.push({ inicio: ate, fim: DIA });
  return livres.filter(({ inicio, fim }) => fim > inicio);
}

/** The hours to show for these stretches, whole ones with one more on each side; a working day if there are none. */
export function faixaDoDia(trechos: readonly Trecho[]): Trecho {
  if (!trechos.length) return { inicio: 8 * HORA, fim: 18 * HORA };
  const inicio = Math.floor(Math.min(...trechos.map((trecho) => trecho.inicio)) / HORA) - 1;
  const fim = Math.ceil(Math.max(...trechos.map((trecho) => visivel(trecho).fim)) / HORA) + 1;
  return { inicio: Math.max(0, inicio * HORA), fim: Math.min(DIA, fim * HORA) };
}

/** The part of a stretch that the grid shows; null if none. */
export function recortar({ inicio, fim }: Trecho, faixa: Trecho): Trecho | null {
  const recorte = { inicio: Math.max(inicio, faixa.inicio), fim: Math.min(fim, faixa.fim) };
  return recorte.fim > recorte.inicio ? recorte : null;
}

/** The step of the company's grid at or before an hour. @param grade minutes */
export const passoAntes = (hora: number, grade: number) => Math.floor(hora / grade) * grade;

/** The step nearest to an hour. */
export const passoMaisPerto = (hora: number, grade: number) => Math.round(hora / grade) * grade;

/** A beginning at which so many minutes still fit into the day. */
export const dentroDoDia = (inicio: number, duracao: number) => Math.max(0, Math.min(inicio, DIA - duracao));

type Retangulo = { left: number; top: number; width: number; height: number };

/** Which column and hour a point of the screen is. @param grade the box of all columns @param faixa the hours it shows */
export function lugarDoPonto(ponto: { x: number; y: number }, grade: Retangulo, colunas: number, faixa: Trecho) {
  const coluna = Math.floor(((ponto.x - grade.left) / grade.width) * colunas);
  const hora = faixa.inicio + ((ponto.y - grade.top) / grade.height) * (faixa.fim - faixa.inicio);
  return { coluna: Math.max(0, Math.min(colunas - 1, coluna)), hora };
}
