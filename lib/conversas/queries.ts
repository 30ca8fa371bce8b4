import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { configuracaoWhatsapp, conversas, mensagens } from "@/db/schema";
import type { FatosDaConversa, Livres, MeuAgendamento, Pedido } from "@/lib/domain/conversa/tipos";
import type { Situacao } from "@/lib/domain/agenda";
import { diaDoInstante, minutoDe, somarDias } from "@/lib/domain/tempo";
import { horariosLivres } from "@/lib/domain/horarios";
import { lerEmpresa, lerFatos } from "@/lib/horarios/queries";
import { naoEncontrado } from "@/lib/server/errors";
import { query } from "@/lib/server/query";

/** A conversation with what the assistant has not read yet, in the order in which it was written. */
export const lerParaAtender = query("sistema", async ({ db }, id: number) => {
  const [conversa] = await db.select().from(conversas).where(eq(conversas.id, id));
  if (!conversa) throw naoEncontrado();
  const novas = await db
    .select({ id: mensagens.id, tipo: mensagens.tipo, texto: mensagens.texto, carga: mensagens.carga })
    .from(mensagens)
    .where(
      and(
        eq(mensagens.conversaId, id),
        gt(mensagens.id, conversa.ate ?? 0),
        eq(mensagens.direcao, "entrada"),
        eq(mensagens.antiga, false),
      ),
    )
    .orderBy(asc(mensagens.ocorridaEm), asc(mensagens.id));
  const [{ ativo } = { ativo: false }] = await db
    .select({ ativo: configuracaoWhatsapp.ativo })
    .from(configuracaoWhatsapp);
  // The simulator is there to try it out before it is switched on.
  return { conversa, novas, ligado: ativo || conversa.teste };
});

export type ConversaAAtender = Awaited<ReturnType<typeof lerParaAtender>>["conversa"];

type PedidoDeHorarios = Extract<Pedido, { tipo: "horarios" }>;

type Lido = Pick<FatosDaConversa, "servicos" | "profissionais" | "cliente" | "sempre" | "lembrete" | "assistente"> & {
  nome: string;
  endereco: string | null;
  telefone: string | null;
  prazoClienteMinutos: number;
};

/** A reminder is answered within so long. */
const RESPONDE_LEMBRETE = sql`interval '48 hours'`;

/** Everything that may be said in a conversation, in one statement but for the company's hours. */
async function lerTudo(db: Db, { id, clienteId }: ConversaAAtender, now: Date): Promise<Lido> {
  const em = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<Lido>(sql`
    select coalesce(e.nome, 'nossa empresa') as "nome", coalesce(e.prazo_cliente_minutos, 120) as "prazoClienteMinutos",
      nullif(concat_ws(', ', nullif(e.logradouro, ''), nullif(e.numero, ''), nullif(e.complemento, ''), nullif(e.bairro, ''),
        nullif(e.cidade, '')), '') as "endereco", e.telefone,
      jsonb_build_object('nome', w.nome_assistente, 'abertura', w.mensagem_abertura, 'atendimentoHumano', w.atendimento_humano,
        'podeMarcar', w.pode_marcar, 'podeRemarcar', w.pode_remarcar, 'podeCancelar', w.pode_cancelar,
        'podeInformarPrecos', w.pode_informar_precos) as "assistente",
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'nome', s.nome, 'precoTipo', s.preco_tipo,
          'precoCentavos', s.preco_centavos, 'duracaoMinutos', s.duracao_minutos, 'preparoMinutos', s.preparo_minutos,
          'marcavel', s.assistente_agenda) order by s.categoria, sem_acento(s.nome)), '[]')
        from servicos s where s.ativo) as "servicos",
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'nome', coalesce(f.apelido, f.nome), 'faz', (
          select coalesce(jsonb_agg(jsonb_build_object('servicoId', p.servico_id, 'duracaoMinutos', p.duracao_minutos,
            'precoCentavos', p.preco_centavos)), '[]') from funcionario_servicos p where p.funcionario_id = f.id))
          order by sem_acento(f.nome), f.id), '[]') from funcionarios f where f.ativo) as "profissionais",
      (select jsonb_build_object('id', u.id, 'nome', coalesce(u.apelido, u.nome)) from usuarios u where u.id = ${clienteId}::int) as "cliente",
      (select jsonb_build_object('profissionalId', a.funcionario_id, 'servicos', (
          select jsonb_agg(x.servico_id order by x.ordem) from agendamento_servicos x where x.agendamento_id = a.id))
        from agendamentos a where a.cliente_id = ${clienteId}::int and a.atendido is null
          and a.situacao in ('agendado', 'confirmado', 'concluido') and a.inicio <= ${em} order by a.inicio desc limit 1) as "sempre",
      (select a.id from mensagens m join agendamentos a on a.id = m.agendamento_id
        where m.conversa_id = ${id} and m.direcao = 'saida' and m.assunto = 'lembrete' and m.ocorrida_em > ${em} - ${RESPONDE_LEMBRETE}
          and a.cliente_id = ${clienteId}::int and a.inicio > ${em} and a.situacao in ('agendado', 'confirmado')
        order by m.id desc limit 1) as "lembrete"
    from configuracao_whatsapp w left join configuracao_empresa e on true`);
  return rows[0]!;
}

/** What the assistant knows about the company and about whom it talks with. */
export const lerFatosDaConversa = query(
  "sistema",
  async ({ db }, conversa: ConversaAAtender, now: Date): Promise<FatosDaConversa> => {
    const { nome, endereco, telefone, ...lido } = await lerTudo(db, conversa, now);
    const hoje = diaDoInstante(now, "UTC");
    const { fuso, semana, feriadosFechados, excecoes, horizonteDias } = await lerEmpresa(db, {
      de: hoje,
      ate: somarDias(hoje, 400),
    });
    return {
      ...lido,
      agora: minutoDe(now),
      empresa: { nome, endereco, telefone },
      funcionamento: { fuso, semana, feriadosFechados, excecoes },
      horizonteDias,
      recebeAvisos: conversa.avisosParadosEm === null,
      nomePerfil: conversa.nomePerfil,
    };
  },
);

/** Free starts for each asked part, by who could do it; what this person holds counts as free. */
export const livresDaConversa = query(
  "sistema",
  async ({ db }, { partes, dias, exceto }: PedidoDeHorarios, dono: string, now: Date): Promise<Livres> => {
    // A minute that has begun is over for whoever wants to begin with it.
    const minuto = minutoDe(new Date(now.getTime() + 59_999));
    return Promise.all(
      partes.map(async ({ servicos, duracaoMinutos }) => {
        const leitura = { funcionarios: "todos", servicos, duracaoMinutos, exceto, dono, now, ...dias } as const;
        const livres = horariosLivres(
          await lerFatos(db, leitura),
          { servicos, duracaoMinutos, exceto, ...dias },
          minuto,
        );
        const porPessoa = new Map<number, number[]>();
        for (const { id, inicios } of livres.flatMap(({ profissionais }) => profissionais))
          porPessoa.set(id, [...(porPessoa.get(id) ?? []), ...inicios]);
        return [...porPessoa].map(([profissionalId, inicios]) => ({ profissionalId, inicios }));
      }),
    );
  },
);

type Linha = MeuAgendamento["partes"][number] & {
  versao: number;
  situacao: Situacao;
  atendido: string | null;
  visita: string | null;
};

/** The future appointments of one client, those of a visit as one. */
export const meusAgendamentos = query(
  "sistema",
  async ({ db }, clienteId: number, now: Date): Promise<MeuAgendamento[]> => {
    const { rows } = await db.execute<Linha>(sql`
    select a.id, a.versao, floor(date_part('epoch', a.inicio) / 60)::int as "inicio",
      floor(date_part('epoch', a.fim) / 60)::int as "fim", a.situacao, a.atendido, a.visita,
      f.id as "profissionalId", coalesce(f.apelido, f.nome) as "profissional",
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'nome', s.nome) order by x.ordem), '[]')
        from agendamento_servicos x join servicos s on s.id = x.servico_id where x.agendamento_id = a.id) as "servicos"
    from agendamentos a join funcionarios f on f.id = a.funcionario_id
    where a.cliente_id = ${clienteId} and a.inicio > ${now.toISOString()}::timestamptz
      and a.situacao in ('agendado', 'confirmado')
    order by a.inicio, a.id limit 30`);
    const visitas = new Map<string, Linha[]>();
    for (const row of rows) {
      const chave = row.visita ?? `so ${row.id}`;
      visitas.set(chave, [...(visitas.get(chave) ?? []), row]);
    }
    return [...visitas.values()].map((partes) => {
      const { id, versao, inicio, situacao, atendido } = partes[0]!;
      const limpas = partes.map(({ id: parte, inicio: em, fim, profissionalId, profissional, servicos }) => {
        return { id: parte, inicio: em, fim, profissionalId, profissional, servicos };
      });
      return { id, versao, inicio, situacao, atendido, partes: limpas };
    });
  },
);
