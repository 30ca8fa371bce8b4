import { sql } from "drizzle-orm";
import { Client } from "pg";
import { db, type Tx } from "@/db/client";

/** One connection of one's own to the database of this test file; the caller ends it. */
export async function connect(como: "dono" | "app"): Promise<Client> {
  const url = como === "dono" ? process.env.DATABASE_URL_DONO : process.env.DATABASE_URL;
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Runs work on a connection of the owner or of the application's role, and ends it. */
export async function usando<R>(como: "dono" | "app", work: (client: Client) => Promise<R>): Promise<R> {
  const client = await connect(como);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Prepares rows by hand, with the system as their author. */
export function comoSistema<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.ator', 'sistema', true), set_config('app.ato', 'sistema.sql', true)`);
    return work(tx);
  });
}

export type Rastro = {
  ator_tipo: string;
  ator_id: number | null;
  ato: string;
  operacao: string;
  entidade: string | null;
  entidade_id: number | null;
  antes: Record<string, unknown> | null;
  depois: Record<string, unknown> | null;
};

/** What one request left in the trail, in order. */
export async function rastroDe(requisicao: string): Promise<Rastro[]> {
  const { rows } = await db().execute<Rastro>(sql`
    select ator_tipo, ator_id::int, ato, operacao, entidade, entidade_id::int, antes, depois
    from log_auditoria where requisicao = ${requisicao} order by id`);
  return rows;
}

/** How many rows a query finds: `contar(sql\`from cargos where ...\`)`. */
export async function contar(from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await db().execute<{ n: number }>(sql`select count(*)::int as n ${from}`);
  return rows[0]!.n;
}

/** The rows of a query as the database gives them. */
export async function linhas<R extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<R[]> {
  return (await db().execute(query)).rows as R[];
}
