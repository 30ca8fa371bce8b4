import { beforeAll, describe, expect, test } from "vitest";
import { listarDetalhes } from "@/lib/detalhes/queries";
import { ehMedida, medidasDe, razao, razoes, type ChaveRazao } from "@/lib/domain/medidas";
import { colunasDoArquivo, linhaDoTotal, type Quadro } from "@/lib/domain/quadro";
import { chavesRelatorio, relatorios, type ChaveRelatorio, type Visao } from "@/lib/domain/relatorios";
import { verRelatorio } from "@/lib/relatorios/queries";
import { filtroDetalheSchema, filtroRelatorioSchema } from "@/lib/relatorios/schema";
import type { Usuario } from "@/lib/server/actor";
import { contratar } from "../support/people";
import { empresaAoAcaso, lerTudo, recalcular } from "../support/relatorios";

/** Each around a night in which the clock is changed; in Brazil it once was at midnight. */
const epocas = [
  { fuso: "America/Sao_Paulo", de: "2018-10-22", ate: "2018-11-18", now: "2018-11-20T12:00:00Z" },
  { fuso: "America/New_York", de: "2026-10-19", ate: "2026-11-15", now: "2026-11-20T12:00:00Z" },
] as const;

const visoes = chavesRelatorio.flatMap((relatorio) =>
  Object.entries<Visao>(relatorios[relatorio].visoes)
    .filter(([, { lista }]) => !lista)
    .map(([por, visao]) => ({ relatorio, por, visao })),
);

describe.each(epocas)("em $fuso", ({ fuso, de, ate, now: agora }) => {
  const now = new Date(agora);
  let carla: Usuario;
  let mundo: Parameters<typeof recalcular>[0];
  let filtros: Record<string, number | string>[];

  beforeAll(async () => {
    carla = await contratar("Carla");
    const antes = new Set((await lerTudo()).map(({ id }) => id));
    const { ana, escova } = await empresaAoAcaso(7, fuso, `${de}T00:00:00Z`, `${ate}T23:59:00Z`, 260);
    mundo = { fuso, todos: (await lerTudo()).filter(({ id }) => !antes.has(id)) };
    filtros = [
      {},
      { funcionario: ana },
      { servico: escova },
      { situacao: "concluido" },
      { origem: "online", servico: escova },
    ];
  });

  const ver = async (relatorio: ChaveRelatorio, por: string, filtro: object) => {
    const pedido = filtroRelatorioSchema.parse({ por, periodo: "datas", de, ate, ...filtro });
    return (await verRelatorio(carla, relatorio, pedido, now)) as Quadro;
  };

  test.each(visoes)(
    "$relatorio, $por: cada número é o das linhas, centavo por centavo",
    async ({ relatorio, por, visao }) => {
      for (const filtro of filtros) {
        const quadro = await ver(relatorio, por, filtro);
        const medidas = medidasDe([...visao.colunas, ...visao.destaques]);
        const porChave = recalcular(mundo, { de, ate }, filtro, visao.recorte, medidas);
        const inteiro = recalcular(mundo, { de, ate }, filtro, undefined, medidas).get(null) ?? {};
        for (const { chave, valores } of quadro.linhas)
          for (const coluna of quadro.colunas.filter((um) => medidasDe([um]).length && !usaHoras(um)))
            expect([coluna, chave, valores[coluna]]).toEqual([
              coluna,
              chave,
              esperado(coluna, porChave.get(chave) ?? {}),
            ]);
        // What has a number has a row.
        const comLinha = new Set(quadro.linhas.map(({ chave }) => chave));
        for (const [chave, numeros] of porChave)
          if (chave !== null && numeros[visao.principal]) expect(comLinha).toContain(chave);
        for (const coluna of quadro.destaques.filter((um) => !usaHoras(um)))
          expect([coluna, quadro.total![coluna]]).toEqual([coluna, esperado(coluna, inteiro)]);
      }
    },
  );

  test.each(visoes)(
    "$relatorio, $por: cada número é a soma dos agendamentos atrás dele",
    async ({ relatorio, por, visao }) => {
      for (const filtro of filtros.slice(1, 3)) {
        const quadro = await ver(relatorio, por, filtro);
        const celulas = [...quadro.linhas, linhaDoTotal(quadro)].flatMap((linha) =>
          quadro.colunas
            .filter(ehMedida)
            .map((medida) => ({ chave: linha?.chave ?? null, medida, valor: linha?.valores[medida] })),
        );
        const algumas = celulas
          .filter(({ valor }) => valor)
          .filter((_, i, { length }) => i % Math.ceil(length / 8) === 0);
        for (const { chave, medida, valor } of algumas) {
          const corte = chave === null ? {} : { recorte: visao.recorte, valor: chave };
          const detalhe = filtroDetalheSchema.parse({ periodo: "datas", de, ate, ...filtro, ...corte, medida });
          const { total, page } = await listarDetalhes(carla, detalhe, now, 1_000);
          expect([medida, chave, total.valor]).toEqual([medida, chave, valor]);
          expect(page.rows.reduce((soma, um) => soma + um.valor, 0)).toBe(valor);
          expect(page.rows).toHaveLength(total.quantos);
        }
      }
    },
  );
});

const usaHoras = (coluna: string) => coluna in razoes && razoes[coluna as ChaveRazao].de[1] === "disponivel";
const esperado = (coluna: string, numeros: Record<string, number>) =>
  coluna in razoes ? razao(coluna as ChaveRazao, numeros) : (numeros[coluna] ?? 0);

test("o arquivo tem os mesmos números que a tela, o total inclusive", async () => {
  const carla = await contratar("Carla");
  const { de, ate, now } = epocas[1];
  const filtro = filtroRelatorioSchema.parse({ periodo: "datas", de, ate });
  const quadro: Quadro = await verRelatorio(carla, "financeiro", filtro, new Date(now));
  const receita = colunasDoArquivo(quadro).find(({ titulo }) => titulo === "Receita (R$)")!;
  const total = linhaDoTotal(quadro)!;
  expect(receita.valor(total)).toBe(Number(total.valores.receita) / 100);
  const centavos = quadro.linhas.reduce((soma, linha) => soma + Math.round(Number(receita.valor(linha)) * 100), 0);
  expect(centavos).toBe(total.valores.receita);
  expect(centavos).toBeGreaterThan(0);
});
