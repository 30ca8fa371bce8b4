import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { agendamentos, agendamentoServicos, bloqueios } from "@/db/schema";
import { listarDetalhes, verExtrato } from "@/lib/detalhes/queries";
import { minutosDisponiveis } from "@/lib/disponibilidades/queries";
import { colunasDoArquivo, linhaDoTotal, type Quadro } from "@/lib/domain/quadro";
import { chavesRelatorio, relatorios, type ChaveRelatorio } from "@/lib/domain/relatorios";
import { exportarRelatorio } from "@/lib/relatorios/commands";
import { verRelatorio } from "@/lib/relatorios/queries";
import { filtroDetalheSchema, filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { db } from "@/db/client";
import type { Usuario } from "@/lib/server/actor";
import { abrirSalao, as, type Salao } from "../support/agenda";
import { cadastrar, contratar, mudar, recusaDe } from "../support/people";
import { comoSistema, rastroDe } from "../support/sql";

const NOW = new Date("2027-03-20T12:00:00Z");
const DATAS = { periodo: "datas", de: "2027-03-01", ate: "2027-03-31" };

let carla: Usuario;
let salao: Salao;

const ver = (relatorio: ChaveRelatorio, por: string, filtro: object = {}): Promise<Quadro> =>
  verRelatorio(carla, relatorio, filtroRelatorioSchema.parse({ ...DATAS, por, ...filtro }), NOW);
const todas = chavesRelatorio.flatMap((relatorio) =>
  Object.keys(relatorios[relatorio].visoes).map((por) => [relatorio, por] as const),
);

async function marcar(
  linha: Partial<typeof agendamentos.$inferInsert> & { inicio: Date },
  servicos: number[],
  precos: number[],
) {
  const fim = new Date(linha.inicio.getTime() + 60 * 60_000);
  const concluidoEm = linha.situacao === "concluido" ? fim : null;
  return comoSistema(async (tx) => {
    const [um] = await tx
      .insert(agendamentos)
      .values({ funcionarioId: salao.ana, fim, livreEm: fim, origem: "painel", concluidoEm, ...linha })
      .returning({ id: agendamentos.id });
    const agendamentoId = um!.id;
    await tx.insert(agendamentoServicos).values(
      servicos.map((servicoId, i) => {
        return {
          agendamentoId,
          ordem: i + 1,
          servicoId,
          duracaoMinutos: 60 / servicos.length,
          precoCentavos: precos[i],
        };
      }),
    );
    return agendamentoId;
  });
}

beforeAll(async () => {
  carla = await contratar("Carla");
});

test("uma empresa vazia só mostra zeros, em todo relatório", async () => {
  for (const [relatorio, por] of todas) {
    const quadro = await ver(relatorio, por);
    const numeros = [...quadro.linhas, linhaDoTotal(quadro)].flatMap((linha) => Object.values(linha?.valores ?? {}));
    expect([relatorio, por, ...numeros.filter((numero) => numero !== 0)]).toEqual([relatorio, por]);
  }
});

test("um atendimento de R$ 1,23 aumenta linha, barra, total, lista e arquivo em exatamente 1,23", async () => {
  salao = await abrirSalao(["Ana"]);
  await marcar({ inicio: new Date(as("9h")), situacao: "concluido", valorCentavos: 4_567 }, [salao.escova], [4_567]);
  const olhar = async () => {
    const quadro = await ver("financeiro", "dia");
    const linha = quadro.linhas.find(({ chave }) => chave === "2027-03-16")!;
    const coluna = colunasDoArquivo(quadro).find(({ titulo }) => titulo === "Receita (R$)")!;
    const corte = { medida: "receita", recorte: "dia", valor: "2027-03-16" };
    const { total } = await listarDetalhes(carla, filtroDetalheSchema.parse({ ...DATAS, ...corte }), NOW);
    const arquivo = Math.round(Number(coluna.valor(linha)) * 100);
    return [linha.valores.receita, quadro.total!.receita, total.valor, arquivo].map(Number);
  };
  const antes = await olhar();
  const valores = { situacao: "concluido", valorCentavos: 500, valorFinalCentavos: 123 } as const;
  await marcar({ inicio: new Date(as("11h")), ...valores }, [salao.luzes], [500]);
  expect(antes).toEqual([4_567, 4_567, 4_567, 4_567]);
  expect(await olhar()).toEqual(antes.map((valor) => valor + 123));
});

test("o que se cobrou é dividido entre os serviços pelos preços, e a soma é o que se cobrou", async () => {
  const valores = { situacao: "concluido", valorCentavos: 300, valorFinalCentavos: 100 } as const;
  await marcar({ inicio: new Date(as("14h")), ...valores }, [salao.escova, salao.luzes, salao.igual], [100, 100, 100]);
  const { itens } = await verExtrato(carla, filtroRelatorioSchema.parse({ ...DATAS, funcionario: salao.ana }), NOW);
  const deste = itens.filter(({ hora }) => hora === "14:00");
  expect(deste.map(({ receita }) => receita).sort()).toEqual([33, 33, 34]);
  expect(deste.map(({ desconto }) => desconto).reduce((a, b) => a + b)).toBe(200);
  expect((await recusaDe(verExtrato(carla, filtroRelatorioSchema.parse(DATAS), NOW))).code).toBe("nao_encontrado");
});

test("as horas disponíveis são o expediente menos os bloqueios, minuto por minuto", async () => {
  const dias = { de: "2027-03-15", ate: "2027-03-21" };
  // Five days of nine hours and a Saturday of four.
  expect((await minutosDisponiveis(db(), [dias]))[0]!.get(salao.ana)).toBe((5 * 9 + 4) * 60);
  await comoSistema((tx) =>
    tx.insert(bloqueios).values([
      { funcionarioId: salao.ana, inicio: new Date(as("12h")), fim: new Date(as("13h")), motivo: "almoco" },
      // Begins before the hours do, and meets the other one.
      { funcionarioId: null, inicio: new Date(as("8h")), fim: new Date(as("12h30")), motivo: "outro" },
    ]),
  );
  expect((await minutosDisponiveis(db(), [dias]))[0]!.get(salao.ana)).toBe((5 * 9 + 4 - 4) * 60);
  const quadro = await ver("desempenho", "profissional", { de: dias.de, ate: dias.ate });
  expect(quadro.linhas[0]!.valores).toMatchObject({ disponivel: 2_700, marcado: 180, livre: 2_520, ocupacao: 6.7 });
  const deOrigem = await ver("desempenho", "profissional", { origem: "painel" });
  expect(deOrigem.colunas).not.toContain("ocupacao");
});

test("sumido é quem não vem há tantos dias e não tem nada marcado", async () => {
  const cliente = async (nome: string, dias: number, mais = {}) => {
    const em = new Date(NOW.getTime() - dias * 86_400_000);
    const { id } = await cadastrar("Diego", { nome, criadoEm: em, ultimaVisitaEm: em, telefone: null, ...mais });
    return id;
  };
  const [sumiu] = [await cliente("Sumiu", 70), await cliente("Veio", 50), await cliente("Saiu", 90, { ativo: false })];
  const importado = await cliente("Importado", 65, { criadoEm: NOW });
  const volta = await cliente("Volta", 80);
  await marcar({ inicio: new Date("2027-03-25T12:00:00Z"), clienteId: volta }, [salao.escova], [100]);
  const nomes = async (sumidos: string) =>
    (await ver("clientes", "inativos", { sumidos })).linhas.map(({ chave, valores }) => [chave, valores.diasSemVir]);
  expect(await nomes("60")).toEqual([
    [String(importado), 65],
    [String(sumiu), 70],
  ]);
  expect(await nomes("90")).toEqual([]);
  expect(await nomes("30")).toHaveLength(3);
});

test("aniversários do período, também os de 29 de fevereiro, e o telefone só para quem acha clientes", async () => {
  const nascido = async (nome: string, nascimento: string) =>
    (await cadastrar("Diego", { nome, nascimento, telefone: `+55119${Math.floor(1e7 + Math.random() * 8e7)}` })).id;
  const [bia, ari] = [await nascido("Bia Bissexta", "2000-02-29"), await nascido("Ari", "1990-03-02")];
  await nascido("Outro", "1990-07-02");
  const datas = { de: "2027-02-20", ate: "2027-03-05" };
  const quadro = await ver("clientes", "aniversarios", datas);
  expect(quadro.linhas.map(({ chave, valores }) => [chave, valores.aniversario])).toEqual([
    [String(bia), "2027-02-28"],
    [String(ari), "2027-03-02"],
  ]);
  expect(quadro.linhas[0]!.valores.telefone).toMatch(/^\+5511/);
  const so = await contratar("Bruno", { podeVerRelatorios: true });
  const semFone = await verRelatorio(
    so,
    "clientes",
    filtroRelatorioSchema.parse({ ...DATAS, ...datas, por: "aniversarios" }),
    NOW,
  );
  expect(semFone.linhas.map(({ valores }) => valores.telefone)).toEqual([null, null]);
});

test("as páginas de clientes, uma após a outra, mostram cada um uma vez", async () => {
  for (let i = 0; i < 5; i++) {
    const { id: clienteId } = await cadastrar("Diego");
    const inicio = new Date(`2027-03-1${7 + (i % 2)}T${10 + i}:00:00Z`);
    await marcar(
      { inicio, clienteId, situacao: "concluido", encaixe: true, encaixeMotivo: "Teste" },
      [salao.escova],
      [100],
    );
  }
  const vistos: (string | null)[] = [];
  let depois: string | undefined;
  do {
    const filtro = filtroRelatorioSchema.parse({ ...DATAS, por: "frequentes", depois });
    const { linhas, paginas }: Quadro = await verRelatorio(carla, "clientes", filtro, NOW, 2);
    vistos.push(...linhas.map(({ chave }) => chave));
    depois = paginas?.after ?? undefined;
  } while (depois);
  expect(vistos).toHaveLength(5);
  expect(new Set(vistos).size).toBe(5);
});

test("exportar fica na trilha, e quem não vê relatórios não vê nenhum", async () => {
  const requestId = randomUUID();
  const pedido = {
    formato: "csv",
    relatorio: "financeiro",
    titulo: "Financeiro por dia",
    filtro: "março",
    linhas: 31,
  } as const;
  await exportarRelatorio({ actor: carla, requestId }, pedido);
  expect(await rastroDe(requestId)).toMatchObject([
    {
      ato: "relatorio.exportar",
      ator_id: carla.id,
      depois: { formato: "CSV", titulo: "Financeiro por dia", linhas: 31 },
    },
  ]);
  const bruno = await contratar("Bruno");
  await mudar(bruno.id, { podeAgendar: true });
  const filtro = filtroRelatorioSchema.parse(DATAS);
  expect((await recusaDe(verRelatorio(bruno, "financeiro", filtro, NOW))).code).toBe("sem_permissao");
  expect((await recusaDe(listarDetalhes(bruno, filtroDetalheSchema.parse(DATAS), NOW))).code).toBe("sem_permissao");
  expect((await recusaDe(exportarRelatorio({ actor: bruno }, pedido))).code).toBe("sem_permissao");
});

test("qualquer medida com qualquer corte na lista responde, e o que não faz sentido é ignorado", async () => {
  const lista = (mais: object) => listarDetalhes(carla, filtroDetalheSchema.parse({ ...DATAS, ...mais }), NOW);
  for (const [recorte, valor] of Object.entries({ servico: "1", forma: "pix", assunto: "lembrete", mes: "2027-03" }))
    for (const medida of ["receita", "enviadas", "agendamentos", "novos"])
      expect((await lista({ recorte, valor, medida, servico: salao.escova })).total.quantos).toBeGreaterThanOrEqual(0);
  const tudo = (await lista({})).total.quantos;
  expect((await lista({ recorte: "profissional", valor: "1; drop table" })).total.quantos).toBe(tudo);
  expect((await lista({ recorte: "nenhum", valor: "x", medida: "y" })).total.quantos).toBe(tudo);
});
