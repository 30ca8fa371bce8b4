import { Client } from "pg";
import { log, safeError } from "@/lib/server/log";

const BEAT_MS = 15_000;

/** Jobs and queues that nobody alive holds: each process holds a lock of the database for as long as it lives. */
const FREE = `
  select graphile_worker.force_unlock_workers(array_agg(quem)) from (
    select distinct locked_by as quem from (
      select locked_by, locked_at from graphile_worker._private_jobs
      union all select locked_by, locked_at from graphile_worker._private_job_queues) l
    where locked_at < now() - interval '15 seconds' and not exists (
      select from pg_locks where locktype = 'advisory' and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
        and classid::bigint = hashtext('trabalhador')::bigint & 4294967295
        and objid::bigint = hashtext(l.locked_by)::bigint & 4294967295)
  ) mortos having count(*) > 0`;

/**
 * Shows that this process works under some names, and gives back to the queue what processes had in hand that ended
 * without a word: the queue itself waits four hours for them.
 *
 * @param connectionString of the owner @param names under which the queue knows this process
 * @returns how to stop
 */
export function stayAlive(connectionString: string, names: ReadonlySet<string>): () => Promise<void> {
  let client: Client | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<Client> {
    const fresh = new Client({
      connectionString,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    fresh.on("error", () => (client = undefined));
    await fresh.connect();
    return fresh;
  }

  async function beat() {
    try {
      client ??= await connect();
      const held = "select pg_advisory_lock_shared(hashtext('trabalhador'), hashtext($1))";
      const holds = `select 1 from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'
        and objid::bigint = hashtext($1)::bigint & 4294967295`;
      for (const name of names) if (!(await client.query(holds, [name])).rowCount) await client.query(held, [name]);
      await client.query(FREE);
    } catch (error) {
      log.warn({ error: safeError(error) }, "heartbeat failed");
      client?.end().catch(() => {});
      client = undefined;
    }
    if (!ended) timer = setTimeout(() => void beat(), BEAT_MS);
  }

  void beat();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
