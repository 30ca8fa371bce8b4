import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/drizzle/meta/_journal.json";
import { log, safeError } from "./log";

/** When the newest migration that this program knows was made. */
export const newest = Math.max(...journal.entries.map((entry) => entry.when));
/** What the migration of that moment is called; its moment, when this program does not know it. */
export const migrationName = (when: number) =>
  journal.entries.find((entry) => entry.when === when)?.tag ?? new Date(when).toISOString();

const state = globalThis as typeof globalThis & { horaMarcadaStopping?: boolean };

/** From SIGTERM on this process is not ready, so that a load balancer sends its visitors elsewhere. */
export function stopBeingReady(): void {
  state.horaMarcadaStopping = true;
}

/** Whether this process can serve: it is not stopping, the database answers, and its schema is not older than ours. */
export async function isReady(): Promise<boolean> {
  if (state.horaMarcadaStopping) return false;
  try {
    const { rows } = await db().execute<{ newest: string | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    );
    return Number(rows[0]?.newest) >= newest;
  } catch (error) {
    log.warn({ error: safeError(error) }, "not ready");
    return false;
  }
}
