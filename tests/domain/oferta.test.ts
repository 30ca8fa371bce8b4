import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fazTudo, horariosJuntos, servicosDe, somar, type ParteLivre } from "@/lib/domain/oferta";

const corte = { id: 1, nome: "Corte", duracaoMinutos: 45, preparoMinutos: 5, precoCentavos: 9_000 };
const escova = { id: 2, nome: "Escova", duracaoMinutos: 30, preparoMinutos: 0, precoCentavos: 6_000 };
const mechas = { id: 3, nome: "Mechas", duracaoMinutos: 120, preparoMinutos: 10, precoCentavos: null };
const servicos = [corte, escova, mechas];
const ana = {
  id: 7,
  nome: "Ana",
  faz: [
    { servicoId: 3, duracaoMinutos: null, precoCentavos: null },
    { servicoId: 1, duracaoMinutos: 60, precoCentavos: 12_000 },
  ],
};

describe("os serviços de quem marca", () => {
  test("são os que o profissional faz, na ordem da casa, os últimos do cliente primeiro", () => {
    expect(servicosDe(servicos, ana, []).map(({ nome }) => nome)).toEqual(["Corte", "Mechas"]);
    expect(servicosDe(servicos, ana, [3]).map(({ nome }) => nome)).toEqual(["Mechas", "Corte"]);
    expect(servicosDe(servicos, undefined, [2]).map(({ nome }) => nome)).toEqual(["Escova", "Corte", "Mechas"]);
  });

  test("somam o tempo e o preço próprios de quem faz, e dizem quando um ainda não tem preço", () => {
    expect(somar(servicos, ana, [1])).toEqual({
      duracaoMinutos: 60,
      preparoMinutos: 5,
      precoCentavos: 12_000,
      semPreco: false,
    });
    expect(somar(servicos, undefined, [1, 2])).toMatchObject({ duracaoMinutos: 75, precoCentavos: 15_000 });
    expect(somar(servicos, ana, [3, 1])).toMatchObject({ precoCentavos: 12_000, semPreco: true });
  });

  test("Ana faz corte e mechas, mas não escova", () => {
    expect(fazTudo(ana, [1, 3])).toBe(true);
    expect(fazTudo(ana, [1, 2])).toBe(false);
  });
});

describe("os horários de uma visita", () => {
  const com = (funcionarioId: number, duracaoMinutos: number, inicios: number[], preparoMinutos = 0): ParteLivre => ({
    duracaoMinutos,
    preparoMinutos,
    opcoes: [{ funcionarioId, inicios }],
  });

  test("a segunda parte começa quando a primeira acaba, ou pouco depois", () => {
    const cabelo = com(7, 60, [540, 555, 600]);
    const unhas = com(8, 40, [600, 630, 720]);
    expect(horariosJuntos([cabelo, unhas], 15)).toEqual([
      [
        { funcionarioId: 7, inicio: 540 },
        { funcionarioId: 8, inicio: 600 },
      ],
      [
        { funcionarioId: 7, inicio: 555 },
        { funcionarioId: 8, inicio: 630 },
      ],
    ]);
  });

  test("as mesmas mãos ainda precisam do preparo entre as duas", () => {
    const [[, segunda]] = horariosJuntos([com(7, 60, [540], 10), com(7, 30, [600, 605, 610])], 30) as [
      [unknown, { inicio: number }],
    ];
    expect(segunda.inicio).toBe(610);
  });

  test("qualquer profissional: vai com quem pode antes", () => {
    const unhas = {
      duracaoMinutos: 40,
      preparoMinutos: 0,
      opcoes: [
        { funcionarioId: 8, inicios: [615] },
        { funcionarioId: 9, inicios: [605] },
      ],
    };
    expect(horariosJuntos([com(7, 60, [540]), unhas], 30)[0]![1]).toEqual({ funcionarioId: 9, inicio: 605 });
  });

  const inicios = fc
    .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 25 })
    .map((n) => n.sort((a, b) => a - b));
  const parte: fc.Arbitrary<ParteLivre> = fc.record({
    duracaoMinutos: fc.integer({ min: 1, max: 40 }),
    preparoMinutos: fc.integer({ min: 0, max: 10 }),
    opcoes: fc
      .uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
      .chain((ids) =>
        fc.tuple(...ids.map((funcionarioId) => fc.record({ funcionarioId: fc.constant(funcionarioId), inicios }))),
      ),
  });

  test("cada lugar é livre, nada se sobrepõe e ninguém espera demais; sozinha, uma parte pode começar sempre que há lugar", () => {
    fc.assert(
      fc.property(
        fc.array(parte, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 30 }),
        (partes, espera) => {
          const achados = horariosJuntos(partes, espera);
          for (const lugares of achados) {
            expect(lugares).toHaveLength(partes.length);
            lugares.forEach(({ funcionarioId, inicio }, i) => {
              const livre = partes[i]!.opcoes.find((opcao) => opcao.funcionarioId === funcionarioId)!.inicios;
              expect(livre).toContain(inicio);
              if (i === 0) return;
              const antes = lugares[i - 1]!;
              const fim = antes.inicio + partes[i - 1]!.duracaoMinutos;
              const preparo = antes.funcionarioId === funcionarioId ? partes[i - 1]!.preparoMinutos : 0;
              expect(inicio).toBeGreaterThanOrEqual(fim + preparo);
              expect(inicio).toBeLessThanOrEqual(fim + espera);
            });
          }
          if (partes.length !== 1) return;
          const todos = new Set(partes[0]!.opcoes.flatMap((opcao) => opcao.inicios));
          expect(new Set(achados.map(([lugar]) => lugar!.inicio))).toEqual(todos);
        },
      ),
    );
  });
});
