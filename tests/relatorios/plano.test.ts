import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { medidasDe } from "@/lib/domain/medidas";
import { chavesRelatorio, relatorios, type Visao } from "@/lib/domain/relatorios";
import { lerPartes } from "@/lib/avisos/queries";
import { apuracao } from "@/lib/recortes/queries";
import { abrirSalao, type Salao } from "../support/agenda";
import { comoSistema, usando } from "../support/sql";

/** An appointment each hour: more than two years of them. */
const QUANTOS = 20_000;
// A statement has to end within five seconds.
const LOTE = 2_000;
const INICIO = "2026-03-01T00:00:00Z";

let salao: Salao;

beforeAll(async () => {
  salao = await abrirSalao(["Ana", "Bia"]);
  for (let n = 0; n < QUANTOS; n += LOTE)
    await comoSistema((tx) =>
      tx.execute(sql`
        with novos as (
          insert into agendamentos (funcionario_id, inicio, fim, livre_em, situacao, concluido_em, origem, valor_centavos,
            encaixe, encaixe_motivo)
          select ${salao.ana}, em, em + interval '1 hour', em + interval '1 hour', 'concluido', em, 'painel', 100,
            true, 'Teste'
          from generate_series(${n}::int, ${n + LOTE - 1}::int) n,
            lateral (select '2024-06-01'::timestamptz + n * interval '1 hour' as em) t
          returning id)
        insert into agendamento_servicos (agendamento_id, ordem, servico_id, duracao_minutos, preco_centavos)
        select id, 1, ${salao.escova}, 60, 100 from novos`),
    );
  await usando("dono", (dono) => dono.query("vacuum analyze"));
}, 60_000);

test("quem avisa o cliente de um agendamento acha a sua visita sem ler a agenda inteira", async () => {
  const { rows } = await db().execute<{ id: number }>(sql`select max(id) as id from agendamentos`);
  await db().transaction(async (tx) => {
    expect(await lerPartes(tx, [rows[0]!.id])).toHaveLength(1);
    const { rows: lidas } = await tx.execute<{ n: string }>(
      sql`select seq_scan as n from pg_stat_xact_user_tables where relname = 'agendamentos'`,
    );
    expect(Number(lidas[0]!.n)).toBe(0);
  });
});

type Plano = { "Node Type": string; "Relation Name"?: string; Plans?: Plano[] };
const nos = (plano: Plano): Plano[] => [plano, ...(plano.Plans ?? []).flatMap(nos)];

const visoes = chavesRelatorio.flatMap((relatorio) =>
  Object.entries<Visao>(relatorios[relatorio].visoes)
    .filter(([, { lista }]) => !lista)
    .map(([por, visao]) => [relatorio, por, visao] as const),
);

test.each(visoes)("%s, %s: o mês não lê a agenda inteira", async (_, __, { recorte, colunas, destaques }) => {
  const medidas = medidasDe([...colunas, ...destaques]);
  const mes = { inicio: new Date(INICIO), fim: new Date("2026-04-01T00:00:00Z"), fuso: "America/Sao_Paulo" };
  for (const pedido of [mes, { ...mes, funcionario: salao.ana }, { ...mes, servico: salao.escova }]) {
    const { rows } = await db().execute<{ "QUERY PLAN": [{ Plan: Plano }] }>(
      sql`explain (format json) ${apuracao(pedido, recorte, medidas)}`,
    );
    const inteiras = nos(rows[0]!["QUERY PLAN"][0].Plan).filter(
      (no) => no["Node Type"] === "Seq Scan" && no["Relation Name"] === "agendamentos",
    );
    expect(inteiras).toEqual([]);
  }
});
