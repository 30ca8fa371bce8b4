import { and, eq, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { recente, usuarios } from "@/db/schema";
import { origemDe } from "@/lib/agendamentos/queries";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import type { Cor } from "@/lib/domain/cores";
import { listaSchema } from "@/lib/domain/lista";
import { minutosEntre, soma, type Pretendido, type ServicoFeito } from "@/lib/domain/marcacao";
import { limitesDoDia } from "@/lib/domain/tempo";
import type { Actor } from "@/lib/server/actor";
import { contemPessoa, idsUpTo, readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";

/** How many of the services booked last tell what is usual: few enough to be read at once, however many there are. */
const RECENTES = 500;

/**
 * What the form of a booking offers: services, those booked most of late first, and who performs which of them in what time
 * and for what price.
 */
export const verMarcacao = query("pode_agendar", async ({ db }) => {
  const { rows } = await db.execute<Marcacao>(sql`
    select ${fusoNoBanco} as fuso,
      (select json_build_object('gradeMinutos', grade_minutos, 'antecedenciaMinutos', antecedencia_minutos,
        'horizonteDias', horizonte_dias, 'prazoClienteMinutos', prazo_cliente_minutos) from configuracao_empresa) as regras,
      (select coalesce(json_agg(json_build_object('id', id, 'nome', nome, 'categoria', categoria,
        'duracaoMinutos', duracao_minutos, 'preparoMinutos', preparo_minutos, 'precoTipo', preco_tipo,
        'precoCentavos', preco_centavos) order by vezes desc nulls last, sem_acento(categoria), sem_acento(nome)), '[]')
        from servicos left join (select servico_id, count(*) as vezes
          from (select servico_id from agendamento_servicos order by agendamento_id desc limit ${RECENTES}) novos
          group by servico_id) usados on servico_id = servicos.id
        where ativo) as servicos,
      (select coalesce(json_agg(json_build_object('id', f.id, 'nome', coalesce(f.apelido, f.nome), 'cor', f.cor,
        'faz', f.faz) order by sem_acento(coalesce(f.apelido, f.nome)), f.id), '[]')
        from (select p.*, (select json_agg(json_build_object('servicoId', x.servico_id,
            'duracaoMinutos', coalesce(x.duracao_minutos, s.duracao_minutos),
            'precoCentavos', coalesce(x.preco_centavos, s.preco_centavos)) order by x.servico_id)
            from funcionario_servicos x join servicos s on s.id = x.servico_id and s.ativo
            where x.funcionario_id = p.id) as faz
          from funcionarios p where p.ativo) f
        where f.faz is not null) as profissionais`);
  return rows[0]!;
});

/** Durations and prices in `faz` are those that count: the professional's own where there are any. */
export type Marcacao = {
  fuso: string;
  regras: {
    gradeMinutos: number;
    antecedenciaMinutos: number;
    horizonteDias: number;
    prazoClienteMinutos: number;
  } | null;
  servicos: {
    id: number;
    nome: string;
    categoria: string;
    duracaoMinutos: number;
    preparoMinutos: number;
    precoTipo: "fixo" | "a_partir_de" | "sob_avaliacao";
    precoCentavos: number | null;
  }[];
  profissionais: {
    id: number;
    nome: string;
    cor: Cor;
    faz: { servicoId: number; duracaoMinutos: number; precoCentavos: number | null }[];
  }[];
};

export type ClienteParaAgendar = {
  id: number;
  nome: string;
  telefone: string | null;
  ultimaVisitaEm: string | null;
  ultimosServicos: number[];
  ultimoFuncionario: number | null;
};

type Pessoa = Pick<ClienteParaAgendar, "id" | "nome" | "telefone" | "ultimaVisitaEm">;

const pessoa = {
  id: usuarios.id,
  nome: usuarios.nome,
  telefone: usuarios.telefone,
  ultimaVisitaEm: sql<string | null>`to_json(${usuarios.ultimaVisitaEm}) #>> '{}'`,
};

/** How many of the house are offered besides the clients. */
const DA_CASA = 5;

async function acharPessoas(db: Db, texto: string): Promise<Pessoa[]> {
  const achado = and(eq(usuarios.ativo, true), contemPessoa(usuarios.busca, texto));
  const clientes = and(eq(usuarios.tipo, "cliente"), achado);
  const { rows } = await readPage({
    db,
    params: listaSchema.parse({}),
    sorts: { recente: { by: recente(usuarios), type: "timestamptz" } },
    initial: "-recente",
    id: usuarios.id,
    find: texto ? (limit) => idsUpTo(db, { table: usuarios, id: usuarios.id, where: clientes, limit }) : undefined,
    count: (limit) => Promise.resolve(limit),
    read: ({ cursor, where, known, orderBy, limit }) =>
      db
        .select({ cursor, ...pessoa })
        .from(usuarios)
        .where(and(known ?? clientes, where))
        .orderBy(...orderBy)
        .limit(limit),
  });
  if (!texto) return rows;
  const daCasa = await db
    .select(pessoa)
    .from(usuarios)
    .where(and(ne(usuarios.tipo, "cliente"), achado))
    .orderBy(usuarios.nome, usuarios.id)
    .limit(DA_CASA);
  return [...rows, ...daCasa];
}

/** What each of them had the last time. */
async function comUltimos(db: Db, pessoas: readonly Pessoa[]): Promise<ClienteParaAgendar[]> {
  const { rows } = await db.execute<{ id: number; servicos: number[] | null; funcionario: number }>(sql`
    select p.id, a.funcionario_id as funcionario, (select array_agg(x.servico_id order by x.ordem)
      from agendamento_servicos x where x.agendamento_id = a.id) as servicos
    from unnest(${sql.param(pessoas.map(({ id }) => id))}::int[]) p (id)
    cross join lateral (select id, funcionario_id from agendamentos
      where cliente_id = p.id and situacao <> 'cancelado' order by inicio desc limit 1) a`);
  const ultimos = new Map(rows.map((row) => [row.id, row]));
  return pessoas.map((uma) => {
    const ultimo = ultimos.get(uma.id);
    return { ...uma, ultimosServicos: ultimo?.servicos ?? [], ultimoFuncionario: ultimo?.funcionario ?? null };
  });
}

/**
 * Who may be booked for, by name, phone, e-mail or CPF: clients, whoever was here last first, then people of the house.
 * Nothing typed: the most recent clients. Each with what they had the last time.
 */
export const acharClientesParaAgendar = query("pode_agendar", async ({ db }, texto: string) =>
  comUltimos(db, await acharPessoas(db, texto)),
);

/** The same of one person, as a list of at most one. */
export const lerClienteParaAgendar = query("pode_agendar", async ({ db }, id: number) => {
  const ativa = and(eq(usuarios.id, id), eq(usuarios.ativo, true));
  return comUltimos(db, await db.select(pessoa).from(usuarios).where(ativa));
});

/** Who is asked whether they come. `inicio` is an ISO instant. */
export type ParaConfirmar = {
  id: number;
  versao: number;
  inicio: string;
  clienteId: number;
  cliente: string;
  telefone: string | null;
  atendido: string | null;
  profissional: string;
  servicos: string;
  visita: string | null;
};

/** What is booked for a civil day and not confirmed yet, those without a phone last. */
export const listarParaConfirmar = query("pode_agendar", async ({ db }, dia: string) => {
  const { rows: empresas } = await db.execute<{ fuso: string; empresa: string }>(sql`
    select ${fusoNoBanco} as fuso, coalesce((select nome from configuracao_empresa), '') as empresa`);
  const { fuso, empresa } = empresas[0]!;
  const { inicio, fim } = limitesDoDia(dia, fuso);
  const { rows: itens } = await db.execute<ParaConfirmar>(sql`
    select a.id, a.versao, to_json(a.inicio) #>> '{}' as inicio, u.id as "clienteId", u.nome as cliente, u.telefone,
      a.atendido, coalesce(f.apelido, f.nome) as profissional, a.visita,
      (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
        join servicos s on s.id = x.servico_id where x.agendamento_id = a.id) as servicos
    from agendamentos a join usuarios u on u.id = a.cliente_id join funcionarios f on f.id = a.funcionario_id
    where a.inicio >= ${inicio} and a.inicio < ${fim} and a.situacao = 'agendado'
    order by u.telefone is null, a.inicio, a.id`);
  return { fuso, empresa, dia, itens };
});

/** What is done at a place, as it is copied into the appointment. */
export type ParteMarcada = Pretendido & { feitos: readonly ServicoFeito[] };

type Novo = {
  clienteId: number | null;
  atendido: string | null;
  observacoes: string;
  encaixeMotivo: string | null;
  visita: string | null;
  chegouEm: Date | null;
};

/** One statement for all parts and their services. @returns in the order of the parts; fewer rows than parts when a place was taken after all */
export async function inserirPartes(
  tx: Tx,
  actor: Actor,
  partes: readonly ParteMarcada[],
  foraDoHorario: boolean[],
  novo: Novo,
) {
  const linhas = partes.map(({ funcionarioId, inicio, fim, livreEm, feitos }, i) => ({
    ...{ parte: i, funcionario_id: funcionarioId, inicio, fim, livre_em: livreEm, fora_do_horario: foraDoHorario[i] },
    preparo_minutos: minutosEntre(fim, livreEm),
    valor_centavos: soma(feitos.map((um) => um.precoCentavos)),
    servicos: feitos.map((um, ordem) => ({
      ...{ ordem: ordem + 1, servico_id: um.servicoId },
      ...{ duracao_minutos: um.duracaoMinutos, preco_centavos: um.precoCentavos },
    })),
  }));
  const marcadoPor = actor.tipo === "usuario" ? actor.id : null;
  const { rows } = await tx.execute<{ id: number; versao: number }>(sql`
    with partes as (
      select * from jsonb_to_recordset(${JSON.stringify(linhas)}::jsonb) as p (parte int, funcionario_id int, inicio timestamptz,
        fim timestamptz, livre_em timestamptz, fora_do_horario boolean, preparo_minutos int, valor_centavos int, servicos jsonb)
    ), novos as (
      insert into agendamentos (funcionario_id, inicio, fim, livre_em, fora_do_horario, preparo_minutos, valor_centavos,
        cliente_id, atendido, observacoes, encaixe, encaixe_motivo, visita, chegou_em, origem, marcado_por_id)
      select funcionario_id, inicio, fim, livre_em, fora_do_horario, preparo_minutos, valor_centavos,
        ${novo.clienteId}::int, ${novo.atendido}::text, ${novo.observacoes}::text, ${novo.encaixeMotivo !== null}::boolean,
        ${novo.encaixeMotivo}::text, ${novo.visita}::uuid, ${novo.chegouEm?.toISOString() ?? null}::timestamptz, ${origemDe[actor.tipo]}::text, ${marcadoPor}::int
      from partes
      on conflict on constraint sem_sobreposicao do nothing
      returning id, versao, funcionario_id, inicio
    ), servicos as (
      insert into agendamento_servicos (agendamento_id, ordem, servico_id, duracao_minutos, preco_centavos)
      select n.id, s.* from novos n join partes p using (funcionario_id, inicio),
        jsonb_to_recordset(p.servicos) as s (ordem int, servico_id int, duracao_minutos int, preco_centavos int)
      order by n.id, s.ordem
    )
    select id, versao from novos join partes using (funcionario_id, inicio) order by parte`);
  return rows;
}
