import { expect, test } from "vitest";
import { comTecla, esticadoAte, movidoPara, type Movimento } from "@/components/agenda/computador/movimento";

const corte: Movimento = {
  item: { id: 7, v: 1, f: 1, i: 0, d: 45, s: "agendado", n: "Corte" },
  modo: "mover",
  por: "teclado",
  coluna: 1,
  inicio: 840,
  duracao: 45,
};
const tecla = (key: string, shiftKey = false) => comTecla(corte, { key, shiftKey }, 15, 3);

test("encaixa no passo da empresa e não passa da meia-noite", () => {
  expect(movidoPara(corte, 2, 853, 15)).toMatchObject({ coluna: 2, inicio: 855, duracao: 45 });
  expect(movidoPara(corte, 0, 1_430, 15).inicio).toBe(1_395);
});

test("estica até o passo, nunca abaixo de um", () => {
  expect(esticadoAte(corte, 907, 15)).toMatchObject({ inicio: 840, duracao: 60 });
  expect(esticadoAte(corte, 600, 15).duracao).toBe(15);
  expect(esticadoAte(corte, 2_000, 15).duracao).toBe(600);
});

test("um atendimento mais curto que o passo pode ficar como é", () => {
  const curto = { ...corte, duracao: 10, item: { ...corte.item, d: 10 } };
  expect(esticadoAte(curto, 841, 30).duracao).toBe(10);
});

test("as setas mudam hora e coluna, e com Shift a duração", () => {
  expect(tecla("ArrowUp")).toMatchObject({ inicio: 825, coluna: 1 });
  expect(tecla("ArrowDown")).toMatchObject({ inicio: 855, coluna: 1 });
  expect(tecla("ArrowLeft")).toMatchObject({ inicio: 840, coluna: 0 });
  expect(tecla("ArrowRight")).toMatchObject({ inicio: 840, coluna: 2 });
  expect(tecla("ArrowDown", true)).toMatchObject({ inicio: 840, duracao: 60 });
  expect(tecla("Tab")).toBeNull();
});

test("não sai das colunas nem do dia", () => {
  expect(comTecla({ ...corte, coluna: 2 }, { key: "ArrowRight", shiftKey: false }, 15, 3)?.coluna).toBe(2);
  expect(comTecla({ ...corte, inicio: 0 }, { key: "ArrowUp", shiftKey: false }, 15, 3)?.inicio).toBe(0);
});

test("de entre dois passos vai para o vizinho", () => {
  const torto = { ...corte, inicio: 847 };
  expect(comTecla(torto, { key: "ArrowDown", shiftKey: false }, 15, 3)?.inicio).toBe(855);
  expect(comTecla(torto, { key: "ArrowUp", shiftKey: false }, 15, 3)?.inicio).toBe(840);
});
