import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  escreverDiaCurto,
  escreverDiaLongo,
  escreverDiaRelativo,
  escreverHoraDe,
  minutoDe,
  relogio,
  somarDias,
} from "@/lib/domain/relogio";

const fuso = fc.constantFrom(
  "America/Sao_Paulo",
  "America/Rio_Branco",
  "Europe/Lisbon",
  "Asia/Kolkata",
  "Pacific/Apia",
);
/** 2000 to 2040, when these zones had daylight saving, lost it and moved across the date line. */
const minuto = fc.integer({ min: 15_778_080, max: 36_816_480 });
const dia = fc
  .integer({ min: 10_957, max: 25_567 })
  .map((dias) => new Date(dias * 86_400_000).toISOString().slice(0, 10));

describe("o relógio da parede, sem biblioteca", () => {
  test("diz o mesmo dia e a mesma hora que o Temporal", () => {
    fc.assert(
      fc.property(minuto, fuso, (em, zona) => {
        const certo = Temporal.Instant.fromEpochMilliseconds(em * 60_000).toZonedDateTimeISO(zona);
        expect(relogio(em, zona)).toEqual({
          dia: certo.toPlainDate().toString(),
          minutos: certo.hour * 60 + certo.minute,
        });
      }),
    );
  });

  test("acha o instante de uma hora civil como o Temporal, também quando o relógio pula ou volta", () => {
    const sempre = fc.record({ dia, minutos: fc.integer({ min: 0, max: 1_439 }), zona: fuso });
    const trocas = fc.record({
      dia: fc.constantFrom("2017-10-15", "2018-02-17", "2018-11-04", "2019-03-31", "2019-10-27", "2011-12-30"),
      minutos: fc.integer({ min: 0, max: 1_439 }),
      zona: fuso,
    });
    fc.assert(
      fc.property(fc.oneof(sempre, trocas), ({ dia, minutos, zona }) => {
        const civil = Temporal.PlainDate.from(dia).toPlainDateTime({
          hour: Math.floor(minutos / 60),
          minute: minutos % 60,
        });
        expect(minutoDe(dia, minutos, zona)).toBe(civil.toZonedDateTime(zona).epochMilliseconds / 60_000);
      }),
    );
  });

  test("o dia que começa à uma hora começa à uma hora", () => {
    const inicio = minutoDe("2018-11-04", 0, "America/Sao_Paulo");
    expect(relogio(inicio, "America/Sao_Paulo")).toEqual({ dia: "2018-11-04", minutos: 60 });
  });

  test("soma dias pelo fim do mês e pelo dia 29 de fevereiro", () => {
    expect(somarDias("2028-02-28", 1)).toBe("2028-02-29");
    expect(somarDias("2026-11-30", 1)).toBe("2026-12-01");
    expect(somarDias("2026-01-01", -1)).toBe("2025-12-31");
  });

  test("escreve horas e dias como as pessoas dizem", () => {
    expect(escreverHoraDe(minutoDe("2026-11-24", 845, "America/Sao_Paulo"), "America/Sao_Paulo")).toBe("14:05");
    expect(escreverHoraDe(minutoDe("2026-11-24", 5, "America/Sao_Paulo"), "America/Sao_Paulo")).toBe("00:05");
    expect(escreverDiaCurto("2026-11-24")).toBe("ter, 24/11");
    expect(escreverDiaLongo("2026-11-24")).toBe("terça-feira, 24 de novembro");
    expect(
      ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"].map((d) => escreverDiaRelativo(d, "2026-11-24")),
    ).toEqual(["ontem", "hoje", "amanhã", "qui, 26/11"]);
  });
});
