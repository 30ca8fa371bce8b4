import fc from "fast-check";
import { expect, test } from "vitest";
import { foraDoSilencio, horaDoLembrete } from "@/lib/domain/silencio";
import { minutoDe, naParede } from "@/lib/domain/tempo";

const SP = "America/Sao_Paulo";
const noite = { de: 1_260, ate: 480 };
const as = (texto: string) => new Date(`${texto}:00-03:00`);

test.each([
  ["2027-03-16T14:00", "2027-03-16T14:00"],
  ["2027-03-16T20:59", "2027-03-16T20:59"],
  ["2027-03-16T21:00", "2027-03-17T08:00"],
  ["2027-03-17T07:59", "2027-03-17T08:00"],
  ["2027-03-17T08:00", "2027-03-17T08:00"],
])("o que sairia %s sai %s", (querida, sai) => {
  expect(foraDoSilencio(as(querida), noite, SP)).toEqual(as(sai));
});

test("uma sesta cala no mesmo dia, e sem silêncio nada espera", () => {
  expect(foraDoSilencio(as("2027-03-16T13:00"), { de: 720, ate: 840 }, SP)).toEqual(as("2027-03-16T14:00"));
  expect(foraDoSilencio(as("2027-03-16T03:00"), { de: 0, ate: 0 }, SP)).toEqual(as("2027-03-16T03:00"));
});

test.each([
  ["de dia", "2027-03-18T14:00", 120, "2027-03-18T12:00"],
  ["de manhã cedo, na primeira hora", "2027-03-18T09:00", 120, "2027-03-18T08:00"],
  ["mais cedo ainda, na véspera", "2027-03-18T08:15", 120, "2027-03-17T20:59"],
  ["de madrugada, na véspera", "2027-03-18T02:00", 60, "2027-03-17T20:59"],
  ["um dia antes, também fora da noite", "2027-03-18T07:00", 1_440, "2027-03-17T08:00"],
])("o lembrete %s", (_, inicio, minutos, sai) => {
  expect(horaDoLembrete(as(inicio), minutos, noite, SP)).toEqual(as(sai));
});

test("nenhum lembrete sai no silêncio nem depois do começo, em nenhum fuso", () => {
  const hora = fc.integer({ min: 0, max: 1_439 });
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2017-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
      fc.integer({ min: 15, max: 20_160 }),
      fc.tuple(hora, hora),
      fc.constantFrom(SP, "America/New_York", "Australia/Lord_Howe"),
      (quando, minutos, [de, ate], fuso) => {
        const inicio = new Date(Math.floor(quando.getTime() / 60_000) * 60_000);
        const sai = horaDoLembrete(inicio, minutos, { de, ate }, fuso);
        const parede = naParede(minutoDe(sai), fuso).minutos;
        const cala = de <= ate ? parede >= de && parede < ate : parede >= de || parede < ate;
        expect(cala).toBe(false);
        expect(sai.getTime()).toBeLessThan(inicio.getTime());
      },
    ),
    { numRuns: 500 },
  );
});
