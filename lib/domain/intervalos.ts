/** A stretch of integers, half-open: `[9, 12]` holds 9, 10 and 11. Lists of them are in order and apart from each other. */
export type Intervalo = readonly [inicio: number, fim: number];

/** What any of them covers, in order, with those that touch made one. Empty ones vanish. */
export function unir(intervalos: readonly Intervalo[]): Intervalo[] {
  const emOrdem = intervalos.filter(([inicio, fim]) => fim > inicio).sort((a, b) => a[0] - b[0]);
  const unidos: [number, number][] = [];
  for (const [inicio, fim] of emOrdem) {
    const ultimo = unidos.at(-1);
    if (ultimo && inicio <= ultimo[1]) ultimo[1] = Math.max(ultimo[1], fim);
    else unidos.push([inicio, fim]);
  }
  return unidos;
}

/** What both lists cover. */
export function cruzar(a: readonly Intervalo[], b: readonly Intervalo[]): Intervalo[] {
  const comuns: Intervalo[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const inicio = Math.max(a[i]![0], b[j]![0]);
    const fim = Math.min(a[i]![1], b[j]![1]);
    if (fim > inicio) comuns.push([inicio, fim]);
    if (a[i]![1] < b[j]![1]) i++;
    else j++;
  }
  return comuns;
}

/** What the first list covers and the second does not. */
export function subtrair(de: readonly Intervalo[], menos: readonly Intervalo[]): Intervalo[] {
  const resto: Intervalo[] = [];
  let j = 0;
  for (const [inicio, fim] of de) {
    let livre = inicio;
    while (j < menos.length && menos[j]![1] <= inicio) j++;
    for (let k = j; k < menos.length && menos[k]![0] < fim; k++) {
      if (menos[k]![0] > livre) resto.push([livre, menos[k]![0]]);
      livre = Math.max(livre, menos[k]![1]);
    }
    if (livre < fim) resto.push([livre, fim]);
  }
  return resto;
}

/** Whether they share anything; an empty one meets nothing. */
export const seEncontram = ([a, b]: Intervalo, [c, d]: Intervalo) => Math.max(a, c) < Math.min(b, d);
