import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import type { Situacao } from "@/lib/domain/agenda";
import { contarHistoria, type Passo, type Rastro } from "@/lib/domain/historia";
import { leituraDaAgenda, type ChaveAto } from "@/lib/domain/permissoes";
import { nomesDosRastros } from "@/lib/fichas/queries";
import type { Usuario } from "@/lib/server/actor";
import { naoAutenticado } from "@/lib/server/errors";
import { query } from "@/lib/server/query";

/** What each act did to an appointment, for whoever was away. */
const tiposDeNovidade = {
  "agendamento.agendar": "marcado",
  "agendamento.remarcar": "movido",
  "agendamento.atrasar": "movido",
  "agendamento.trocar": "movido",
  "agendamento.cancelar": "cancelado",
  "agendamento.desfazer": "desfeito",
} as const satisfies Partial<Record<ChaveAto, string>>;

export type TipoDeNovidade = (typeof tiposDeNovidade)[keyof typeof tiposDeNovidade];

/** A step, and the appointment as it is now. Instants are ISO. */
export type Novidade = Passo & {
  tipo: TipoDeNovidade;
  agendamento: {
    id: number;
    inicio: string;
    situacao: Situacao;
    cliente: string | null;
    atendido: string | null;
    profissional: string;
    servicos: string;
  };
};

const MAIS_LINHAS = 300;

type Linha = Rastro & { agendamentoId: number };

async function lerLinhas(db: Db, actor: Usuario, desde: string): Promise<Linha[]> {
  const { rows } = await db.execute<Linha>(sql`
    select l.entidade_id::int as "agendamentoId", to_json(l.em) #>> '{}' as em, l.ator_tipo as "atorTipo",
      case when l.ator_tipo = 'usuario' then u.nome end as ator, l.ato, l.operacao, l.entidade, l.antes, l.depois,
      l.requisicao
    from log_auditoria l left join usuarios u on u.id = l.ator_id
    where l.area = 'agendamento' and l.em > ${desde}::timestamptz and l.entidade = 'agendamentos'
      and l.ato = any(${sql.param(Object.keys(tiposDeNovidade))}::text[])
      and not (l.ator_tipo = 'usuario' and l.ator_id = ${actor.id})
    order by l.em desc, l.id desc limit ${MAIS_LINHAS}`);
  return rows.reverse();
}

async function lerAgendamentos(db: Db, ids: number[]): Promise<Novidade["agendamento"][]> {
  const { rows } = await db.execute<Novidade["agendamento"]>(sql`
    select a.id, to_json(a.inicio) #>> '{}' as inicio, a.situacao, u.nome as cliente, a.atendido,
      coalesce(f.apelido, f.nome) as profissional,
      (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
        join servicos s on s.id = x.servico_id where x.agendamento_id = a.id) as servicos
    from agendamentos a join funcionarios f on f.id = a.funcionario_id left join usuarios u on u.id = a.cliente_id
    where a.id = any(${sql.param(ids)}::int[])`);
  return rows;
}

/** Until when somebody has seen the news; who never looked begins one day ago. */
async function vistaEm(db: Db, actor: Usuario, now: Date): Promise<string> {
  const { rows } = await db.execute<{ em: string }>(sql`
    select to_json(vista_em) #>> '{}' as em from agenda_vistas where usuario_id = ${actor.id}`);
  return rows[0]?.em ?? new Date(now.getTime() - 24 * 60 * 60_000).toISOString();
}

/**
 * What others booked, moved, cancelled and undid since a person looked the last time, the newest first, and by whom.
 * `ate` is what `verNovidades` is told when the person has read them; `mais`: older ones are left out.
 */
export const listarNovidades = query(leituraDaAgenda, async ({ db, actor }, now: Date) => {
  if (actor.tipo !== "usuario") throw naoAutenticado();
  const desde = await vistaEm(db, actor, now);
  const linhas = await lerLinhas(db, actor, desde);
  const porId = new Map<number, Linha[]>();
  for (const linha of linhas) porId.set(linha.agendamentoId, [...(porId.get(linha.agendamentoId) ?? []), linha]);
  const fuso = await fusoDaEmpresa(actor);
  const nomes = await nomesDosRastros(db, linhas);
  const agendamentos = await lerAgendamentos(db, [...porId.keys()]);
  const novidades = agendamentos.flatMap((agendamento) =>
    contarHistoria(porId.get(agendamento.id)!, nomes, fuso).map((passo): Novidade => {
      return { ...passo, tipo: tiposDeNovidade[passo.ato as keyof typeof tiposDeNovidade], agendamento };
    }),
  );
  return {
    ...{ fuso, desde, ate: linhas.at(-1)?.em ?? now.toISOString(), mais: linhas.length === MAIS_LINHAS },
    novidades: novidades.sort((a, b) => Date.parse(b.quando) - Date.parse(a.quando)),
  };
});

/** How many appointments that is, counted up to 99. */
export const contarNovidades = query(leituraDaAgenda, async ({ db, actor }, now: Date): Promise<number> => {
  if (actor.tipo !== "usuario") return 0;
  const desde = await vistaEm(db, actor, now);
  return Math.min(99, new Set((await lerLinhas(db, actor, desde)).map(({ agendamentoId }) => agendamentoId)).size);
});
