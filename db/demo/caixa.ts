import { sql } from "drizzle-orm";
import type { Tx } from "../client";
import { por } from "./autor";
import { fuso } from "./expedientes";

/** How many days back the cash is still open, to be counted. */
const DIAS_ABERTOS = 7;

/** Every day of more than a week ago was closed in the evening, and everything was there. */
export async function fecharDias(tx: Tx, usuarioId: number, now: Date) {
  await por(tx, `usuario:${usuarioId}`, "fechamento.fechar");
  await tx.execute(sql`
    insert into fechamentos (dia, valores, fechado_em, fechado_por_id)
    select dia, jsonb_object_agg(forma, jsonb_build_object('registradoCentavos', soma, 'contadoCentavos', soma)),
      max(ultimo) + interval '15 minutes', ${usuarioId}
    from (
      select (recebido_em at time zone ${fuso})::date as dia, forma, sum(valor_centavos)::int as soma,
        max(recebido_em) as ultimo
      from pagamentos group by 1, 2) recebidos
    where dia < (${now.toISOString()}::timestamptz at time zone ${fuso})::date - ${DIAS_ABERTOS}::int
    group by dia order by dia`);
}
