import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Waits until nobody else is taking time from these professionals, and keeps others waiting until the transaction ends.
 * Whatever takes time calls it once, with all professionals concerned, then reads, then writes: two who meet wait in the
 * same order, so they never wait for each other.
 *
 * @throws 55P03, which people read as `ocupado`, when it takes too long
 */
export async function lockAgendas(tx: Tx, funcionarioIds: readonly number[]): Promise<void> {
  const ids = [...new Set(funcionarioIds)].sort((a, b) => a - b);
  if (!ids.length) return;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('agenda'), id) from unnest(${sql.param(ids)}::int[]) as id`,
  );
}
