import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import type { FormaDePagamento } from "@/lib/domain/agenda";
import type { Registrados, ValoresDoCaixa } from "@/lib/domain/caixa";
import { diaDoInstante, limitesDoDia } from "@/lib/domain/tempo";
import { query } from "@/lib/server/query";

type Dia = { inicio: Date; fim: Date };

const noBanco = ({ inicio, fim }: Dia) => ({
  de: sql`${inicio.toISOString()}::timestamptz`,
  ate: sql`${fim.toISOString()}::timestamptz`,
});

/** What was received on a day as it is registered now, by form of payment. */
export async function lerRegistrados(db: Db | Tx, limites: Dia): Promise<Registrados> {
  const { de, ate } = noBanco(limites);
  const { rows } = await db.execute<{ forma: FormaDePagamento; centavos: number }>(sql`
    select forma, sum(valor_centavos)::int as centavos from pagamentos
    where recebido_em >= ${de} and recebido_em < ${ate} group by forma`);
  return Object.fromEntries(rows.map(({ forma, centavos }) => [forma, centavos]));
}

export type SemDesfecho = { id: number; inicio: string; cliente: string; profissional: string; servicos: string };

/** The appointments of a day that have begun, and of which nobody said what became of them. */
export async function lerSemDesfecho(db: Db | Tx, limites: Dia, now: Date): Promise<SemDesfecho[]> {
  const { de, ate } = noBanco(limites);
  const { rows } = await db.execute<SemDesfecho>(sql`
    select a.id, to_json(a.inicio) #>> '{}' as inicio, coalesce(a.atendido, u.nome, 'Sem nome') as cliente,
      coalesce(f.apelido, f.nome) as profissional,
      coalesce((select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
        join servicos s on s.id = x.servico_id where x.agendamento_id = a.id), '') as servicos
    from agendamentos a join funcionarios f on f.id = a.funcionario_id left join usuarios u on u.id = a.cliente_id
    where a.inicio >= ${de} and a.inicio < ${ate} and a.inicio <= ${now.toISOString()}::timestamptz
      and a.situacao in ('agendado', 'confirmado')
    order by a.inicio, a.id limit 200`);
  return rows;
}

export type Recebido = {
  id: number;
  em: string;
  cliente: string;
  forma: FormaDePagamento;
  valorCentavos: number;
  agendamentoId: number;
};

async function lerRecebidos(db: Db, limites: Dia): Promise<Recebido[]> {
  const { de, ate } = noBanco(limites);
  const { rows } = await db.execute<Recebido>(sql`
    select p.id, to_json(p.recebido_em) #>> '{}' as em, coalesce(a.atendido, u.nome, 'Sem nome') as cliente, p.forma,
      p.valor_centavos as "valorCentavos", a.id as "agendamentoId"
    from pagamentos p join agendamentos a on a.id = p.agendamento_id left join usuarios u on u.id = a.cliente_id
    where p.recebido_em >= ${de} and p.recebido_em < ${ate} order by p.recebido_em, p.id limit 500`);
  return rows;
}

type Fechamento = {
  id: number;
  versao: number;
  valores: ValoresDoCaixa;
  observacao: string;
  fechadoEm: string;
  fechadoPor: string;
  reabertoEm: string | null;
  reabertoMotivo: string | null;
};

async function lerFechamento(db: Db, dia: string): Promise<Fechamento | null> {
  const { rows } = await db.execute<Fechamento>(sql`
    select c.id, c.versao, c.valores, c.observacao, to_json(c.fechado_em) #>> '{}' as "fechadoEm", u.nome as "fechadoPor",
      to_json(c.reaberto_em) #>> '{}' as "reabertoEm", c.reaberto_motivo as "reabertoMotivo"
    from fechamentos c join usuarios u on u.id = c.fechado_por_id where c.dia = ${dia}::date`);
  return rows[0] ?? null;
}

/**
 * The cash of one day for whoever closes it: what has no outcome yet, what was received, and how it was closed. No other
 * day, and no report. @param pedido civil day; today when undefined or still to come
 */
export const verCaixa = query("pode_agendar", async ({ db, actor }, pedido: string | undefined, now: Date) => {
  const fuso = await fusoDaEmpresa(actor);
  const hoje = diaDoInstante(now, fuso);
  const dia = pedido && pedido <= hoje ? pedido : hoje;
  const limites = limitesDoDia(dia, fuso);
  const [registrados, semDesfecho, recebidos, fechamento] = await Promise.all([
    lerRegistrados(db, limites),
    lerSemDesfecho(db, limites, now),
    lerRecebidos(db, limites),
    lerFechamento(db, dia),
  ]);
  return { fuso, hoje, dia, registrados, semDesfecho, recebidos, fechamento };
});

export type Caixa = Awaited<ReturnType<typeof verCaixa>>;
