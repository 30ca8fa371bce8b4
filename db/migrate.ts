import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations as migrateQueue } from "graphile-worker";
import { escapeIdentifier, Client } from "pg";
import path from "node:path";
import { grants } from "./grants";
import { appRole } from "./role";

/** The same number for every process of this product: many may start at once, one migrates, the others wait. */
const LOCK = 4_607_182;

/** Where the SQL files lie: `drizzle/` of the working directory, unless `MIGRACOES` says otherwise. */
const folder = process.env.MIGRACOES || path.resolve("drizzle");

async function ensureRole(client: Client, role: string) {
  const found = await client.query("select from pg_roles where rolname = $1", [role]);
  if (found.rowCount) return;
  // A role that may create roles does not thereby become them: SET has to be granted by hand.
  await client.query(`create role ${escapeIdentifier(role)} nologin`);
  await client.query(`grant ${escapeIdentifier(role)} to current_user with set true, inherit false`);
}

/**
 * Brings a database to the newest schema and gives the application's role its rights. Safe to call from many
 * processes at once and again on every start.
 *
 * @param dono connection URL of the owner, @param app connection URL of the application's role
 * @throws when the database is out of reach or a migration fails; nothing of that migration remains
 */
export async function migrate(urls: { dono: string; app: string }, migrationsFolder = folder): Promise<void> {
  const client = new Client({ connectionString: urls.dono, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await migrateQueue({ connectionString: urls.dono });
    await applyMigrations(drizzle(client), { migrationsFolder });
    const role = appRole(urls);
    await ensureRole(client, role);
    await client.query(grants(escapeIdentifier(role)));
  } finally {
    await client.end();
  }
}
