import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fusoNoBanco, lerFuso } from "@/lib/configuracoes/queries";
import { entendidoDe } from "@/lib/domain/entendido";
import type { Falta as FaltaDaMidia } from "@/lib/domain/midia";
import { leituraDaAgenda, pode, rotas } from "@/lib/domain/permissoes";
import {
  JANELA_MINUTOS,
  type Assunto,
  type Autor,
  type Carga,
  type Modo,
  type MotivoDePausa,
  type SituacaoDeMensagem,
  type TipoDeMensagem,
} from "@/lib/domain/whatsapp";
import { naoEncontrado } from "@/lib/server/errors";
import { countUpTo, readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";
import type { Filtro, FiltroConversas } from "./schema";

const iso = (instante: SQL) => sql`to_json(${instante}) #>> '{}'`;
const quem = sql`coalesce(u.nome, c.nome_perfil, c.telefone, 'Sem nome')`;

/** Nobody of the house has seen it, and the assistant, if it has the thread, has gone by without a word. */
const porLer = sql`c.nao_lidas > 0 and (c.modo <> 'assistente' or c.ate >= (
  select max(m.id) from mensagens m where m.conversa_id = c.id and m.direcao = 'entrada'))`;
const naoLidas = sql`case when ${porLer} then c.nao_lidas else 0 end`;

const daqueles: Record<Filtro, SQL> = {
  todas: sql`true`,
  nao_lidas: porLer,
  esperando: sql`c.modo = 'esperando'`,
  assistente: sql`c.modo = 'assistente'`,
  pessoa: sql`c.modo = 'pessoa'`,
};

export type ConversaDaLista = {
  id: number;
  nome: string;
  telefone: string | null;
  modo: Modo;
  /** Who of the house has it. */
  comQuem: string | null;
  naoLidas: number;
  /** ISO instant. */
  em: string;
  ultima: { texto: string; tipo: TipoDeMensagem; autor: Autor; situacao: SituacaoDeMensagem } | null;
};

/** What nobody has seen yet counts only while a person is wanted: what the assistant answers is no work. */
const esperam = sql`not c.teste and (c.modo = 'esperando' or (c.modo = 'pessoa' and c.nao_lidas > 0))`;

/** A number that changed hands shows nothing of whoever had it before beside the card of its new owner. */
const deQuemTem = sql`(c.cliente_id is null or m.cliente_id is not distinct from c.cliente_id)`;

const POR_PAGINA = 50;
const aUltimaPrimeiro = {
  sorts: { ultima: { by: sql`c.ultima_mensagem_em`, type: "timestamptz" } },
  initial: "-ultima",
} as const;

/** The conversations with clients, the latest first, without those of the simulator. */
export const listarConversas = query("pode_agendar", async ({ db }, params: FiltroConversas) => {
  const { filtro, busca, antes, depois } = params;
  const digitos = busca.replace(/\D/g, "");
  const achadas = busca
    ? sql`(sem_acento(${quem}) like '%' || sem_acento(${busca.replace(/[\\%_]/g, "\\$&")}) || '%'
        ${digitos.length >= 4 ? sql`or c.telefone like ${`%${digitos}%`}` : sql``})`
    : sql`true`;
  const delas = sql`not c.teste and ${daqueles[filtro]} and ${achadas}`;
  const deQuem = sql`conversas c left join usuarios u on u.id = c.cliente_id`;
  const pagina = await readPage<ConversaDaLista & { cursor: string }>({
    ...aUltimaPrimeiro,
    db,
    params: { busca, antes, depois, ordem: undefined, por: POR_PAGINA },
    id: sql`c.id`,
    async read({ cursor, where, orderBy, limit }) {
      const { rows } = await db.execute<ConversaDaLista & { cursor: string }>(sql`
        select c.id, ${quem} as nome, c.telefone, c.modo, a.nome as "comQuem", ${naoLidas} as "naoLidas", ${cursor} as cursor,
          ${iso(sql`c.ultima_mensagem_em`)} as em, (select json_build_object('texto', left(m.texto, 160), 'tipo', m.tipo,
            'autor', m.autor, 'situacao', m.situacao) from mensagens m where m.conversa_id = c.id and ${deQuemTem} order by m.id desc limit 1) as ultima
        from ${deQuem} left join usuarios a on a.id = c.assumida_por_id
        where ${delas} ${where ? sql`and ${where}` : sql``} order by ${sql.join(orderBy, sql`, `)} limit ${limit}`);
      return rows;
    },
    count: (limit) => countUpTo(db, deQuem, delas, limit),
  });
  const { rows: contas } = await db.execute<{ esperando: number; naoLidas: number }>(sql`
    select count(*) filter (where c.modo = 'esperando')::int as esperando,
      count(*) filter (where ${porLer})::int as "naoLidas" from conversas c where not c.teste`);
  return { ...pagina, contas: contas[0]! };
});

export type ListaDeConversas = Awaited<ReturnType<typeof listarConversas>>;

/** How many clients wait for somebody of the house, and whether clients are written to at all. */
export const contarEsperando = query("pode_agendar", async ({ db }) => {
  const { rows } = await db.execute<{ quantas: number; ligado: boolean }>(
    sql`select count(*)::int as quantas, (select ativo from configuracao_whatsapp) as ligado from conversas c where ${esperam}`,
  );
  return rows[0]!;
});

export type MensagemVista = {
  id: number;
  direcao: "entrada" | "saida";
  autor: Autor;
  /** Who of the house wrote it. */
  autorNome: string | null;
  tipo: TipoDeMensagem;
  texto: string;
  carga: Pick<Carga, "botoes" | "lista" | "midia"> & { falta?: FaltaDaMidia };
  situacao: SituacaoDeMensagem;
  motivo: string | null;
  duvidosa: boolean;
  assunto: Assunto | null;
  agendamentoId: number | null;
  /** What was attached is kept here. */
  temArquivo: boolean;
  /** ISO instants. */
  em: string;
  lidaEm: string | null;
};

const mensagem = sql`m.id, m.direcao, m.autor, a.nome as "autorNome", m.tipo, m.texto, m.situacao, m.motivo, m.duvidosa,
  m.assunto, m.agendamento_id as "agendamentoId", m.arquivo_id is not null as "temArquivo",
  json_strip_nulls(json_build_object('botoes', m.carga -> 'botoes', 'lista', m.carga -> 'lista', 'midia', m.carga -> 'midia',
    'falta', m.carga -> 'falta')) as carga,
  ${iso(sql`m.ocorrida_em`)} as em, ${iso(sql`m.lida_em`)} as "lidaEm"`;

const PAGINA = 80;

async function lerMensagens(db: Db, conversaId: number, antes: number | undefined) {
  const { rows } = await db.execute<MensagemVista>(sql`
    select ${mensagem} from mensagens m join conversas c on c.id = m.conversa_id left join usuarios a on a.id = m.autor_id
    where m.conversa_id = ${conversaId} and ${deQuemTem} ${antes ? sql`and m.id < ${antes}` : sql``} order by m.id desc limit ${PAGINA + 1}`);
  return { mensagens: rows.slice(0, PAGINA).reverse(), temAntes: rows.length > PAGINA };
}

type Cabeca = {
  id: number;
  nome: string;
  telefone: string | null;
  modo: Modo;
  comQuem: string | null;
  teste: boolean;
  naoLidas: number;
  /** The client may be written to freely. */
  aberta: boolean;
  devolverEm: string | null;
  avisosParadosEm: string | null;
  inalcancavelEm: string | null;
  estado: unknown;
  fuso: string;
  respostasProntas: string[];
  nomeAssistente: string;
  cliente: {
    id: number;
    nome: string;
    telefone: string | null;
    observacoes: string;
    ultimaVisitaEm: string | null;
    ultimosServicos: number[];
    ultimoFuncionario: number | null;
    proximos: { id: number; inicio: string; servicos: string; funcionario: string }[];
  } | null;
};

const ultimo = sql`select x.id, x.funcionario_id from agendamentos x
  where x.cliente_id = u.id and x.situacao <> 'cancelado' order by x.inicio desc limit 1`;

const doCliente = sql`json_build_object('id', u.id, 'nome', u.nome, 'telefone', u.telefone, 'observacoes', u.observacoes,
  'ultimaVisitaEm', u.ultima_visita_em,
  'ultimosServicos', coalesce((select json_agg(s.servico_id order by s.ordem) from agendamento_servicos s
    where s.agendamento_id = (select id from (${ultimo}) y)), '[]'),
  'ultimoFuncionario', (select funcionario_id from (${ultimo}) y),
  'proximos', coalesce((select json_agg(p) from (
    select x.id, x.inicio, coalesce(f.apelido, f.nome) as funcionario, (select string_agg(s.nome, ' + ' order by z.ordem)
      from agendamento_servicos z join servicos s on s.id = z.servico_id where z.agendamento_id = x.id) as servicos
    from agendamentos x join funcionarios f on f.id = x.funcionario_id
    where x.cliente_id = u.id and x.situacao in ('agendado', 'confirmado') and x.inicio > now() order by x.inicio limit 5) p), '[]'))`;

/** One conversation with its latest messages, or those before one of them, and what is known of the client. */
export const verConversa = query("pode_agendar", async ({ db }, id: number, antes?: number) => {
  const { rows } = await db.execute<Cabeca>(sql`
    select c.id, ${quem} as nome, c.telefone, c.modo, a.nome as "comQuem", c.teste, ${naoLidas} as "naoLidas",
      (c.teste or c.ultima_recebida_em > now() - make_interval(mins => ${JANELA_MINUTOS})) is true as aberta, ${iso(sql`c.devolver_em`)} as "devolverEm",
      ${iso(sql`c.avisos_parados_em`)} as "avisosParadosEm", ${iso(sql`c.inalcancavel_em`)} as "inalcancavelEm", c.estado,
      ${fusoNoBanco} as fuso, w.respostas_prontas as "respostasProntas", w.nome_assistente as "nomeAssistente",
      case when u.id is not null then ${doCliente} end as cliente
    from conversas c cross join configuracao_whatsapp w
      left join usuarios u on u.id = c.cliente_id left join usuarios a on a.id = c.assumida_por_id
    where c.id = ${id}`);
  const [cabeca] = rows;
  if (!cabeca) throw naoEncontrado();
  const { estado, ...resto } = cabeca;
  return { ...resto, entendido: entendidoDe(estado), ...(await lerMensagens(db, id, antes)) };
});

export type ConversaVista = Awaited<ReturnType<typeof verConversa>>;

export type MensagensDe = { conversaId: number | null; fuso: string; mensagens: MensagemVista[] };

/** The latest messages about an appointment, or with a client. */
export const verMensagens = query(
  leituraDaAgenda,
  async ({ db }, { agendamento, cliente }: { agendamento?: number; cliente?: number }): Promise<MensagensDe> => {
    const deles = agendamento ? sql`m.agendamento_id = ${agendamento}` : sql`m.cliente_id = ${cliente}`;
    const { rows } = await db.execute<MensagemVista & { conversaId: number }>(sql`
      select ${mensagem}, m.conversa_id as "conversaId" from mensagens m join conversas c on c.id = m.conversa_id
        left join usuarios a on a.id = m.autor_id
      where ${deles} and not m.teste order by m.id desc limit 10`);
    return { conversaId: rows[0]?.conversaId ?? null, fuso: await lerFuso(db), mensagens: rows.reverse() };
  },
);

/** For so long a message that did not go out is work. */
const RECENTE = sql`interval '7 days'`;
const falhas = sql`m.situacao = 'falhou' and not m.teste and m.direcao = 'saida' and m.ocorrida_em > now() - ${RECENTE}`;

/** `pausa`: why nothing leaves at all now, and whether this person may mend it. */
export type NaoSairam = { total: number; lembretes: number; pausa: MotivoDePausa | null; podeResolver: boolean };

/** How many messages of the last week did not go out, reminders counted apart. */
export const contarFalhas = query("pode_agendar", async ({ db, actor }): Promise<NaoSairam> => {
  const { rows } = await db.execute<Omit<NaoSairam, "podeResolver">>(sql`
    select count(*)::int as total, count(*) filter (where m.assunto = 'lembrete')::int as lembretes,
      (select pausada_motivo from fila_whatsapp) as pausa from mensagens m where ${falhas}`);
  return { ...rows[0]!, podeResolver: pode(actor, rotas["/configuracoes/whatsapp"].exige) };
});

export type Falha = {
  id: number;
  conversaId: number;
  nome: string;
  telefone: string | null;
  texto: string;
  motivo: string | null;
  assunto: Assunto | null;
  agendamentoId: number | null;
  em: string;
};

/** The messages of the last week that did not go out, the latest first. */
export const listarFalhas = query("pode_agendar", async ({ db }) => {
  const { rows } = await db.execute<Falha>(sql`
    select m.id, c.id as "conversaId", ${quem} as nome, case when ${deQuemTem} then coalesce(u.telefone, c.telefone) else u.telefone end as telefone,
      m.texto, m.motivo, m.assunto, m.agendamento_id as "agendamentoId", ${iso(sql`m.ocorrida_em`)} as em
    from mensagens m join conversas c on c.id = m.conversa_id left join usuarios u on u.id = m.cliente_id
    where ${falhas} order by m.ocorrida_em desc, m.id desc limit 200`);
  return rows;
});
