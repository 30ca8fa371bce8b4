import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Client, escapeIdentifier, Pool, type ClientConfig, type PoolConfig } from "pg";
import { appRole } from "./role";
import * as schema from "./schema";

export type Db = NodePgDatabase<typeof schema>;
/** A transaction handed out by `command`; it reads and writes like the database itself. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** While Next compiles a page in development, nothing else gets a turn for seconds. */
const patience = (ms: number) => (process.env.NODE_ENV === "development" ? 20_000 : ms);

const CONNECT_MS = patience(2_000);

/**
 * Every wait has an end: connecting, one's turn for a connection, a statement, a lock, an idle transaction, and a server that
 * says nothing at all.
 */
const limits: PoolConfig = {
  // One's turn comes when somebody's statement ends.
  connectionTimeoutMillis: patience(5_000),
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
  query_timeout: 8_000,
};

/**
 * The pool's patience for a turn is not what a server that does not answer deserves. And a connection on which an answer did
 * not come in time would keep the next one waiting for it: it is thrown away.
 */
class ImpatientClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
  }

  override query(...args: unknown[]): never {
    const ask = super.query as (...args: unknown[]) => unknown;
    const asked = ask.apply(this, args);
    if (asked instanceof Promise)
      asked.catch((error: Error) => error.message === "Query read timeout" && void this.end());
    return asked as never;
  }
}

/** For a command of the terminal, whose statements take as long as the database's own limits let them. Before the first query. */
export function waitForServer(): void {
  limits.query_timeout = undefined;
}

/**
 * What a connection is wanted for. Transactions of commands wait for locks; while all of theirs do, screens that need
 * nothing of what is locked still open with those of the reads.
 */
type Share = "reads" | "writes";

/** How many of at most `all` connections each share has, at least one. */
function sizeOf(share: Share, all: number): number {
  const writes = Math.max(1, Math.floor(all * 0.6));
  return share === "writes" ? writes : Math.max(1, all - writes);
}

function poolConfig(share: Share, env: NodeJS.ProcessEnv): PoolConfig {
  const app = env.DATABASE_URL;
  const dono = env.DATABASE_URL_DONO || app;
  if (!app || !dono) throw new Error("DATABASE_URL não está definida.");
  const sameLogin = new URL(app).username === new URL(dono).username;
  const role = escapeIdentifier(appRole({ app, dono }));
  return {
    ...limits,
    Client: ImpatientClient,
    connectionString: app,
    application_name: "hora-marcada",
    max: sizeOf(share, Number(env.POOL_MAX || 10)),
    idleTimeoutMillis: Number(env.POOL_OCIOSO_MS || 10_000),
    maxLifetimeSeconds: Number(env.POOL_VIDA_S || 1_800),
    // With one URL alone the owner steps down to the application's role: a guard against mistakes, not against malice.
    ...(sameLogin && { onConnect: async (client) => void (await client.query(`set role ${role}`)) }),
  };
}

// A module can be evaluated several times in one process; the pools must not.
const store = globalThis as typeof globalThis & { horaMarcadaPools?: Partial<Record<Share, Pool>> };

export function pool(share: Share = "reads"): Pool {
  const pools = (store.horaMarcadaPools ??= {});
  const there = pools[share];
  if (there) return there;
  const made = new Pool(poolConfig(share, process.env));
  // An idle connection that the server ends must not end the process; the pool replaces it.
  made.on("error", () => {});
  return (pools[share] = made);
}

/** A connection of its own for LISTEN; whoever asks for it opens and ends it. */
export function listener(): Client {
  return new Client({
    connectionString: process.env.DATABASE_URL,
    application_name: "hora-marcada-ouvinte",
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: limits.statement_timeout as number,
    keepAlive: true,
  });
}

let databases: Partial<Record<Share, Db>> = {};

const databaseOf = (share: Share): Db => (databases[share] ??= drizzle(pool(share), { schema, casing: "snake_case" }));

/**
 * The application's database. Areas get it from `lib/server`: reads through `query`, writes through `command`; only what Meta
 * delivers is stored with it directly.
 */
export const db = (): Db => databaseOf("reads");

/** The same for the transactions of `command`, which have connections of their own. */
export const writer = (): Db => databaseOf("writes");

export async function closePools(): Promise<void> {
  const pools = Object.values(store.horaMarcadaPools ?? {});
  store.horaMarcadaPools = undefined;
  databases = {};
  await Promise.all(pools.map((one) => one.end()));
}
