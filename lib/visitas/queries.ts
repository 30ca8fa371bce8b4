import { sql } from "drizzle-orm";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import { leituraDaAgenda, pode } from "@/lib/domain/permissoes";
import { outroEmJson, type Outro } from "@/lib/fichas/queries";
import { query } from "@/lib/server/query";

/** So many are listed, of what is to come and of what was. */
const ULTIMOS = 12;

/** What a client had and has with the company. `gasto` is null for who may not read reports. */
export type VisitasDoCliente = {
  fuso: string;
  visitas: number;
  faltas: number;
  cancelados: number;
  proximos: Outro[];
  ultimos: Outro[];
  /** What was charged in all and in the last twelve months; `fiadoCentavos`: what was put down as fiado. */
  gasto: { totalCentavos: number; anoCentavos: number; fiadoCentavos: number } | null;
};

/** How often a client came, when they come next, and what they spent. */
export const verVisitasDoCliente = query(
  leituraDaAgenda,
  async ({ db, actor }, clienteId: number, now: Date): Promise<VisitasDoCliente> => {
    const agora = now.toISOString();
    const lista = (onde: ReturnType<typeof sql>, ordem: ReturnType<typeof sql>) => sql`
      (select coalesce(json_agg(${outroEmJson} order by ${ordem}), '[]') from (select * from agendamentos o
        where o.cliente_id = ${clienteId} and ${onde} order by ${ordem} limit ${ULTIMOS}) o)`;
    const gasto = pode(actor, "pode_ver_relatorios")
      ? sql`(select json_build_object('totalCentavos', coalesce(sum(valor), 0),
          'anoCentavos', coalesce(sum(valor) filter (where inicio > ${agora}::timestamptz - interval '1 year'), 0),
          'fiadoCentavos', (select coalesce(sum(p.valor_centavos), 0) from pagamentos p
            join agendamentos f on f.id = p.agendamento_id where f.cliente_id = ${clienteId} and p.forma = 'fiado'))
          from (select inicio, coalesce(valor_final_centavos, valor_centavos) as valor from agendamentos
            where cliente_id = ${clienteId} and situacao = 'concluido') g)`
      : sql`null`;
    const quantos = (situacao: string) =>
      sql`(select count(*)::int from agendamentos where cliente_id = ${clienteId} and situacao = ${situacao})`;
    const { rows } = await db.execute<VisitasDoCliente>(sql`
      select ${fusoNoBanco} as fuso, ${quantos("concluido")} as visitas, ${quantos("faltou")} as faltas,
        ${quantos("cancelado")} as cancelados,
        ${lista(sql`o.fim >= ${agora} and o.situacao in ('agendado', 'confirmado')`, sql`o.inicio, o.id`)} as proximos,
        ${lista(sql`(o.fim < ${agora} or o.situacao not in ('agendado', 'confirmado'))`, sql`o.inicio desc, o.id desc`)}
          as ultimos,
        ${gasto} as gasto`);
    return rows[0]!;
  },
);
