import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escreverMinutos, lerMinutos } from "@/lib/domain/duracao";

describe("lerMinutos", () => {
  test.each([
    ["30", 30],
    ["90 min", 90],
    ["45m", 45],
    ["1h", 60],
    ["1h30", 90],
    ["1H30", 90],
    ["1 h 30 min", 90],
    ["1:30", 90],
    ["0:45", 45],
    ["1h5", 65],
    ["2 horas", 120],
    ["1 hora e 20 minutos", 80],
    ["1,5 h", 90],
    ["1.5h", 90],
    ["0", 0],
  ])("entende %j", (texto, minutos) => {
    expect(lerMinutos(texto)).toBe(minutos);
  });

  test.each(["", "h", "1h90", "1:75", "-10", "1,5", "meia hora", "1h30s", "1:2:3"])(
    "não inventa um tempo para %j",
    (texto) => {
      expect(lerMinutos(texto)).toBeNull();
    },
  );

  test("lê de volta tudo o que a casa escreve", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59_999 }), (minutos) => {
        expect(lerMinutos(escreverMinutos(minutos))).toBe(minutos);
      }),
    );
  });
});

test("escreve como se fala", () => {
  expect([0, 30, 60, 90, 605].map(escreverMinutos)).toEqual(["0 min", "30 min", "1 h", "1 h 30 min", "10 h 5 min"]);
});
