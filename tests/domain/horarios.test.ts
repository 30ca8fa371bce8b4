import fc from "fast-check";
import { expect, test } from "vitest";
import { horariosLivres, tempoDe, type Procura } from "@/lib/domain/horarios";
import { impedimentos } from "@/lib/domain/impedimentos";
import { cenario, vizinho } from "../support/fatos";
import { livres, motivos } from "../support/oraculo";
import { vezes } from "../support/vezes";

const quem = fc.constantFrom("cliente" as const, "pessoa" as const);
const pedidos = fc.constantFrom([1], [1], [2], [1, 2], [1, 1]);
const exceto = fc.constantFrom([], [], [1], [2, 3]);

type Dias = ReturnType<typeof horariosLivres>;
const emLinhas = (dias: Dias) =>
  dias
    .flatMap(({ dia, profissionais }) =>
      profissionais.flatMap(({ id, inicios }) => inicios.map((inicio) => `${dia} ${id} ${inicio}`)),
    )
    .sort();

test("os horários livres são os que se acham olhando minuto por minuto", () => {
  let achados = 0;
  fc.assert(
    fc.property(
      cenario,
      fc.record({
        quem,
        servicos: pedidos,
        exceto,
        duracaoMinutos: fc.option(fc.constantFrom(5, 45, 300), { nil: undefined }),
      }),
      fc.tuple(fc.integer({ min: -1, max: 0 }), fc.integer({ min: 0, max: 1 })),
      ({ fatos, dia, now }, pedido, [antes, depois]) => {
        const procura: Procura = { ...pedido, de: vizinho(dia, antes), ate: vizinho(dia, depois) };
        const linhas = emLinhas(horariosLivres(fatos, procura, now));
        achados += linhas.length;
        expect(linhas).toEqual(livres(fatos, procura, now));
      },
    ),
    { numRuns: vezes(300) },
  );
  // Otherwise the generator would prove nothing. Most tries find none and some find hundreds: of half as many one in ten is less.
  expect(achados).toBeGreaterThan(vezes(2_000));
});

test("os motivos de um lugar são os que se acham olhando minuto por minuto", () => {
  const vistos = new Map<string, number>();
  fc.assert(
    fc.property(
      cenario,
      fc.record({
        quem,
        servicos: pedidos,
        exceto,
        funcionarioId: fc.constantFrom(1, 2),
        duracaoMinutos: fc.integer({ min: 1, max: 200 }),
        preparoMinutos: fc.constantFrom(0, 0, 10, 90),
        longe: fc.integer({ min: -600, max: 2_000 }),
      }),
      ({ fatos, dia, now }, { quem: para, longe, ...resto }) => {
        const lugar = { ...resto, inicio: Date.parse(`${dia}T00:00:00Z`) / 60_000 + longe };
        const achados = impedimentos(fatos, lugar, now, para).map(({ chave }) => chave);
        for (const chave of achados.length ? achados : ["livre"]) vistos.set(chave, (vistos.get(chave) ?? 0) + 1);
        expect([...new Set(achados)].sort()).toEqual([...motivos(fatos, lugar, now, para)].sort());
      },
    ),
    { numRuns: 3_000 },
  );
  expect([...vistos.keys()].sort()).toEqual(
    ["alem_do_horizonte", "bloqueado", "fechado", "fora_da_grade", "fora_do_expediente", "inativo", "livre"]
      .concat(["nao_faz", "ocupado", "passado", "reservado", "sem_antecedencia"])
      .sort(),
  );
});

const livre = {
  ...{ nome: "Ana", ativo: true, admissao: null, desligamento: null, periodos: [] },
  ...{ ocupados: [], bloqueios: [], reservas: [] },
};

test("o que passa de um dia inteiro não cabe em lugar nenhum", () => {
  const { fatos } = fc.sample(cenario, { numRuns: 1, seed: 1 })[0]!;
  const servico = { id: 1, nome: "Maratona", ativo: true, duracaoMinutos: 720, preparoMinutos: 240 };
  const aberta = {
    ...fatos,
    semana: Array<[number, number][]>(7).fill([[0, 1_440]]),
    excecoes: [],
    feriadosFechados: false,
    servicos: [servico],
    profissionais: [{ ...livre, id: 1, faz: [{ servicoId: 1, duracaoMinutos: null }] }],
  };
  const em = { de: "2026-11-24", ate: "2026-11-24", quem: "pessoa" as const };
  const quantos = (servicos: number[]) => emLinhas(horariosLivres(aberta, { ...em, servicos }, 0)).length;
  expect(quantos([1, 1])).toBeGreaterThan(0);
  expect(quantos([1, 1, 1])).toBe(0);
  expect(tempoDe(aberta, aberta.profissionais[0]!, Array<number>(7).fill(1)).preparoMinutos).toBe(1_440);
});
