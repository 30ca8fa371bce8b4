/** What the booking form works out: services of a professional, their time and price, and times that fit together. */

export type ServicoMarcavel = {
  id: number;
  nome: string;
  duracaoMinutos: number;
  preparoMinutos: number;
  precoCentavos: number | null;
};

/** A professional and what they perform, with their own time and price where they have one. */
export type QuemFaz = {
  id: number;
  nome: string;
  faz: readonly { servicoId: number; duracaoMinutos: number | null; precoCentavos: number | null }[];
};

/** The services that somebody performs (nobody chosen: all) in the order given, those of `antes` first and in its order. */
export function servicosDe<S extends ServicoMarcavel>(
  servicos: readonly S[],
  quem: QuemFaz | undefined,
  antes: readonly number[],
): S[] {
  const lugar = ({ id }: S) => (antes.includes(id) ? antes.indexOf(id) : antes.length);
  return servicos.filter(({ id }) => !quem || fazTudo(quem, [id])).sort((a, b) => lugar(a) - lugar(b));
}

/** Whether somebody performs all of these. */
export const fazTudo = (quem: QuemFaz, servicos: readonly number[]) =>
  servicos.every((id) => quem.faz.some(({ servicoId }) => servicoId === id));

export type Soma = { duracaoMinutos: number; preparoMinutos: number; precoCentavos: number; semPreco: boolean };

/** Time and price of these services with this professional. `semPreco`: one of them is priced after a look. */
export function somar(
  servicos: readonly ServicoMarcavel[],
  quem: QuemFaz | undefined,
  escolhidos: readonly number[],
): Soma {
  const soma = { duracaoMinutos: 0, preparoMinutos: 0, precoCentavos: 0, semPreco: false };
  for (const escolhido of escolhidos) {
    const servico = servicos.find(({ id }) => id === escolhido);
    if (!servico) continue;
    const proprio = quem?.faz.find(({ servicoId }) => servicoId === escolhido);
    const preco = proprio?.precoCentavos ?? servico.precoCentavos;
    soma.duracaoMinutos += proprio?.duracaoMinutos ?? servico.duracaoMinutos;
    soma.preparoMinutos += servico.preparoMinutos;
    soma.precoCentavos += preco ?? 0;
    soma.semPreco ||= preco === null;
  }
  return soma;
}

export type Lugar = { funcionarioId: number; inicio: number };

/** One part of a visit: how long it takes, and when each professional could begin it (epoch minutes, ascending). */
export type ParteLivre = {
  duracaoMinutos: number;
  preparoMinutos: number;
  opcoes: readonly { funcionarioId: number; inicios: readonly number[] }[];
};

function proximo({ opcoes }: ParteLivre, desde: (funcionarioId: number) => number): Lugar | null {
  let achado: Lugar | null = null;
  for (const { funcionarioId, inicios } of opcoes) {
    const inicio = inicios.find((minuto) => minuto >= desde(funcionarioId));
    if (inicio !== undefined && (!achado || inicio < achado.inicio)) achado = { funcionarioId, inicio };
  }
  return achado;
}

/**
 * The times at which a visit fits: its parts one after the other, nobody waiting longer than `espera` minutes between two.
 *
 * @returns one entry per start of the first part, each with the place of every part
 */
export function horariosJuntos(partes: readonly ParteLivre[], espera: number): Lugar[][] {
  const [primeira, ...outras] = partes;
  if (!primeira) return [];
  const comecos = [...new Set(primeira.opcoes.flatMap(({ inicios }) => inicios))].sort((a, b) => a - b);
  return comecos.flatMap((comeco) => {
    const lugares = [proximo(primeira, () => comeco)!];
    let fim = comeco + primeira.duracaoMinutos;
    for (const [i, parte] of outras.entries()) {
      const anterior = lugares[i]!;
      // The same hands still have to prepare.
      const preparo = partes[i]!.preparoMinutos;
      const lugar = proximo(parte, (id) => fim + (id === anterior.funcionarioId ? preparo : 0));
      if (!lugar || lugar.inicio > fim + espera) return [];
      lugares.push(lugar);
      fim = lugar.inicio + parte.duracaoMinutos;
    }
    return [lugares];
  });
}
