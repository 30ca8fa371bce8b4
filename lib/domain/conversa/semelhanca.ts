/** How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the other. */
function distancia(a: string, b: string): number {
  let [antes, linha]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const nova = [i];
    for (let j = 1; j <= b.length; j++) {
      const igual = a[i - 1] === b[j - 1];
      nova[j] = Math.min(linha[j]! + 1, nova[j - 1]! + 1, linha[j - 1]! + (igual ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        nova[j] = Math.min(nova[j]!, antes[j - 2]! + 1);
    }
    [antes, linha] = [linha, nova];
  }
  return linha[b.length]!;
}

/** As it sounds: "Karla" and "Carla", "Thais" and "Tais", "Felipe" and "Phelipe" are the same. */
const somDe = (palavra: string) =>
  palavra
    .replace(/ph/g, "f")
    .replace(/[kq]u?(?=[ei])/g, "c")
    .replace(/k/g, "c")
    .replace(/y/g, "i")
    .replace(/w/g, "v")
    .replace(/([^cln])h/g, "$1")
    .replace(/(.)\1/g, "$1");

/** Whether one word is probably the other, mistyped. Short words are taken at their word. */
export function parecidas(a: string, b: string): boolean {
  if (a === b) return true;
  const [dita, certa] = [somDe(a), somDe(b)];
  const menor = Math.min(dita.length, certa.length);
  if (menor < 4 || dita[0] !== certa[0]) return false;
  return distancia(dita, certa) <= (menor >= 8 ? 2 : 1);
}
