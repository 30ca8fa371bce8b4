import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import type { FormaDePagamento, MotivoDeCancelamento, Origem, Situacao } from "@/lib/domain/agenda";
import type { Cor } from "@/lib/domain/cores";
import { contarHistoria, type Nomes, type Passo, type Rastro } from "@/lib/domain/historia";
import { leituraDaAgenda, leituraDeClientes, pode } from "@/lib/domain/permissoes";
import { naoEncontrado } from "@/lib/server/errors";
import { query } from "@/lib/server/query";

/** Another appointment, as a line about it says. `inicio` is an ISO instant. */
export type Outro = {
  id: number;
  versao: number;
  inicio: string;
  fim: string;
  situacao: Situacao;
  funcionario: string;
  servicos: string;
};

/** All of one appointment. Instants are ISO; what a person may not see is null. */
export type Detalhe = {
  fuso: string;
  id: number;
  versao: number;
  situacao: Situacao;
  inicio: string;
  fim: string;
  duracaoMinutos: number;
  preparoMinutos: number;
  funcionario: { id: number; nome: string; cor: Cor; ativo: boolean };
  cliente: { id: number; nome: string; telefone: string | null; observacoes: string | null } | null;
  atendido: string | null;
  servicos: { servicoId: number; nome: string; duracaoMinutos: number; precoCentavos: number | null }[];
  observacoes: string;
  encaixeMotivo: string | null;
  foraDoHorario: boolean;
  origem: Origem;
  marcadoPor: string | null;
  criadoEm: string;
  confirmadoEm: string | null;
  chegouEm: string | null;
  concluidoEm: string | null;
  canceladoEm: string | null;
  canceladoMotivo: MotivoDeCancelamento | null;
  canceladoDetalhe: string;
  valorCentavos: number;
  valorFinalCentavos: number | null;
  pagamentos: { forma: FormaDePagamento; valorCentavos: number; recebidoEm: string }[] | null;
  /** The other parts of its visit, in order of time. */
  partes: Outro[];
  /** How often its client came and did not, this one counted too, and the appointments before and after it. */
  doCliente: { visitas: number; faltas: number; anterior: Outro | null; proximo: Outro | null } | null;
  historia: Passo[];
};

type Lido = Omit<Detalhe, "historia">;

/** `Outro` of a row `o` of `agendamentos`, as JSON. */
export const outroEmJson = sql`json_build_object('id', o.id, 'versao', o.versao, 'inicio', o.inicio, 'fim', o.fim,
  'situacao', o.situacao,
  'funcionario', (select coalesce(apelido, nome) from funcionarios where id = o.funcionario_id),
  'servicos', (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
    join servicos s on s.id = x.servico_id where x.agendamento_id = o.id))`;

async function lerAgendamento(db: Db, id: number): Promise<Lido> {
  const { rows } = await db.execute<{ lido: Lido }>(sql`
    select json_build_object('fuso', ${fusoNoBanco}, 'id', a.id, 'versao', a.versao, 'situacao', a.situacao,
      'inicio', a.inicio, 'fim', a.fim, 'duracaoMinutos', (extract(epoch from a.fim - a.inicio) / 60)::int,
      'preparoMinutos', a.preparo_minutos,
      'funcionario', json_build_object('id', f.id, 'nome', coalesce(f.apelido, f.nome), 'cor', f.cor, 'ativo', f.ativo),
      'cliente', case when u.id is not null then
        json_build_object('id', u.id, 'nome', u.nome, 'telefone', u.telefone, 'observacoes', u.observacoes) end,
      'atendido', a.atendido,
      'servicos', (select coalesce(json_agg(json_build_object('servicoId', x.servico_id, 'nome', s.nome,
        'duracaoMinutos', x.duracao_minutos, 'precoCentavos', x.preco_centavos) order by x.ordem), '[]')
        from agendamento_servicos x join servicos s on s.id = x.servico_id where x.agendamento_id = a.id),
      'observacoes', a.observacoes, 'encaixeMotivo', a.encaixe_motivo, 'foraDoHorario', a.fora_do_horario,
      'origem', a.origem, 'marcadoPor', (select nome from usuarios where id = a.marcado_por_id),
      'criadoEm', a.criado_em, 'confirmadoEm', a.confirmado_em, 'chegouEm', a.chegou_em,
      'concluidoEm', a.concluido_em, 'canceladoEm', a.cancelado_em, 'canceladoMotivo', a.cancelado_motivo,
      'canceladoDetalhe', a.cancelado_detalhe, 'valorCentavos', a.valor_centavos,
      'valorFinalCentavos', a.valor_final_centavos,
      'pagamentos', (select coalesce(json_agg(json_build_object('forma', p.forma, 'valorCentavos', p.valor_centavos,
        'recebidoEm', p.recebido_em) order by p.id), '[]') from pagamentos p where p.agendamento_id = a.id),
      'partes', (select coalesce(json_agg(${outroEmJson} order by o.inicio, o.id), '[]')
        from agendamentos o where o.visita = a.visita and o.id <> a.id),
      'doCliente', case when u.id is not null then json_build_object(
        'visitas', (select count(*) from agendamentos o where o.cliente_id = u.id and o.situacao = 'concluido'),
        'faltas', (select count(*) from agendamentos o where o.cliente_id = u.id and o.situacao = 'faltou'),
        'anterior', (select ${outroEmJson} from agendamentos o where o.cliente_id = u.id and o.inicio < a.inicio
          and o.situacao <> 'cancelado' order by o.inicio desc limit 1),
        'proximo', (select ${outroEmJson} from agendamentos o where o.cliente_id = u.id and o.inicio > a.inicio
          and o.situacao <> 'cancelado' order by o.inicio limit 1)) end) as lido
    from agendamentos a join funcionarios f on f.id = a.funcionario_id left join usuarios u on u.id = a.cliente_id
    where a.id = ${id}`);
  if (!rows[0]) throw naoEncontrado();
  return rows[0].lido;
}

/** How far from a line of the trail the other lines of its request are at the most. */
const VIZINHAS = 60;

/**
 * The trail of one appointment. Services that were taken out of it have no row any more: they are found beside what else
 * happened to it in the same request.
 */
async function lerRastros(db: Db, id: number): Promise<Rastro[]> {
  const { rows } = await db.execute<Rastro>(sql`
    with proprias as (
      select l.* from log_auditoria l where l.entidade = 'agendamentos' and l.entidade_id = ${id}
      union all select l.* from agendamento_servicos x
        join log_auditoria l on l.entidade = 'agendamento_servicos' and l.entidade_id = x.id where x.agendamento_id = ${id}
      union all select l.* from pagamentos x
        join log_auditoria l on l.entidade = 'pagamentos' and l.entidade_id = x.id where x.agendamento_id = ${id}),
    todas as (
      select * from proprias
      union select l.* from proprias p join log_auditoria l
        on l.id between p.id - ${VIZINHAS} and p.id + ${VIZINHAS} and l.requisicao = p.requisicao
        and l.entidade in ('agendamento_servicos', 'pagamentos')
        and (coalesce(l.antes, l.depois) ->> 'agendamento_id')::int = ${id})
    select to_json(t.em) #>> '{}' as em, t.ator_tipo as "atorTipo",
      case when t.ator_tipo = 'usuario' then u.nome end as ator, t.ato, t.operacao, t.entidade, t.antes, t.depois,
      t.requisicao
    from todas t left join usuarios u on u.id = t.ator_id order by t.id`);
  return rows;
}

const numeros = (rastros: readonly Rastro[], coluna: keyof Nomes): number[] => [
  ...new Set(
    rastros.flatMap(({ antes, depois }) =>
      [antes?.[coluna], depois?.[coluna]].filter((valor) => typeof valor === "number"),
    ),
  ),
];

/** The present names of all that lines of the trail give by number. */
export async function nomesDosRastros(db: Db, rastros: readonly Rastro[]): Promise<Nomes> {
  const ids = (coluna: keyof Nomes) => sql.param(numeros(rastros, coluna));
  const { rows } = await db.execute<{ coluna: keyof Nomes; id: number; nome: string }>(sql`
    select 'funcionario_id' as coluna, id, coalesce(apelido, nome) as nome from funcionarios
      where id = any(${ids("funcionario_id")}::int[])
    union all select 'cliente_id', id, nome from usuarios where id = any(${ids("cliente_id")}::int[])
    union all select 'servico_id', id, nome from servicos where id = any(${ids("servico_id")}::int[])`);
  const de = (coluna: keyof Nomes) =>
    new Map(rows.filter((row) => row.coluna === coluna).map(({ id, nome }) => [id, nome]));
  return { funcionario_id: de("funcionario_id"), cliente_id: de("cliente_id"), servico_id: de("servico_id") };
}

const semValores = (rastro: Rastro): Rastro => {
  const sem = (valores: Rastro["antes"]) => {
    const { valor_final_centavos: _, ...resto } = valores ?? {};
    return valores && resto;
  };
  return { ...rastro, antes: sem(rastro.antes), depois: sem(rastro.depois) };
};

/**
 * One appointment with all that its sheet shows. What was paid is for whoever books or reads reports, the phone and the
 * notes of a client for whoever may find clients.
 *
 * @throws AppError `nao_encontrado`
 */
export const verAgendamento = query(leituraDaAgenda, async ({ db, actor }, id: number): Promise<Detalhe> => {
  const [lido, todos] = await Promise.all([lerAgendamento(db, id), lerRastros(db, id)]);
  const veValores = pode(actor, ["pode_agendar", "pode_ver_relatorios"]);
  const veCliente = pode(actor, leituraDeClientes);
  const rastros = veValores ? todos : todos.filter(({ entidade }) => entidade !== "pagamentos").map(semValores);
  return {
    ...lido,
    cliente: lido.cliente && (veCliente ? lido.cliente : { ...lido.cliente, telefone: null, observacoes: null }),
    valorFinalCentavos: veValores ? lido.valorFinalCentavos : null,
    pagamentos: veValores ? lido.pagamentos : null,
    historia: contarHistoria(rastros, await nomesDosRastros(db, rastros), lido.fuso),
  };
});
