import fc from "fast-check";
import { expect, test } from "vitest";
import { lerCentavos } from "@/lib/domain/dinheiro";
import { escreverPreco } from "@/lib/domain/preco";

const lido = (...args: Parameters<typeof escreverPreco>) => escreverPreco(...args).replace(/\s/g, " ");

test.each([
  ["fixo", 4_500, "R$ 45,00"],
  ["fixo", 0, "R$ 0,00"],
  ["a_partir_de", 123_450, "a partir de R$ 1.234,50"],
  ["sob_avaliacao", null, "sob avaliação"],
  ["sob_avaliacao", 4_500, "sob avaliação"],
  ["fixo", null, "sob avaliação"],
] as const)("%s com %j centavos se lê %j", (precoTipo, precoCentavos, texto) => {
  expect(lido({ precoTipo, precoCentavos })).toBe(texto);
});

test("do preço escrito se lê de volta o mesmo valor, e só o começo diz se é a partir de", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (precoCentavos) => {
      const fixo = lido({ precoTipo: "fixo", precoCentavos });
      expect(lerCentavos(fixo)).toBe(precoCentavos);
      expect(lido({ precoTipo: "a_partir_de", precoCentavos })).toBe(`a partir de ${fixo}`);
    }),
  );
});
