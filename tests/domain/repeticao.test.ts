import fc from "fast-check";
import { expect, test } from "vitest";
import { escreverHora } from "@/lib/domain/expediente";
import { repetirPeriodo, type Repetir } from "@/lib/domain/repeticao";
import { minutoDe, naParede } from "@/lib/domain/tempo";
import { vezes } from "../support/vezes";

const SP = "America/Sao_Paulo";
const LISBOA = "Europe/Lisbon";

const naHora = (em: Date, fuso: string) => {
  const { dia, minutos } = naParede(minutoDe(em), fuso);
  return { dia, hora: escreverHora(minutos) };
};

const periodo = (inicio: string, fim: string) => ({ inicio: new Date(inicio), fim: new Date(fim) });

function civis(repetir: Repetir, { de = "2026-11-24T15:00Z", ate = "2026-11-24T16:00Z", fuso = SP } = {}) {
  return repetirPeriodo(periodo(de, ate), repetir, fuso, 1_000).map(({ inicio, fim }) => {
    const [a, b] = [naHora(inicio, fuso), naHora(fim, fuso)];
    return `${a.dia} ${a.hora} a ${a.dia === b.dia ? "" : `${b.dia} `}${b.hora}`;
  });
}

test("toda semana, no dia da semana do primeiro, até o último dia inclusive", () => {
  expect(civis({ cada: "semana", dias: [], ate: "2026-12-08" })).toEqual([
    "2026-11-24 12:00 a 13:00",
    "2026-12-01 12:00 a 13:00",
    "2026-12-08 12:00 a 13:00",
  ]);
});

test("em dias escolhidos: os que já passaram na primeira semana ficam de fora, e o primeiro só se foi escolhido", () => {
  expect(civis({ cada: "semana", dias: [5, 1, 1], ate: "2026-12-04" })).toEqual([
    "2026-11-27 12:00 a 13:00",
    "2026-11-30 12:00 a 13:00",
    "2026-12-04 12:00 a 13:00",
  ]);
});

test("a cada duas semanas pula uma inteira, mesmo com vários dias", () => {
  expect(civis({ cada: "quinzena", dias: [1, 4], ate: "2026-12-11" }).map((texto) => texto.slice(0, 10))).toEqual([
    "2026-11-26",
    "2026-12-07",
    "2026-12-10",
  ]);
});

test("todo mês no dia 31: onde não há, o último, sem que os seguintes encurtem", () => {
  const dia31 = { de: "2027-12-31T15:00Z", ate: "2027-12-31T16:00Z" };
  const achados = civis({ cada: "mes", dias: [], ate: "2028-04-30" }, dia31);
  expect(achados.map((texto) => texto.slice(0, 10))).toEqual([
    "2027-12-31",
    "2028-01-31",
    "2028-02-29",
    "2028-03-31",
    "2028-04-30",
  ]);
});

test("atravessa a noite e a mudança do horário de verão na mesma hora da parede", () => {
  const noite = { de: "2026-03-20T22:00Z", ate: "2026-03-21T02:00Z", fuso: LISBOA };
  expect(civis({ cada: "semana", dias: [], ate: "2026-04-03" }, noite)).toEqual([
    "2026-03-20 22:00 a 2026-03-21 02:00",
    "2026-03-27 22:00 a 2026-03-28 02:00",
    "2026-04-03 22:00 a 2026-04-04 02:00",
  ]);
});

test("a hora que o horário de verão pula não é bloqueada naquele dia; a que cai pela metade, só pela metade", () => {
  const uma = { de: "2026-03-22T01:00Z", ate: "2026-03-22T02:00Z", fuso: LISBOA };
  expect(civis({ cada: "semana", dias: [], ate: "2026-04-05" }, uma)).toEqual([
    "2026-03-22 01:00 a 02:00",
    "2026-04-05 01:00 a 02:00",
  ]);
  const meia = { de: "2026-03-22T01:30Z", ate: "2026-03-22T03:00Z", fuso: LISBOA };
  expect(civis({ cada: "semana", dias: [], ate: "2026-03-29" }, meia)[1]).toBe("2026-03-29 02:00 a 03:00");
});

test("para no máximo pedido, e não repete nada quando o fim já passou", () => {
  const semFim = { cada: "semana", dias: [0, 1, 2, 3, 4, 5, 6], ate: "2199-12-31" } as const;
  const um = periodo("2026-11-24T15:00Z", "2026-11-24T16:00Z");
  expect(repetirPeriodo(um, semFim, SP, 401)).toHaveLength(401);
  expect(civis({ cada: "semana", dias: [], ate: "2026-11-23" })).toEqual([]);
});

test("em qualquer fuso, todas as vezes mostram a mesma hora que a primeira, em ordem", () => {
  const quando = fc.integer({ min: Date.parse("2010-01-01") / 60_000, max: Date.parse("2030-01-01") / 60_000 });
  const fuso = fc.constantFrom(SP, LISBOA, "Pacific/Auckland", "America/Noronha");
  const cada = fc.constantFrom("semana", "quinzena", "mes");
  const dias = fc.uniqueArray(fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(quando, fc.integer({ min: 1, max: 3_000 }), fuso, cada, dias, (em, dura, zona, cada, escolhidos) => {
      const primeiro = { inicio: new Date(em * 60_000), fim: new Date((em + dura) * 60_000) };
      const todas = repetirPeriodo(primeiro, { cada, dias: escolhidos, ate: "2199-12-31" }, zona, 60);
      const hora = (um: Date) => naHora(um, zona).hora;
      const iguais = todas.filter(({ inicio }) => hora(inicio) === hora(primeiro.inicio)).length;
      // The clocks change at most once in each half year, and then skip the hour or not.
      expect(iguais).toBeGreaterThanOrEqual(todas.length - 12);
      todas.slice(1).forEach(({ inicio }, i) => expect(inicio > todas[i]!.inicio).toBe(true));
      expect(todas.every(({ inicio }) => naHora(inicio, zona).dia >= naHora(primeiro.inicio, zona).dia)).toBe(true);
    }),
    { numRuns: vezes(100) },
  );
});
