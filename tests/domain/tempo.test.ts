import fc from "fast-check";
import { expect, test } from "vitest";
import { escreverInstante, escreverInstanteExato } from "@/lib/domain/instantes";
import { limitesDoDia } from "@/lib/domain/tempo";

const SP = "America/Sao_Paulo";
const HORA = 60 * 60 * 1000;
const horas = ({ inicio, fim }: { inicio: Date; fim: Date }) => (fim.getTime() - inicio.getTime()) / HORA;

test("um dia comum de São Paulo começa às três da manhã em UTC", () => {
  expect(limitesDoDia("2026-11-23", SP)).toEqual({
    inicio: new Date("2026-11-23T03:00:00Z"),
    fim: new Date("2026-11-24T03:00:00Z"),
  });
});

test.each([
  ["o dia que começou à uma da manhã", "2018-11-04", "2018-11-04T03:00:00Z", 23],
  ["o dia que teve a meia-noite duas vezes", "2018-02-17", "2018-02-17T02:00:00Z", 25],
])("%s", (_caso, data, inicio, duracao) => {
  const dia = limitesDoDia(data, SP);
  expect(dia.inicio).toEqual(new Date(inicio));
  expect(horas(dia)).toBe(duracao);
});

test("os dias se tocam, sem falta nem sobra, em qualquer fuso", () => {
  const dia = fc.date({ min: new Date("2000-01-01"), max: new Date("2049-12-30"), noInvalidDate: true });
  const fuso = fc.constantFrom(SP, "America/Rio_Branco", "America/Noronha", "Europe/Lisbon", "Pacific/Auckland");
  fc.assert(
    fc.property(dia, fuso, (data, zona) => {
      const iso = (d: Date) => d.toISOString().slice(0, 10);
      const hoje = limitesDoDia(iso(data), zona);
      expect(limitesDoDia(iso(new Date(data.getTime() + 24 * HORA)), zona).inicio).toEqual(hoje.fim);
      expect(horas(hoje)).toBeGreaterThanOrEqual(23);
      expect(horas(hoje)).toBeLessThanOrEqual(25);
      expect(escreverInstante(hoje.inicio, zona).slice(0, 10)).toBe(iso(data).split("-").reverse().join("/"));
    }),
  );
});

test("um instante se lê no relógio da parede da empresa", () => {
  const instante = "2026-11-23T17:05:09Z";
  expect(escreverInstante(instante, SP)).toBe("23/11/2026, 14:05");
  expect(escreverInstanteExato(new Date(instante), SP)).toBe("23/11/2026, 14:05:09");
  expect(escreverInstante(instante, "America/Noronha")).toBe("23/11/2026, 15:05");
});
