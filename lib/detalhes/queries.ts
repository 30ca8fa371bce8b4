import { sql } from "drizzle-orm";
import type { Origem, Situacao } from "@/lib/domain/agenda";
import { medidas } from "@/lib/domain/medidas";
import { chaveValida, ehTempo, fixosDe, recortes, rotuloNoTempo } from "@/lib/domain/recortes";
import { naoEncontrado } from "@/lib/server/errors";
import { itens, medidasNoBanco, recortesNoBanco } from "@/lib/recortes/queries";
import { aqui, nomesDe, pedidoDe } from "@/lib/relatorios/queries";
import { diasDoFiltro, type FiltroDetalhe, type FiltroRelatorio } from "@/lib/relatorios/schema";
import { readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";

/** One appointment behind a number; `valor` is what the measure adds of it. `inicio` is an ISO instant. */
export type Detalhe = {
  id: number;
  inicio: string;
  cliente: string | null;
  profissional: string;
  servicos: string;
  situacao: Situacao;
  origem: Origem;
  valor: number;
};

/**
 * The appointments behind one number of a report, the latest first, and what they add up to. Without a cut's key those of
 * the whole period.
 */
export const listarDetalhes = query(
  "pode_ver_relatorios",
  async ({ db }, filtro: FiltroDetalhe, now: Date, por: number = 50) => {
    const { fuso, hoje } = await aqui(db, now);
    const dias = diasDoFiltro(filtro, hoje);
    const { medida, valor: chave } = filtro;
    const recorte =
      filtro.recorte && chave !== undefined && chaveValida(filtro.recorte, chave) ? filtro.recorte : undefined;
    const { valor = sql`1`, onde } = medidasNoBanco[medida];
    const contados = medidasNoBanco[medida].valor ? sql`sum(${valor})` : sql`1`;
    const com = sql`${itens(pedidoDe(filtro, dias, fuso), recorte, [medida])}, t as (
      select i.id, i.inicio, (${contados})::float8 as valor from i
      where ${onde} ${recorte ? sql`and ${recortesNoBanco[recorte]} = ${chave}` : sql``} group by i.id, i.inicio)`;
    const [total] = (
      await db.execute<{ quantos: number; valor: number }>(
        sql`${com} select count(*)::int as quantos, coalesce(sum(valor), 0)::float8 as valor from t`,
      )
    ).rows;
    const page = await readPage<Detalhe & { cursor: string }>({
      ...{ db, id: sql`t.id`, params: { busca: "", depois: filtro.depois, antes: filtro.antes, por } },
      ...{ sorts: { inicio: { by: sql`t.inicio`, type: "timestamptz" } }, initial: "-inicio" },
      count: () => Promise.resolve(total!.quantos),
      read: async ({ cursor, where, orderBy, limit }) => {
        const { rows } = await db.execute<Detalhe & { cursor: string }>(sql`${com},
          p as (select ${cursor} as cursor, t.* from t where ${where ?? sql`true`}
            order by ${sql.join(orderBy, sql`, `)} limit ${limit})
          select t.cursor, t.id, to_json(t.inicio) #>> '{}' as inicio, coalesce(u.nome, a.atendido) as cliente,
            coalesce(f.apelido, f.nome) as profissional, a.situacao, a.origem, t.valor,
            (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
              join servicos s on s.id = x.servico_id where x.agendamento_id = t.id) as servicos
          from p t join agendamentos a on a.id = t.id join funcionarios f on f.id = a.funcionario_id
            left join usuarios u on u.id = a.cliente_id
          order by ${sql.join(orderBy, sql`, `)}`);
        return rows;
      },
    });
    return {
      page,
      total: total!,
      medida,
      dias,
      fuso,
      titulo: medidas[medida].titulo,
      de: recorte && { recorte, chave: chave! },
    };
  },
);

export type Detalhes = Awaited<ReturnType<typeof listarDetalhes>>;

/** What a key of a cut is called: "Profissional: Ana". */
export const verRecorte = query(
  "pode_ver_relatorios",
  async ({ db }, { recorte, chave }: NonNullable<Detalhes["de"]>) => {
    const [{ titulo }, fixos] = [recortes[recorte], fixosDe(recorte)];
    if (fixos) return `${titulo}: ${fixos[chave]}`;
    if (ehTempo(recorte)) return rotuloNoTempo(recorte, chave);
    if (recorte === "cliente") {
      const { rows } = await db.execute<{ nome: string }>(sql`select nome from usuarios where id = ${Number(chave)}`);
      return `${titulo}: ${rows[0]?.nome ?? "?"}`;
    }
    const nomes = await nomesDe(db);
    const lista = recorte === "servico" ? nomes.servico : nomes.profissional;
    return `${titulo}: ${lista.find(({ id }) => id === Number(chave))?.nome ?? "?"}`;
  },
);

/** One service of a concluded appointment, as a professional's statement lists it. `dia` and `hora` are the company's. */
export type ItemDoExtrato = {
  id: number;
  dia: string;
  hora: string;
  cliente: string | null;
  servico: string;
  combinado: number;
  desconto: number;
  acrescimo: number;
  receita: number;
};

/** All that a professional was paid for in a period, service by service. @throws AppError `nao_encontrado` */
export const verExtrato = query("pode_ver_relatorios", async ({ db }, filtro: FiltroRelatorio, now: Date) => {
  const { fuso, hoje } = await aqui(db, now);
  const dias = diasDoFiltro(filtro, hoje);
  const { profissional } = await nomesDe(db);
  const quem = profissional.find(({ id }) => id === filtro.funcionario);
  if (!quem) throw naoEncontrado();
  const pedido = { ...pedidoDe(filtro, dias, fuso), situacao: "concluido" };
  const { rows } = await db.execute<ItemDoExtrato>(sql`${itens(pedido, "servico", ["receita"])}
    select i.id, i.parede::date::text as dia, to_char(i.parede, 'HH24:MI') as hora, coalesce(u.nome, a.atendido) as cliente,
      s.nome as servico, i.valor::float8 as combinado, i.desconto::float8 as desconto, i.acrescimo::float8 as acrescimo,
      (i.receita_ate - i.receita_de)::float8 as receita
    from i join agendamentos a on a.id = i.id join servicos s on s.id = i.servico_id
      left join usuarios u on u.id = i.cliente_id
    order by i.inicio, i.id, s.nome`);
  return { quem: quem.nome, dias, itens: rows };
});

export type Extrato = Awaited<ReturnType<typeof verExtrato>>;
