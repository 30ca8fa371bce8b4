import { escapeIdentifier, type ClientBase } from "pg";

export type Table = { name: string; columns: string[] };

/** The company's rows and the jobs that wait; where the migrations stand is the database's own. */
const SCHEMAS = ["public", "graphile_worker"];
const OWN = `n.nspname = any ($1) and c.relkind = 'r' and c.relname <> 'migrations'`;

const TABLES = `
  select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
      and attgenerated = '' order by attnum) as columns,
    array(select distinct quote_ident(rn.nspname) || '.' || quote_ident(r.relname) from pg_constraint k
      join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OWN} order by 1`;

/** The tables of a database, those that others refer to before those, each with the columns that can be written. */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(TABLES, [SCHEMAS]);
  const sorted: Table[] = [];
  for (let left = rows; left.length;) {
    const done = new Set(sorted.map(({ name }) => name));
    const free = left.filter(({ needs }) => needs.every((need) => done.has(need)));
    if (!free.length) throw new Error(`circular foreign keys: ${left.map(({ name }) => name).join(", ")}`);
    sorted.push(...free.map(({ name, columns }) => ({ name, columns })));
    left = left.filter((one) => !free.includes(one));
  }
  return sorted;
}

export const columnList = ({ columns }: Table) => columns.map(escapeIdentifier).join(", ");

/** Where the sequences of these tables stand. */
export async function sequencesOf(client: ClientBase) {
  const { rows } = await client.query<{ name: string; value: string; called: boolean }>(
    `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name,
      coalesce(last_value, start_value)::text as value, last_value is not null as called
     from pg_sequences where schemaname = any ($1) order by 1`,
    [SCHEMAS],
  );
  return rows;
}

/** Where the migrations of schema and queue stand, and the server's major version. */
export async function versionsOf(client: ClientBase) {
  const { rows } = await client.query<{ migracao: string; fila: number; postgres: number }>(
    `select (select max(created_at) from drizzle.__drizzle_migrations) as migracao,
      (select max(id) from graphile_worker.migrations) as fila,
      current_setting('server_version_num')::int / 10000 as postgres`,
  );
  const [{ migracao, fila, postgres }] = rows as [(typeof rows)[number]];
  return { migracao: Number(migracao), fila, postgres };
}
