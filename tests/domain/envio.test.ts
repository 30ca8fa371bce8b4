import { expect, test } from "vitest";
import { decidir, espera, janelaAberta, outraForma, parLivreEm, type Recusada } from "@/lib/domain/envio";

const now = new Date("2027-03-16T12:00:00Z");
const haHoras = (horas: number) => new Date(now.getTime() - horas * 3_600_000);

test("a janela fica aberta um dia depois da última mensagem do cliente", () => {
  expect(janelaAberta(haHoras(23.9), now)).toBe(true);
  expect(janelaAberta(haHoras(24), now)).toBe(false);
  expect(janelaAberta(null, now)).toBe(false);
});

test("o par pode se adiantar quarenta e cinco mensagens", () => {
  let ritmo = now;
  let saidas = 0;
  while (parLivreEm(ritmo) <= now) {
    ritmo = new Date(ritmo.getTime() + 6_000);
    saidas++;
  }
  expect(saidas).toBe(45);
});

test("cada espera é maior que a anterior, até dez minutos, e nunca duas iguais", () => {
  const esperas = Array.from({ length: 12 }, (_, n) => espera(n, 1));
  expect(esperas.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(esperas.at(-1)).toBe(600_000);
  expect(espera(3, 0)).toBe(20_000);
});

test.each([
  ["+5511987654321", "+551187654321"],
  ["+551187654321", "+5511987654321"],
  ["+551133334444", null],
  ["+14155550123", null],
])("a outra forma de %s é %s", (telefone, outra) => {
  expect(outraForma(telefone)).toBe(outra);
});

const recusada = (mais: Partial<Recusada>): Recusada => ({
  ...{ codigo: 131016, tentativas: 1, desde: now, telefone: "+5511987654321", alcance: null, modelo: null },
  ...mais,
});

test("o que não sai em um dia desiste, com o motivo", () => {
  for (const codigo of [131016, 130429, 131056])
    expect(decidir(recusada({ codigo, desde: haHoras(25) }), 0, now, 0.5)).toMatchObject({ tipo: "falha" });
});

test("duas horas fora do ar não fazem ninguém desistir", () => {
  for (let tentativas = 1; tentativas < 30; tentativas++)
    expect(decidir(recusada({ tentativas, desde: haHoras(2) }), 0, now, 0.5)).toMatchObject({ tipo: "de_novo" });
});

test("um código que ainda não existe é tentado de novo", () => {
  expect(decidir(recusada({ codigo: 999_999 }), 0, now, 0.5)).toMatchObject({ tipo: "de_novo" });
});
