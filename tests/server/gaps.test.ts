import { expect, test } from "vitest";
import { see, type Seen } from "@/lib/server/gaps";

const nada: Seen = { newest: 10, gaps: [] };
const lacunas = ({ gaps }: Seen) => gaps.map(({ from, to }) => [from, to]);

test("o que vem em ordem não deixa lacuna, e o que foi pulado fica à espera", () => {
  expect(see(nada, [11, 12, 13], 0)).toEqual({ newest: 13, gaps: [] });
  const visto = see(nada, [12, 16], 0);
  expect(visto.newest).toBe(16);
  expect(lacunas(visto)).toEqual([
    [11, 11],
    [13, 15],
  ]);
});

test("o que aparece depois enche a lacuna, ou a parte em duas", () => {
  const visto = see(nada, [16], 0);
  const meio = see(visto, [13], 0);
  expect(lacunas(meio)).toEqual([
    [11, 12],
    [14, 15],
  ]);
  expect(see(meio, [11, 12, 14, 15], 0)).toEqual({ newest: 16, gaps: [] });
});

test("uma lacuna velha é dada por perdida, e nunca se guardam mais de 500", () => {
  const visto = see(nada, [12], 0);
  expect(lacunas(see(visto, [13], 599_999))).toEqual([[11, 11]]);
  expect(lacunas(see(visto, [13], 600_000))).toEqual([]);
  const muitas = see(
    nada,
    Array.from({ length: 600 }, (_, i) => 12 + 2 * i),
    0,
  );
  expect(muitas.gaps).toHaveLength(500);
  expect(muitas.gaps.at(-1)).toMatchObject({ from: 1_209, to: 1_209 });
});
