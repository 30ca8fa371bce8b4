import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  abertos,
  dentroDoDia,
  faixaDoDia,
  ladoALado,
  lugarDoPonto,
  passoAntes,
  passoMaisPerto,
  recortar,
  visivel,
  type Lugar,
  type Trecho,
} from "@/components/agenda/geometria";

const trecho = (inicio: number, fim: number): Trecho => ({ inicio, fim });
const retangulo = (bloco: Trecho, { via, vias, largura }: Lugar) => {
  const { inicio, fim } = visivel(bloco);
  return { x1: via / vias, x2: (via + largura) / vias, y1: inicio, y2: fim };
};

/** The blocks that a finger at the centre of block `i` touches. */
function tocados(blocos: Trecho[], lugares: Lugar[], i: number): number[] {
  const rs = blocos.map((bloco, n) => retangulo(bloco, lugares[n]!));
  const [x, y] = [(rs[i]!.x1 + rs[i]!.x2) / 2, (rs[i]!.y1 + rs[i]!.y2) / 2];
  return rs.flatMap((r, n) => (x >= r.x1 && x < r.x2 && y >= r.y1 && y < r.y2 ? [n] : []));
}

const blocos = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 1_435 }), fc.integer({ min: 5, max: 240 })).map(([i, d]) => trecho(i, i + d)),
  { maxLength: 40 },
);

describe("lado a lado", () => {
  test("quem não encontra ninguém ocupa a coluna inteira", () => {
    expect(ladoALado([trecho(540, 600), trecho(600, 630)])).toEqual([
      { via: 0, vias: 1, largura: 1 },
      { via: 0, vias: 1, largura: 1 },
    ]);
  });

  test("cinco encaixes no mesmo horário ficam em cinco vias", () => {
    const lugares = ladoALado(Array.from({ length: 5 }, () => trecho(600, 660)));
    expect(lugares.map(({ via }) => via)).toEqual([0, 1, 2, 3, 4]);
    expect(lugares.every(({ vias, largura }) => vias === 5 && largura === 1)).toBe(true);
  });

  test("quem tem vias livres à direita se alarga", () => {
    const [longo, , , depois] = ladoALado([trecho(540, 720), trecho(540, 600), trecho(540, 600), trecho(630, 690)]);
    expect(longo).toEqual({ via: 0, vias: 3, largura: 1 });
    expect(depois).toEqual({ via: 1, vias: 3, largura: 2 });
  });

  test("um bloco de cinco minutos não some embaixo do seguinte", () => {
    const [um, outro] = ladoALado([trecho(540, 545), trecho(545, 600)]);
    expect([um!.via, outro!.via]).toEqual([0, 1]);
  });

  test("o centro de cada bloco toca só esse bloco", () => {
    fc.assert(
      fc.property(blocos, (todos) => {
        const lugares = ladoALado(todos);
        todos.forEach((_, i) => expect(tocados(todos, lugares, i)).toEqual([i]));
      }),
      { numRuns: 300 },
    );
  });

  test("todo bloco cabe na coluna", () => {
    fc.assert(
      fc.property(blocos, (todos) => {
        for (const { via, vias, largura } of ladoALado(todos)) {
          expect(via).toBeGreaterThanOrEqual(0);
          expect(largura).toBeGreaterThanOrEqual(1);
          expect(via + largura).toBeLessThanOrEqual(vias);
        }
      }),
    );
  });
});

describe("as horas que a grade mostra", () => {
  test("o que o fechado deixa é aberto", () => {
    expect(abertos([trecho(0, 540), trecho(720, 780), trecho(1_080, 1_440)])).toEqual([
      trecho(540, 720),
      trecho(780, 1_080),
    ]);
    expect(abertos([])).toEqual([trecho(0, 1_440)]);
    expect(abertos([trecho(-60, 1_500)])).toEqual([]);
  });

  test("horas inteiras, com uma a mais de cada lado, dentro do dia", () => {
    expect(faixaDoDia([trecho(550, 1_085)])).toEqual(trecho(480, 1_200));
    expect(faixaDoDia([trecho(0, 1_440)])).toEqual(trecho(0, 1_440));
    expect(faixaDoDia([])).toEqual(trecho(480, 1_080));
  });

  test("mostra de cada trecho a parte que cabe", () => {
    expect(recortar(trecho(-30, 600), trecho(480, 1_200))).toEqual(trecho(480, 600));
    expect(recortar(trecho(0, 480), trecho(480, 1_200))).toBeNull();
  });
});

describe("passos e pontos", () => {
  test("encaixa no passo da empresa", () => {
    expect(passoAntes(614, 15)).toBe(600);
    expect(passoMaisPerto(608, 15)).toBe(615);
  });

  test("não deixa passar da meia-noite", () => {
    expect(dentroDoDia(1_430, 60)).toBe(1_380);
    expect(dentroDoDia(-20, 60)).toBe(0);
  });

  test("diz a coluna e a hora de um ponto da tela", () => {
    const grade = { left: 100, top: 50, width: 1_200, height: 960 };
    const faixa = trecho(480, 1_080);
    expect(lugarDoPonto({ x: 450, y: 530 }, grade, 12, faixa)).toEqual({ coluna: 3, hora: 780 });
    expect(lugarDoPonto({ x: 9_999, y: 50 }, grade, 12, faixa)).toEqual({ coluna: 11, hora: 480 });
  });
});
