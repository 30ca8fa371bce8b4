import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { isRetryable, toAppError } from "@/lib/server/errors";
import type { Recebida } from "./payload";

const TRIES = 3;
const TOGETHER = 100;

type Waiting = { body: string; stored: () => void; failed: (error: unknown) => void };

// A module can be evaluated several times in one process; what waits must not be apart.
const store = globalThis as typeof globalThis & { horaMarcadaEntregas?: { waiting: Waiting[]; running: boolean } };
const gate = () => (store.horaMarcadaEntregas ??= { waiting: [], running: false });

async function storeTogether(bodies: string[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await db().execute(sql`select receber_whatsapp(${sql.param(bodies)}::text[])`);
      return;
    } catch (error) {
      // A pool whose connections are all taken is worth another wait, too.
      if (attempt === TRIES || !(isRetryable(error) || toAppError(error)?.code === "ocupado")) throw error;
    }
  }
}

/** What came while one statement ran is stored by the next, so a burst takes one connection and few commits. */
async function drain(): Promise<void> {
  const g = gate();
  if (g.running) return;
  g.running = true;
  for (let some = g.waiting.splice(0, TOGETHER); some.length; some = g.waiting.splice(0, TOGETHER))
    await storeTogether(some.map(({ body }) => body)).then(
      () => some.forEach(({ stored }) => stored()),
      (error: unknown) => some.forEach(({ failed }) => failed(error)),
    );
  g.running = false;
}

/**
 * Stores a delivery as it came and wakes the task that reads it, in one statement: once that is done Meta may forget it.
 *
 * @param bytes already known to be Meta's
 */
export function receberEntrega(bytes: Uint8Array): Promise<void> {
  // Text with bytes that are no UTF-8 is kept with marks in their places.
  const body = new TextDecoder().decode(bytes).replaceAll("\0", "");
  return new Promise((stored, failed) => {
    gate().waiting.push({ body, stored, failed });
    void drain();
  });
}

/**
 * What somebody says in the simulator, by the way that Meta's deliveries go.
 *
 * @param pausaMs how long the assistant waits for more
 * @returns the ids of the messages that are new
 */
export async function receberDeTeste(tx: Tx, mensagens: Recebida[], pausaMs: number): Promise<number[]> {
  const { rows } = await tx.execute<{ ids: number[] }>(
    sql`select receber_mensagens(${JSON.stringify(mensagens)}::jsonb, true, ${pausaMs}) as ids`,
  );
  return rows[0]!.ids;
}
