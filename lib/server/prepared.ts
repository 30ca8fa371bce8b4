import { sql, type SQL } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";

/**
 * Runs a statement that each connection parses and plans once, for reads that a finger triggers and whose planning costs
 * more than running them. A name stands for one text; only parameters may differ.
 *
 * @returns its rows as JSON gives them: dates and instants are texts
 */
export async function prepared<R>(on: Db | Tx, name: string, statement: SQL): Promise<R[]> {
  const [answer] = await on
    .select({ rows: sql<R[]>`coalesce(json_agg(linha), '[]')` })
    .from(sql`(${statement}) as linha`)
    .prepare(name)
    .execute();
  return answer!.rows;
}
