import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { agendamentos, agendamentoServicos, expedientes, servicos, usuarios } from "@/db/schema";
import { agendar } from "@/lib/agendamentos/commands";
import { criarBloqueio } from "@/lib/bloqueios/commands";
import { cancelar, concluir, confirmar, marcarFalta } from "@/lib/atendimentos/commands";
import { presencaDe } from "@/lib/domain/presenca";
import { diaDoInstante, minutoDe } from "@/lib/domain/tempo";
import { contarTudo, listarAniversariantes, verHoje, verPrimeirosPassos, verSemana } from "@/lib/inicio/queries";
import { verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { comAniversario } from "@/lib/frequencia/queries";
import type { Usuario } from "@/lib/server/actor";
import { abrirSalao, as, pedido, AGORA, type Salao } from "../support/agenda";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { comoSistema, usando } from "../support/sql";

/** A quarter past ten of that Tuesday. */
const NOW = new Date(as("10h15"));

const emMomento = (now: Date) => ({ now, fuso: "America/Sao_Paulo", hoje: diaDoInstante(now, "America/Sao_Paulo") });

let celia: Usuario;
let carla: Usuario;
let salao: Salao;

const marcar = async (hora: string, quem: Partial<Parameters<typeof pedido>[1]> = {}, funcionarioId = salao.ana) => {
  const parte = { funcionarioId, inicio: as(hora), servicos: [salao.escova] };
  const { ids, versoes } = await agendar({ actor: carla, now: AGORA }, pedido(parte, quem));
  return { id: ids[0]!, versao: versoes[0]! };
};

beforeAll(async () => {
  [celia, carla] = await Promise.all([contratar("Dona Célia"), contratar("Carla")]);
});

describe("uma empresa vazia", () => {
  test("só mostra zeros", async () => {
    const { situacoes, proximos, equipe } = await verHoje(carla, emMomento(NOW));
    expect({ situacoes: Object.values(situacoes), proximos, equipe }).toEqual({
      situacoes: [0, 0, 0, 0, 0],
      proximos: [],
      equipe: [],
    });
    const { receita, ocupacao, resto } = await verSemana(carla, emMomento(NOW));
    expect(Object.values({ ...receita.total, ...receita.totalAntes }).every((numero) => numero === 0)).toBe(true);
    expect(receita.linhas.every(({ valores, antes }) => valores.receita === 0 && antes === 0)).toBe(true);
    expect(ocupacao.linhas).toEqual([]);
    expect(resto.previsto).toBe(0);
    expect(await contarTudo(celia)).toMatchObject({ agendamentos: 0, funcionarios: 0 });
    expect(await listarAniversariantes(celia, emMomento(NOW))).toEqual([]);
  });
});

describe("quem vê o quê", () => {
  test("o dinheiro é de quem vê relatórios, o dia de quem vê a agenda, os aniversários de quem vê clientes", async () => {
    const ana = await contratar("Ana");
    const agenda = await contratar("Ana", { podeVerAgendamentos: true });
    const relatorios = await contratar("Ana", { podeVerRelatorios: true });
    expect(await recusaDe(verSemana(agenda, emMomento(NOW)))).toMatchObject({ code: "sem_permissao" });
    expect(await recusaDe(verHoje(relatorios, emMomento(NOW)))).toMatchObject({ code: "sem_permissao" });
    expect(await recusaDe(listarAniversariantes(agenda, emMomento(NOW)))).toMatchObject({ code: "sem_permissao" });
    expect(await recusaDe(verPrimeirosPassos(carla))).toMatchObject({ code: "sem_permissao" });
    const vistos = async (quem: Usuario) => Object.keys(await contarTudo(quem)).filter((um) => um !== "maisClientes");
    expect(await vistos(ana)).toEqual(["servicos"]);
    expect(await vistos(agenda)).toEqual(["agendamentos", "servicos"]);
    expect((await vistos(celia)).sort()).toEqual(
      ["agendamentos", "clientes", "funcionarios", "servicos", "usuarios"].sort(),
    );
  });
});

describe("um dia de trabalho", () => {
  beforeAll(async () => {
    salao = await abrirSalao(["Ana", "Bia"]);
    const maria = (await cadastrar("Diego", { nome: "Maria Souza" })).id;
    const por = { actor: carla, now: NOW };
    const concluido = await marcar("9h");
    await concluir(por, {
      ...concluido,
      ...{ valorCentavos: 7_500, pagamentos: [{ forma: "pix", valorCentavos: 7_500 }] },
    });
    await marcar("10h", { clienteId: maria });
    await confirmar(por, await marcar("11h", { clienteId: maria }));
    await cancelar(por, { ...(await marcar("14h")), motivo: "outro", detalhe: "" });
    await marcarFalta(por, await marcar("9h", {}, salao.bia));
    await marcar("15h", { clienteId: maria, atendido: "a filha" });
    const bloqueio = { inicio: as("10h"), fim: as("11h"), motivo: "almoco" as const, descricao: "" };
    await criarBloqueio(por, { ...bloqueio, funcionarioId: salao.bia, repetir: null });
  });

  test("quantos em cada situação, quem vem a seguir e quem está livre agora", async () => {
    const { situacoes, proximos, equipe, hoje } = await verHoje(carla, emMomento(NOW));
    expect(hoje).toBe("2027-03-16");
    expect(situacoes).toEqual({ agendado: 2, confirmado: 1, concluido: 1, cancelado: 1, faltou: 1 });
    expect(proximos.map(({ inicio, cliente, situacao, dia }) => [inicio, cliente, situacao, dia])).toEqual([
      [minutoDe(new Date(as("11h"))), "Maria Souza", "confirmado", "2027-03-16"],
      [minutoDe(new Date(as("15h"))), "a filha", "agendado", "2027-03-16"],
    ]);
    const agora = minutoDe(NOW);
    const [ana, bia] = equipe;
    expect(presencaDe(ana!, agora)).toEqual({
      ...{ estado: "atendendo", com: "Maria Souza" },
      ate: minutoDe(new Date(as("11h"))),
    });
    expect(presencaDe(bia!, agora)).toMatchObject({ estado: "bloqueado", ate: minutoDe(new Date(as("11h"))) });
    expect(presencaDe(bia!, agora + 60)).toEqual({ estado: "livre", ate: minutoDe(new Date(as("18h"))) });
  });

  test("os números da semana são os dos relatórios nos mesmos dias", async () => {
    const { receita, ocupacao, resto } = await verSemana(carla, emMomento(NOW));
    const datas = { periodo: "datas", de: "2027-03-15", ate: "2027-03-16" };
    const ver = (relatorio: "financeiro" | "desempenho" | "agendamentos", por: string, filtro: object = datas) =>
      verRelatorio(carla, relatorio, filtroRelatorioSchema.parse({ ...filtro, por }), NOW);
    const [financeiro, desempenho, aVir] = await Promise.all([
      ver("financeiro", "dia"),
      ver("desempenho", "profissional"),
      ver("financeiro", "dia", { ...datas, de: "2027-03-16", ate: "2027-03-21" }),
    ]);
    expect(receita.total).toMatchObject({ receita: 7_500, perdido: 16_000, agendamentos: 6 });
    expect(receita.total!.receita).toBe(financeiro.total!.receita);
    expect(receita.total!.ocupacao).toBe(desempenho.total!.ocupacao);
    expect(resto.previsto).toBe(24_000);
    expect(aVir.linhas.length).toBe(6);
    for (const { chave, valores } of ocupacao.linhas)
      expect(valores.ocupacao).toBe(desempenho.linhas.find((linha) => linha.chave === chave)!.valores.ocupacao);
    expect(ocupacao.linhas).toHaveLength(2);
  });

  test("o mesmo dia da semana passada fica ao lado", async () => {
    const inicio = new Date(new Date(as("9h")).getTime() - 7 * 86_400_000);
    const fim = new Date(inicio.getTime() + 3_600_000);
    await comoSistema(async (tx) => {
      const linha = { funcionarioId: salao.ana, inicio, fim, livreEm: fim, origem: "painel" as const };
      const [um] = await tx
        .insert(agendamentos)
        .values({ ...linha, situacao: "concluido", concluidoEm: fim, valorCentavos: 123 })
        .returning({ id: agendamentos.id });
      await tx.insert(agendamentoServicos).values({
        ...{ agendamentoId: um!.id, ordem: 1, servicoId: salao.escova, duracaoMinutos: 60, precoCentavos: 123 },
      });
    });
    const { receita } = await verSemana(carla, emMomento(NOW));
    expect(receita.totalAntes!.receita).toBe(123);
    expect(receita.linhas.find(({ chave }) => chave === "2027-03-16")).toMatchObject({ antes: 123 });
  });

  test("um atendimento de R$ 1,23 aumenta a receita da semana e a barra do dia em exatamente 1,23", async () => {
    const olhar = async () => {
      const { receita } = await verSemana(carla, emMomento(NOW));
      const barra = receita.linhas.find(({ chave }) => chave === "2027-03-16")!;
      return [receita.total!.receita!, Number(barra.valores.receita)];
    };
    const antes = await olhar();
    const um = await marcar("16h", {}, salao.bia);
    await concluir({ actor: carla, now: NOW }, { ...um, valorCentavos: 123, pagamentos: [] });
    expect(await olhar()).toEqual(antes.map((valor) => valor + 123));
  });

  test("os totais são o que há, também do que foi cancelado", async () => {
    const { rows } = await db().execute<{ n: number }>(sql`select count(*)::int as n from agendamentos`);
    expect(await contarTudo(celia)).toMatchObject({ agendamentos: rows[0]!.n, funcionarios: 2 });
  });
});

describe("aniversários", () => {
  test("de hoje e dos seis dias seguintes, só de clientes ativos, o de 29 de fevereiro no dia 28", async () => {
    const criar = (nome: string, nascimento: string, mais = {}) => cadastrar("Diego", { nome, nascimento, ...mais });
    await criar("Hoje", "1990-02-25");
    await criar("Bissexta", "2000-02-29");
    await criar("Depois", "1985-03-03");
    await criar("Longe", "1985-03-04");
    await criar("Ontem", "1985-02-24");
    await criar("Inativo", "1985-02-25", { ativo: false });
    const achados = await listarAniversariantes(celia, emMomento(new Date("2027-02-25T12:00:00Z")));
    expect(achados.map(({ nome, dia }) => [nome, dia])).toEqual([
      ["Hoje", "2027-02-25"],
      ["Bissexta", "2027-02-28"],
      ["Depois", "2027-03-03"],
    ]);
  });

  test("são achados pelo índice, não lendo todos os clientes", async () => {
    const nasce = (i: number) => new Date(Date.UTC(1980, 0, 1 + i)).toISOString().slice(0, 10);
    const clientes = Array.from({ length: 3_000 }, (_, i) => {
      return { nome: `Cliente ${i}`, tipo: "cliente" as const, nascimento: nasce(i) };
    });
    await comoSistema(async (tx) => {
      // A busy machine may not write all of them within the time of one statement.
      for (let de = 0; de < clientes.length; de += 300) await tx.insert(usuarios).values(clientes.slice(de, de + 300));
    });
    await usando("dono", (dono) => dono.query("vacuum analyze usuarios"));
    const { rows } = await db().execute<{ "QUERY PLAN": string }>(
      sql`explain select u.id from ${comAniversario([{ dia: "2027-02-25", quando: 225 }])}`,
    );
    const plano = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plano).toContain("usuarios_aniversario");
    expect(plano).not.toContain("Seq Scan on usuarios");
  });
});

test("os primeiros passos são feitos um por um", async () => {
  const todos = { logo: false, horarios: false, servicos: true, equipe: true, whatsapp: false };
  await comoSistema((tx) => tx.update(expedientes).set({ versao: 1 }));
  expect(await verPrimeirosPassos(celia)).toEqual(todos);
  await comoSistema((tx) => tx.update(servicos).set({ ativo: false }));
  await comoSistema((tx) => tx.update(expedientes).set({ semana: [[], [], [], [], [], [], []] }));
  expect(await verPrimeirosPassos(celia)).toEqual({ ...todos, servicos: false, horarios: true });
});

test("quem acabou antes da hora está livre", async () => {
  salao = await abrirSalao();
  const visto = await marcar("16h", {}, salao.bia);
  const fim = new Date(as("16h10"));
  await concluir({ actor: carla, now: fim }, { ...visto, valorCentavos: null, pagamentos: [] });
  const { equipe } = await verHoje(carla, emMomento(fim));
  const bia = equipe.find(({ id }) => id === salao.bia)!;
  expect(presencaDe(bia, minutoDe(fim))).toMatchObject({ estado: "livre" });
});
