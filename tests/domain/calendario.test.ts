import { expect, test } from "vitest";
import { datasDoAno } from "@/lib/domain/calendario";

const data = (mudancas: object) => ({
  data: "2026-12-24",
  anual: false,
  nome: "Véspera de Natal",
  origem: "empresa" as const,
  aberto: true,
  turnos: [[540, 780]] as const,
  ...mudancas,
});

const doDia = (dia: string, excecoes: ReturnType<typeof data>[], fechados = true) =>
  datasDoAno(Number(dia.slice(0, 4)), excecoes, fechados).filter((uma) => uma.dia === dia);

test("os feriados nacionais fecham pela regra, e só por ela; no facultativo se trabalha", () => {
  expect(doDia("2026-12-25", [])).toMatchObject([{ nome: "Natal", origem: "nacional", aberto: false, excecao: null }]);
  expect(doDia("2026-12-25", [], false)).toMatchObject([{ aberto: true }]);
  expect(doDia("2026-02-17", [])).toMatchObject([{ facultativo: true, aberto: true }]);
});

test("a data da empresa vale mais que o feriado, e a deste ano mais que a de todo ano", () => {
  const todoAno = data({ data: "2020-12-25", anual: true, nome: "Plantão de Natal" });
  const deste = data({ data: "2026-12-25", aberto: false, turnos: null, nome: "Natal com a família" });
  for (const lista of [
    [todoAno, deste],
    [deste, todoAno],
  ])
    expect(doDia("2026-12-25", lista)).toMatchObject([{ nome: "Natal com a família", aberto: false, excecao: deste }]);
  expect(doDia("2027-12-25", [todoAno, deste])).toMatchObject([
    { nome: "Plantão de Natal", aberto: true, excecao: todoAno },
  ]);
});

test("29 de fevereiro de todo ano só existe nos bissextos; datas de outro ano não aparecem", () => {
  const bissexto = data({ data: "2024-02-29", anual: true });
  expect(datasDoAno(2027, [bissexto], true).map(({ dia }) => dia)).not.toContain("2027-02-29");
  expect(datasDoAno(2027, [bissexto], true).map(({ dia }) => dia)).not.toContain("2027-03-01");
  expect(doDia("2028-02-29", [bissexto])).toHaveLength(1);
  expect(datasDoAno(2027, [data({})], true).every(({ dia }) => dia.startsWith("2027"))).toBe(true);
});

test("vêm em ordem", () => {
  const dias = datasDoAno(2026, [data({}), data({ data: "2026-01-02" })], true).map(({ dia }) => dia);
  expect(dias).toEqual(dias.toSorted());
});
