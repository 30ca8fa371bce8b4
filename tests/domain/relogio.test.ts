import { expect, test } from "vitest";
import { falarHora, falarMomento } from "@/lib/domain/frases";
import { feriadoDe, feriadosDoAno } from "@/lib/domain/feriados";
import { diaCivil, diasEntre, minutoDaParede, naParede, somarDias } from "@/lib/domain/tempo";
import { diasEstranhos } from "../support/fatos";
import { parede } from "../support/oraculo";

const SP = "America/Sao_Paulo";

test.each(diasEstranhos)("em %s, %s mede o que o relógio da parede mostra", (fuso, dia) => {
  const { inicio, fim, trechos } = diaCivil(dia, fuso);
  const minutos = trechos.flatMap((um) => Array.from({ length: um.fim - um.inicio }, (_, i) => um.inicio + i));
  expect(minutos).toHaveLength(fim - inicio);
  const errados = minutos.filter((minuto) => parede(minuto, fuso).dia !== dia);
  expect(errados).toEqual([]);
  for (const trecho of trechos) {
    expect(parede(trecho.inicio, fuso).minutos).toBe(trecho.parede);
    expect(parede(trecho.fim - 1, fuso).minutos).toBe(trecho.parede + trecho.fim - 1 - trecho.inicio);
    expect(naParede(trecho.inicio, fuso)).toEqual(parede(trecho.inicio, fuso));
  }
});

test.each([
  ["um dia comum", SP, "2026-11-24", 540, "2026-11-24T12:00:00Z"],
  ["o fim de um dia", SP, "2026-11-24", 1_440, "2026-11-25T03:00:00Z"],
  ["a meia-noite que não houve", SP, "2018-11-04", 0, "2018-11-04T03:00:00Z"],
  ["a hora que não houve", "America/New_York", "2026-03-08", 150, "2026-03-08T07:00:00Z"],
  ["a hora que houve duas vezes: a primeira", "America/New_York", "2026-11-01", 90, "2026-11-01T05:30:00Z"],
  ["depois da mudança do relógio", "Australia/Lord_Howe", "2026-04-05", 600, "2026-04-04T23:30:00Z"],
])("o instante de uma hora da parede: %s", (_caso, fuso, dia, minutos, instante) => {
  expect(new Date(minutoDaParede(dia, minutos, fuso) * 60_000)).toEqual(new Date(instante));
});

test("dias civis não conhecem relógio", () => {
  expect(diasEntre("2024-02-28", "2024-03-01")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
  expect(diasEntre("2018-11-03", "2018-11-05")).toHaveLength(3);
  expect(diasEntre("2026-11-25", "2026-11-24")).toEqual([]);
  expect(somarDias("2026-01-01", -1)).toBe("2025-12-31");
});

test("os feriados nacionais fecham, os pontos facultativos não", () => {
  const fecham = feriadosDoAno(2026).filter(({ facultativo }) => !facultativo);
  expect(fecham.map(({ dia }) => dia.slice(5))).toEqual([
    "01-01",
    "04-03",
    "04-21",
    "05-01",
    "09-07",
    "10-12",
    "11-02",
    "11-15",
    "11-20",
    "12-25",
  ]);
  expect(feriadoDe("2026-02-17")).toMatchObject({ nome: "Carnaval (terça-feira)", facultativo: true });
  expect(feriadoDe("2026-06-04")).toMatchObject({ nome: "Corpus Christi", facultativo: true });
  expect(feriadoDe("2026-11-24")).toBeUndefined();
  expect([feriadosDoAno(1899), feriadosDoAno(2100)]).toEqual([[], []]);
});

test("horas como se fala", () => {
  expect([900, 570, 5, 0].map(falarHora)).toEqual(["15h", "9h30", "0h05", "0h"]);
  const tres = minutoDaParede("2026-11-24", 900, SP);
  expect(falarMomento(tres, tres - 60, SP)).toBe("15h");
  expect(falarMomento(tres, tres - 1_440, SP)).toBe("15h de 24/11/2026");
});
