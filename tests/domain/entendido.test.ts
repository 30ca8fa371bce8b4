import { expect, test } from "vitest";
import { entendidoDe } from "@/lib/domain/entendido";

const rascunho = {
  servicos: [3],
  profissionalId: 7,
  dias: { de: "2026-11-25", ate: "2026-11-25" },
  atendido: "a filha",
};

test("o que o assistente entendeu preenche o formulário", () => {
  expect(entendidoDe({ v: 1, pergunta: { tipo: "quando" }, rascunho })).toEqual({
    servicos: [3],
    profissionalId: 7,
    dia: "2026-11-25",
    inicio: null,
    atendido: "a filha",
  });
});

test("o horário que espera um sim vem junto, com quem o faz", () => {
  const inicio = Date.parse("2026-11-25T18:00:00Z") / 60_000;
  const pergunta = { tipo: "confirmar", partes: [{ profissionalId: 9, inicio, servicos: [3] }] };
  expect(entendidoDe({ v: 1, pergunta, rascunho: { ...rascunho, profissionalId: null } })).toMatchObject({
    profissionalId: 9,
    inicio: "2026-11-25T18:00:00.000Z",
  });
});

test.each([[null], [undefined], ["texto"], [{}], [{ rascunho: null }], [{ rascunho: { servicos: "?" } }], [{ v: 9 }]])(
  "de %j não se tira nada, e nada quebra",
  (estado) => {
    expect(entendidoDe(estado)).toBeNull();
  },
);
