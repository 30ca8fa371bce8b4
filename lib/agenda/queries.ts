import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { MotivoDeBloqueio, Situacao } from "@/lib/domain/agenda";
import type { Cor } from "@/lib/domain/cores";
import type { Jornada } from "@/lib/domain/jornada";
import { foraDoExpediente } from "@/lib/domain/sombra";
import { limitesDoDia, minutoDe } from "@/lib/domain/tempo";
import { lerEmpresa } from "@/lib/horarios/queries";
import { query } from "@/lib/server/query";
import type { Janela } from "./schema";
import { leituraDaAgenda } from "@/lib/domain/permissoes";

/** One appointment of the window, in few letters since a week has thousands. Times are epoch minutes. */
export type Item = {
  id: number;
  /** `versao`. */
  v: number;
  /** `funcionarioId`. */
  f: number;
  /** When it begins, and how many minutes it takes. */
  i: number;
  d: number;
  /** Minutes of preparation after it. */
  p?: number;
  s: Situacao;
  /** The client's name and `clienteId`; neither: a walk-in. */
  c?: string;
  k?: number;
  /** Who sits in the chair when it is not the client. */
  a?: string;
  /** The services: "Corte + Escova". */
  n: string;
  /** Flags: encaixe, has arrived, part of a visita, has notes, accepted outside the hours. */
  e?: 1;
  g?: 1;
  t?: 1;
  o?: 1;
  x?: 1;
};

/** A stretch in which a professional does not work, as far as the window goes. */
export type Fechado = { f: number; i: number; d: number };

/** `f` null: everybody. `x` is the description, `r` says that it is one of a series. */
export type Bloqueio = {
  id: number;
  v: number;
  f: number | null;
  i: number;
  d: number;
  m: MotivoDeBloqueio;
  x?: string;
  r?: 1;
};

export type Profissional = { id: number; nome: string; cor: Cor; ativo: boolean };

const minutos = (instante: SQL) => sql`(extract(epoch from ${instante}) / 60)::int`;
const sinal = (condicao: SQL) => sql`case when ${condicao} then 1 end`;

/** Without the keys that say nothing. */
const enxuta = <T extends object>(linha: T): T =>
  Object.fromEntries(Object.entries(linha).filter(([, valor]) => valor !== null)) as T;

type Limites = { inicio: Date; fim: Date; profissional?: number };

async function lerItens(db: Db, { inicio, fim, profissional }: Limites): Promise<Item[]> {
  const so = profissional ? sql`and a.funcionario_id = ${profissional}` : sql``;
  const { rows } = await db.execute<Item>(sql`
    select a.id, a.versao as v, a.funcionario_id as f, ${minutos(sql`a.inicio`)} as i,
      ${minutos(sql`a.fim - a.inicio`)} as d,
      nullif(greatest(0, ${minutos(sql`a.livre_em - a.fim`)}), 0) as p,
      a.situacao as s, u.nome as c, a.cliente_id as k, a.atendido as a,
      (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
        join servicos s on s.id = x.servico_id where x.agendamento_id = a.id) as n,
      ${sinal(sql`a.encaixe`)} as e, ${sinal(sql`a.chegou_em is not null`)} as g,
      ${sinal(sql`a.visita is not null`)} as t, ${sinal(sql`a.observacoes <> ''`)} as o,
      ${sinal(sql`a.fora_do_horario`)} as x
    from agendamentos a left join usuarios u on u.id = a.cliente_id
    where a.inicio > ${inicio}::timestamptz - interval '24 hours' and a.inicio < ${fim} and a.fim > ${inicio} ${so}
    order by a.inicio, a.id`);
  return rows.map(enxuta);
}

/** What is blocked within some instants, of everybody or of one professional. */
export async function lerBloqueios(db: Db, { inicio, fim, profissional }: Limites): Promise<Bloqueio[]> {
  const so = profissional ? sql`and (b.funcionario_id = ${profissional} or b.funcionario_id is null)` : sql``;
  const { rows } = await db.execute<Bloqueio>(sql`
    select b.id, b.versao as v, b.funcionario_id as f, ${minutos(sql`b.inicio`)} as i,
      ${minutos(sql`b.fim - b.inicio`)} as d, b.motivo as m, nullif(b.descricao, '') as x,
      ${sinal(sql`b.serie is not null`)} as r
    from bloqueios b
    where b.inicio > ${inicio}::timestamptz - interval '400 days' and b.inicio < ${fim} and b.fim > ${inicio} ${so}
    order by b.inicio, b.id`);
  return rows.map(({ f, ...bloqueio }) => ({ ...enxuta(bloqueio), f }));
}

type Presente = Profissional & Jornada;

/** Who performs services within the days, and whoever has an appointment in them all the same; with their hours. */
export async function lerProfissionais(db: Db, { de, ate }: Janela, { inicio, fim }: Limites): Promise<Presente[]> {
  const { rows } = await db.execute<Presente>(sql`
    select f.id, coalesce(f.apelido, f.nome) as nome, f.cor, f.ativo, f.admissao::text, f.desligamento::text,
      (select coalesce(json_agg(json_build_object('de', de, 'ate', ate, 'semana', semana)), '[]') from expedientes
        where funcionario_id = f.id and daterange(de, ate, '[]') && daterange(${de}, ${ate}, '[]')) as periodos
    from funcionarios f
    where f.ativo and coalesce(f.admissao <= ${ate}::date, true) and coalesce(f.desligamento >= ${de}::date, true)
        and exists (select from funcionario_servicos s where s.funcionario_id = f.id)
      or exists (select from agendamentos a where a.funcionario_id = f.id and a.inicio < ${fim} and a.fim > ${inicio}
        and a.inicio > ${inicio}::timestamptz - interval '24 hours')
    order by sem_acento(coalesce(f.apelido, f.nome)), f.id`);
  return rows;
}

/**
 * What the agenda shows of some civil days: appointments, blocks and closed hours, of all or of one professional; always
 * all professionals, whom a person may choose from. Four statements whatever the number of days and professionals.
 */
export const verJanela = query(leituraDaAgenda, async ({ db }, janela: Janela, now: Date) => {
  const { de, ate, profissional } = janela;
  const empresa = await lerEmpresa(db, { de, ate });
  const { fuso } = empresa;
  const limites = { inicio: limitesDoDia(de, fuso).inicio, fim: limitesDoDia(ate, fuso).fim, profissional };
  const [presentes, itens, bloqueios] = await Promise.all([
    lerProfissionais(db, janela, limites),
    lerItens(db, limites),
    lerBloqueios(db, limites),
  ]);
  const mostrados = presentes.filter(({ id }) => !profissional || id === profissional);
  return {
    fuso,
    grade: empresa.gradeMinutos,
    agora: minutoDe(now),
    profissionais: presentes.map(({ id, nome, cor, ativo }): Profissional => ({ id, nome, cor, ativo })),
    itens,
    fechado: foraDoExpediente(empresa, mostrados, { de, ate }).map(({ id, inicio, fim }): Fechado => {
      return { f: id, i: inicio, d: fim - inicio };
    }),
    bloqueios,
  };
});

export type JanelaDaAgenda = Awaited<ReturnType<typeof verJanela>>;
