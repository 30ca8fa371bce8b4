const provedores = [
  "gmail.com",
  "hotmail.com",
  "outlook.com",
  "yahoo.com.br",
  "icloud.com",
  "uol.com.br",
  "bol.com.br",
  "terra.com.br",
  "live.com",
  "globo.com",
  "ig.com.br",
];

/** What looks like a slip of the above and is somebody's real domain. */
const verdadeiros = ["yahoo.com", "outlook.com.br", "hotmail.com.br", "mail.com", "ymail.com", "email.com", "aol.com"];

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one text of another. */
function distancia(a: string, b: string): number {
  const linhas = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const linha = [i];
    for (let j = 1; j <= b.length; j++) {
      const igual = a[i - 1] === b[j - 1];
      const custo = Math.min(linhas[i - 1]![j]! + 1, linha[j - 1]! + 1, linhas[i - 1]![j - 1]! + (igual ? 0 : 1));
      const trocadas = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      linha.push(trocadas ? Math.min(custo, linhas[i - 2]![j - 2]! + 1) : custo);
    }
    linhas.push(linha);
  }
  return linhas[a.length]![b.length]!;
}

const partes = (dominio: string) => {
  const ponto = dominio.indexOf(".");
  return [dominio.slice(0, ponto), dominio.slice(ponto + 1)] as const;
};

/** How far a domain is from a provider's; infinite where it is more likely another domain than a slip. */
function deslize(dominio: string, provedor: string): number {
  const [[nome, resto], [certo, certoResto]] = [partes(dominio), partes(provedor)];
  // A short name is like many others; a long one bears two slips.
  const tolera = certo.length <= 3 ? 0 : certo.length <= 5 ? 1 : 2;
  const noNome = distancia(nome, certo);
  const noResto = ["com", "com.br"].includes(resto) && resto !== certoResto ? 1 : distancia(resto, certoResto);
  return noNome <= tolera && noResto <= 1 ? noNome + noResto : Infinity;
}

/**
 * The address that somebody probably meant: `ana@gmial.com` is `ana@gmail.com`. Null: nothing seems wrong.
 *
 * @param email as typed, perhaps not an e-mail at all
 */
export function sugestaoDeEmail(email: string): string | null {
  const [, pessoa, dominio] = /^\s*([^\s@]+)@([^\s@]{1,60}\.[^\s@]{1,10})\s*$/.exec(email.toLowerCase()) ?? [];
  if (!pessoa || !dominio || provedores.includes(dominio) || verdadeiros.includes(dominio)) return null;
  const [perto] = provedores
    .map((provedor) => ({ provedor, longe: deslize(dominio, provedor) }))
    .filter(({ longe }) => Number.isFinite(longe))
    .sort((a, b) => a.longe - b.longe);
  return perto ? `${pessoa}@${perto.provedor}` : null;
}
