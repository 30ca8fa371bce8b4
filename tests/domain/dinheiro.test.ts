import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escreverCentavos, escreverValor, lerCentavos } from "@/lib/domain/dinheiro";

describe("lerCentavos", () => {
  test.each([
    ["45", 4500],
    ["45,5", 4550],
    ["45,50", 4550],
    ["45,", 4500],
    ["45.5", 4550],
    ["45.50", 4550],
    ["R$ 1.234,50", 123450],
    ["r$1.234", 123400],
    ["R$ 12", 1200],
    ["1234,5", 123450],
    ["1.234.567,89", 123456789],
    ["0", 0],
    ["0,05", 5],
    ["007", 700],
  ])("entende %j", (texto, centavos) => {
    expect(lerCentavos(texto)).toBe(centavos);
  });

  test.each([
    "",
    " ",
    "R$",
    ",",
    "abc",
    "-5",
    "45,555",
    "1.23,4",
    "12.34.56",
    "1,2,3",
    "45 reais",
    "1e3",
    "9".repeat(20),
  ])("não inventa um valor para %j", (texto) => {
    expect(lerCentavos(texto)).toBeNull();
  });

  test("lê de volta tudo o que a casa escreve", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (centavos) => {
        expect(lerCentavos(escreverCentavos(centavos))).toBe(centavos);
        expect(lerCentavos(escreverValor(centavos))).toBe(centavos);
      }),
    );
  });
});

test("escreve com separadores brasileiros", () => {
  expect(escreverCentavos(123450).replace(/\s/g, " ")).toBe("R$ 1.234,50");
  expect(escreverValor(123450)).toBe("1.234,50");
});
