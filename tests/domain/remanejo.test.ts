import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { falarFaixa } from "@/lib/domain/frases";
import { passos, seChocam, trocados, type Mudanca, type Posicao } from "@/lib/domain/remanejo";

/** Appointments of two professionals that touch nobody: for each a length, a gap before it and whose it is. */
const dia = fc
  .array(
    fc.record({
      dura: fc.integer({ min: 1, max: 4 }),
      vao: fc.integer({ min: 0, max: 2 }),
      de: fc.integer({ min: 1, max: 2 }),
    }),
    {
      maxLength: 9,
    },
  )
  .map((pedidos) => {
    const fim = new Map<number, number>();
    return pedidos.map(({ dura, vao, de: funcionarioId }): Posicao => {
      const inicio = (fim.get(funcionarioId) ?? 0) + vao;
      fim.set(funcionarioId, inicio + dura);
      return { funcionarioId, inicio, livreEm: inicio + dura };
    });
  });

describe("a ordem em que agendamentos mudam de lugar", () => {
  test("nunca põe dois no mesmo lugar no caminho, chega ao fim e afasta o menos que pode", () => {
    fc.assert(
      fc.property(dia, dia, (antes, depois) => {
        const n = Math.min(antes.length, depois.length);
        const mudancas = Array.from({ length: n }, (_, id): Mudanca => ({ id, de: antes[id]!, para: depois[id]! }));
        const agora = new Map<number, Posicao | null>(mudancas.map(({ id, de }) => [id, de]));
        for (const { id, afastar } of passos(mudancas)) {
          agora.set(id, afastar ? null : mudancas[id]!.para);
          const postos = [...agora.values()].filter((um) => um !== null);
          expect(postos.some((um, i) => postos.some((outro, j) => i < j && seChocam(um, outro)))).toBe(false);
        }
        expect([...agora.values()]).toEqual(mudancas.map(({ para }) => para));
      }),
    );
  });

  test("um dia que atrasa anda do fim para o começo, sem afastar ninguém", () => {
    const linha = [0, 10, 20].map((inicio, id): Mudanca => {
      const em = (a: number): Posicao => ({ funcionarioId: 1, inicio: a, livreEm: a + 10 });
      return { id, de: em(inicio), para: em(inicio + 5) };
    });
    expect(passos(linha)).toEqual([2, 1, 0].map((id) => ({ id, afastar: false })));
  });
});

describe("a troca", () => {
  const em = (funcionarioId: number, inicio: number, dura: number): Posicao => {
    return { funcionarioId, inicio, livreEm: inicio + dura };
  };

  test.each([
    ["iguais", em(1, 0, 30), em(1, 60, 30), em(1, 60, 30), em(1, 0, 30)],
    ["de pessoas diferentes", em(1, 0, 30), em(2, 60, 60), em(2, 60, 30), em(1, 0, 60)],
    ["vizinhos, o segundo maior", em(1, 0, 30), em(1, 30, 60), em(1, 60, 30), em(1, 0, 60)],
    ["vizinhos, o primeiro maior", em(1, 0, 60), em(1, 60, 30), em(1, 30, 60), em(1, 0, 30)],
  ])("de dois %s", (_caso, um, outro, novoUm, novoOutro) => {
    expect(trocados(um, outro)).toEqual([novoUm, novoOutro]);
    expect(trocados(outro, um)).toEqual([novoOutro, novoUm]);
  });

  test("o encaixe dentro de outro só troca de começo com ele", () => {
    const um = { funcionarioId: 1, inicio: 600, livreEm: 660 };
    const dentro = { funcionarioId: 1, inicio: 615, livreEm: 645 };
    expect(trocados(um, dentro)).toEqual([
      { funcionarioId: 1, inicio: 615, livreEm: 675 },
      { funcionarioId: 1, inicio: 600, livreEm: 630 },
    ]);
  });

  test("não sobrepõe dois que não se sobrepunham, e ninguém fica mais longo nem mais curto", () => {
    fc.assert(
      fc.property(
        dia.filter((um) => um.length >= 2),
        ([um, outro]) => {
          const [a, b] = trocados(um!, outro!);
          expect(seChocam(a, b)).toBe(false);
          expect([a.livreEm - a.inicio, b.livreEm - b.inicio]).toEqual([
            um!.livreEm - um!.inicio,
            outro!.livreEm - outro!.inicio,
          ]);
        },
      ),
    );
  });
});

test.each([
  ["2027-03-16T17:00:00Z", "2027-03-16T18:15:00Z", "das 14h às 15h15"],
  ["2027-03-16T04:00:00Z", "2027-03-16T05:30:00Z", "da 1h às 2h30"],
  ["2027-03-17T02:00:00Z", "2027-03-17T03:15:00Z", "das 23h à 0h15"],
])("de %s a %s se diz %s", (inicio, fim, dito) => {
  expect(falarFaixa(new Date(inicio), new Date(fim), "America/Sao_Paulo")).toBe(dito);
});
