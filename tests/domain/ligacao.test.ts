import { expect, test } from "vitest";
import { dizerFalha } from "@/lib/domain/ligacao";

const falha = (codigo: number | null, subcodigo: number | null = null, detalhe = "") =>
  dizerFalha({ codigo, subcodigo, detalhe });

test.each([
  [null, /não respondeu/],
  [190, /recusou o token/],
  [0, /recusou o token/],
  [10, /não tem permissão/],
  [200, /não tem permissão/],
  [299, /não tem permissão/],
  [100, /não conhece esta identificação/],
  [33, /não é o telefone/],
  [4, /ocupada/],
  [131_016, /ocupada/],
  [131_031, /bloqueou/],
  [133_010, /registro/],
])("o erro %s da Meta vira uma frase que diz o que fazer", (codigo, frase) => {
  expect(falha(codigo)).toMatch(frase);
});

test("um token vencido se distingue de um errado", () => {
  expect(falha(190, 463)).toMatch(/venceu/);
});

test("o que não se conhece é dito como veio", () => {
  expect(falha(999_999, null, "Something new")).toBe("A Meta respondeu com o erro 999999: Something new");
  expect(falha(300)).toBe("A Meta respondeu com o erro 300.");
});
