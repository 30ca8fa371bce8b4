import { sql, type SQL } from "drizzle-orm";
import type { ChaveMedida } from "@/lib/domain/medidas";
import type { Recorte } from "@/lib/domain/recortes";
import { antecedencias } from "@/lib/domain/recortes";

/** What is asked of the appointments: civil limits as instants, and what every report may filter by. */
export type Pedido = {
  inicio: Date;
  fim: Date;
  fuso: string;
  funcionario?: number;
  servico?: number;
  situacao?: string;
  origem?: string;
};

const foi = (situacao: string) => sql.raw(`i.situacao = '${situacao}'`);
const entre = (...situacoes: string[]) => sql.raw(`i.situacao in (${situacoes.map((um) => `'${um}'`).join(", ")})`);
const noDia = (dia: number) => ({ onde: sql.raw(`extract(dow from i.parede) = ${dia}`) });

/** Which items a measure counts (`onde`), and what it adds of each; without `valor` every appointment is one. */
export const medidasNoBanco: Record<ChaveMedida, { valor?: SQL; onde: SQL }> = {
  agendamentos: { onde: sql`true` },
  abertos: { onde: entre("agendado", "confirmado") },
  concluidos: { onde: foi("concluido") },
  faltas: { onde: foi("faltou") },
  cancelados: { onde: foi("cancelado") },
  confirmados: { onde: sql`i.confirmado_em is not null` },
  esperados: { onde: entre("concluido", "faltou") },
  receita: { valor: sql`i.receita_ate - i.receita_de`, onde: foi("concluido") },
  previsto: { valor: sql`i.valor`, onde: entre("agendado", "confirmado") },
  perdido: { valor: sql`i.valor`, onde: entre("faltou", "cancelado") },
  valorCancelado: { valor: sql`i.valor`, onde: foi("cancelado") },
  desconto: { valor: sql`i.desconto`, onde: sql`i.desconto > 0` },
  acrescimo: { valor: sql`i.acrescimo`, onde: sql`i.acrescimo > 0` },
  atendido: { valor: sql`i.minutos`, onde: foi("concluido") },
  marcado: { valor: sql`i.minutos`, onde: entre("agendado", "confirmado", "concluido") },
  novos: { onde: sql`${foi("concluido")} and i.cliente_id is not null and not i.voltou` },
  retornos: { onde: sql`${foi("concluido")} and i.voltou` },
  semNome: { onde: sql`${foi("concluido")} and i.cliente_id is null` },
  enviadas: { valor: sql`i.enviadas`, onde: sql`i.enviadas > 0` },
  entregues: { valor: sql`i.entregues`, onde: sql`i.entregues > 0` },
  lidas: { valor: sql`i.lidas`, onde: sql`i.lidas > 0` },
  falharam: { valor: sql`i.falharam`, onde: sql`i.falharam > 0` },
  confirmaram: { onde: sql`i.enviadas > 0 and i.confirmado_em is not null` },
  dom: noDia(0),
  seg: noDia(1),
  ter: noDia(2),
  qua: noDia(3),
  qui: noDia(4),
  sex: noDia(5),
  sab: noDia(6),
};

const dosQueVoltam: readonly ChaveMedida[] = ["novos", "retornos"];
const dasMensagens: readonly ChaveMedida[] = ["enviadas", "entregues", "lidas", "falharam", "confirmaram"];

const faixa = (horas: SQL) =>
  sql`case ${sql.join(
    Object.entries(antecedencias).map(([chave, { horas: ate }]) =>
      ate === Infinity
        ? sql.raw(`else '${chave}'`)
        : sql`when ${horas} <= ${sql.raw(`interval '${ate} hours'`)} then ${sql.raw(`'${chave}'`)}`,
    ),
    sql` `,
  )} end`;

/** The key of an item in each cut, as text; null: it has no place there. */
export const recortesNoBanco: Record<Recorte, SQL> = {
  dia: sql`i.parede::date::text`,
  semana: sql`date_trunc('week', i.parede)::date::text`,
  mes: sql`to_char(i.parede, 'YYYY-MM')`,
  hora: sql`'h' || extract(hour from i.parede)`,
  diaDaSemana: sql`'d' || extract(dow from i.parede)`,
  situacao: sql`i.situacao`,
  origem: sql`i.origem`,
  forma: sql`i.forma`,
  motivo: sql`i.cancelado_motivo`,
  antecedencia: faixa(sql`i.inicio - i.criado_em`),
  aviso: sql`case when i.cancelado_em is not null then ${faixa(sql`i.inicio - i.cancelado_em`)} end`,
  confirmacao: sql`case when i.confirmado_em is not null then 'confirmou'
    when exists (select from mensagens m where m.agendamento_id = i.id and m.assunto = 'lembrete' and not m.teste
      and m.situacao in ('enviada', 'entregue', 'lida')) then 'lembrado' else 'sem' end`,
  assunto: sql`i.assunto`,
  profissional: sql`i.funcionario_id::text`,
  servico: sql`i.servico_id::text`,
  cliente: sql`i.cliente_id::text`,
};

/** The whole appointments. What was charged is a line from 0 to `receita`, of which parts are stretches. */
function inteiros({ inicio, fim, fuso, funcionario, servico, situacao, origem }: Pedido, historia: boolean): SQL {
  const cobrado = sql`coalesce(a.valor_final_centavos, a.valor_centavos)`;
  const concluido = (valor: SQL) => sql`case when a.situacao = 'concluido' then ${valor} else 0 end`;
  // Whether the client had been served before costs a look into their history.
  const voltou = historia
    ? sql`a.situacao = 'concluido' and exists (select from agendamentos o where o.cliente_id = a.cliente_id
        and o.situacao = 'concluido' and o.inicio <= a.inicio and (o.inicio, o.id) < (a.inicio, a.id))`
    : sql`false`;
  return sql`select a.id, a.funcionario_id, a.cliente_id, a.situacao, a.origem, a.inicio, a.criado_em, a.confirmado_em,
      a.cancelado_em, a.cancelado_motivo, a.inicio at time zone ${fuso} as parede,
      (extract(epoch from a.fim - a.inicio) / 60)::int as minutos, a.valor_centavos as valor,
      ${voltou} as voltou, ${concluido(cobrado)} as receita,
      ${concluido(sql`greatest(0, a.valor_centavos - ${cobrado})`)} as desconto,
      ${concluido(sql`greatest(0, ${cobrado} - a.valor_centavos)`)} as acrescimo
    from agendamentos a
    where a.inicio >= ${inicio.toISOString()}::timestamptz and a.inicio < ${fim.toISOString()}::timestamptz
      ${funcionario ? sql`and a.funcionario_id = ${funcionario}` : sql``}
      ${situacao ? sql`and a.situacao = ${situacao}` : sql``}
      ${origem ? sql`and a.origem = ${origem}` : sql``}
      ${servico ? sql`and exists (select from agendamento_servicos x where x.agendamento_id = a.id and x.servico_id = ${servico})` : sql``}`;
}

// Up to where the first so many of a whole's weights reach in it: rounded down, so that the stretches add up to the whole.
const trecho = (todo: string, coluna: string) => ({
  de: sql.raw(`(b.${todo}::bigint * (p.${coluna}_ate - p.${coluna}) / p.${coluna}_total)`),
  ate: sql.raw(`(b.${todo}::bigint * p.${coluna}_ate / p.${coluna}_total)`),
});

/** One item per service of an appointment, by the prices agreed, equally where there are none; minutes by their durations. */
function porServico(servico: number | undefined): SQL {
  const parte = (todo: string, coluna = "preco") => {
    const { de, ate } = trecho(todo, coluna);
    return sql`${ate} - ${de}`;
  };
  const receita = trecho("receita", "preco");
  return sql`select b.id, b.funcionario_id, b.cliente_id, b.situacao, b.origem, b.inicio, b.criado_em, b.confirmado_em,
      b.cancelado_em, b.cancelado_motivo, b.parede, b.voltou, ${parte("minutos", "dura")} as minutos, ${parte("valor")} as valor,
      ${receita.de} as receita_de, ${receita.ate} as receita_ate, ${parte("desconto")} as desconto,
      ${parte("acrescimo")} as acrescimo, p.servico_id
    from b join (
      select *, (sum(preco) over em_ordem)::bigint as preco_ate, (sum(preco) over todos)::bigint as preco_total,
        (sum(dura) over em_ordem)::bigint as dura_ate, (sum(dura) over todos)::bigint as dura_total
      from (
        select x.agendamento_id, x.servico_id, x.ordem, x.duracao_minutos::bigint as dura,
          case when sum(coalesce(x.preco_centavos, 0)) over (partition by x.agendamento_id) = 0 then 1
            else coalesce(x.preco_centavos, 0) end::bigint as preco
        from b join agendamento_servicos x on x.agendamento_id = b.id) s
      window todos as (partition by agendamento_id), em_ordem as (partition by agendamento_id order by ordem)
    ) p on p.agendamento_id = b.id ${servico ? sql`where p.servico_id = ${servico}` : sql``}`;
}

// Every kind of item has every column, whichever cut and measure an address asks for together.
const semMensagens = sql`null::text as assunto, 0 as enviadas, 0 as entregues, 0 as lidas, 0 as falharam`;

/** One item per payment: the stretch of what was charged that it paid, the first one first; the rest was not paid. */
const porForma = sql`select s.id, s.funcionario_id, s.cliente_id, s.situacao, s.origem, s.inicio, s.criado_em,
    s.confirmado_em, s.cancelado_em, s.cancelado_motivo, s.parede, s.voltou, s.minutos, s.valor, s.desconto, s.acrescimo,
    greatest(s.receita_de, p.de) as receita_de, least(s.receita_ate, p.ate) as receita_ate, s.servico_id,
    p.forma, ${semMensagens}
  from s join (
    select agendamento_id, forma, sum(valor_centavos) over em_ordem - valor_centavos as de,
      sum(valor_centavos) over em_ordem as ate
    from pagamentos where agendamento_id in (select id from b)
    window em_ordem as (partition by agendamento_id order by id)
    union all
    select b.id, 'nao_pago', coalesce(sum(valor_centavos), 0), 1000000000000
    from b left join pagamentos on agendamento_id = b.id group by b.id
  ) p on p.agendamento_id = s.id and greatest(s.receita_de, p.de) < least(s.receita_ate, p.ate)`;

/** One item per subject that the company wrote about, with how many messages. */
const porAssunto = sql`select b.*, 0 as receita_de, b.receita as receita_ate, null::int as servico_id, null::text as forma,
    m.assunto, m.enviadas, m.entregues, m.lidas, m.falharam
  from b join (
    select agendamento_id, assunto, count(*) filter (where situacao in ('enviada', 'entregue', 'lida')) as enviadas,
      count(*) filter (where situacao in ('entregue', 'lida')) as entregues,
      count(*) filter (where situacao = 'lida') as lidas, count(*) filter (where situacao = 'falhou') as falharam
    from mensagens where direcao = 'saida' and not teste and assunto is not null
      and agendamento_id in (select id from b)
    group by agendamento_id, assunto
  ) m on m.agendamento_id = b.id`;

/**
 * What a report counts, as the beginning of a statement: `with … i as (…)`. An item is an appointment, or the part of it
 * that a service, a payment or a kind of message is; with a service asked for, money and time are that service's part.
 */
export function itens(pedido: Pedido, recorte: Recorte | undefined, medidas: readonly ChaveMedida[]): SQL {
  const { servico } = pedido;
  const s =
    recorte === "servico" || servico
      ? porServico(servico)
      : sql`select b.*, 0 as receita_de, b.receita as receita_ate, null::int as servico_id from b`;
  const mensagens = recorte === "assunto" || medidas.some((medida) => dasMensagens.includes(medida));
  const i =
    recorte === "forma"
      ? porForma
      : mensagens
        ? porAssunto
        : sql`select s.*, null::text as forma, ${semMensagens} from s`;
  const historia = medidas.some((medida) => dosQueVoltam.includes(medida));
  return sql`with b as materialized (${inteiros(pedido, historia)}), s as (${s}), i as (${i})`;
}

/** Whether an appointment may be more than one item, so that they have to be counted by their number. */
const divididos = (pedido: Pedido, recorte: Recorte | undefined, medidas: readonly ChaveMedida[]) =>
  recorte === "servico" ||
  recorte === "forma" ||
  recorte === "assunto" ||
  pedido.servico !== undefined ||
  medidas.some((medida) => dasMensagens.includes(medida));

/** The measures as columns of a statement over `i`, each under its own name. */
export function somas(pedido: Pedido, recorte: Recorte | undefined, medidas: readonly ChaveMedida[]): SQL {
  const um = divididos(pedido, recorte, medidas) ? sql`count(distinct i.id)` : sql`count(*)`;
  return sql.join(
    medidas.map((medida) => {
      const { valor, onde } = medidasNoBanco[medida];
      const soma = valor ? sql`coalesce(sum(${valor}) filter (where ${onde}), 0)` : sql`${um} filter (where ${onde})`;
      return sql`${soma}::float8 as ${sql.identifier(medida)}`;
    }),
    sql`, `,
  );
}

/** The measures of each key of a cut in one statement; without a cut, of all under the key null. */
export function apuracao(pedido: Pedido, recorte: Recorte | undefined, medidas: readonly ChaveMedida[]): SQL {
  const chave = recorte ? recortesNoBanco[recorte] : sql`null::text`;
  return sql`${itens(pedido, recorte, medidas)}
    select ${chave} as chave, ${somas(pedido, recorte, medidas)} from i ${recorte ? sql`group by 1` : sql``}`;
}
