import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { isRetryable, toAppError } from "@/lib/server/errors";
import { readDelivery, type Entrega, type Recebida } from "./payload";

/** How long somebody has to be silent before the assistant answers all that they wrote. */
const PAUSA_MS = 2_000;

const TRIES = 3;

/** So many statements at once: a burst leaves most of the pool to the people at their desks. */
const AT_ONCE = 2;
const TOGETHER = 100;

type Delivery = Entrega & { body: string; falha: string | null };
type Waiting = { delivery: Delivery; stored: () => void; failed: (error: unknown) => void };

// A module can be evaluated several times in one process; what waits must not be apart.
const store = globalThis as typeof globalThis & { horaMarcadaEntregas?: { waiting: Waiting[]; running: number } };
const gate = () => (store.horaMarcadaEntregas ??= { waiting: [], running: 0 });

async function storeTogether(deliveries: Delivery[]): Promise<void> {
  const all = <K extends keyof Entrega>(key: K) =>
    sql`${JSON.stringify(deliveries.flatMap((one): unknown[] => one[key]))}::jsonb`;
  const bodies = sql.param(deliveries.map(({ body }) => body));
  const faults = sql.param(deliveries.map(({ falha }) => falha));
  for (let attempt = 1; ; attempt++) {
    try {
      await db().execute(sql`select receber_whatsapp(${bodies}::text[], ${faults}::text[], ${all("mensagens")},
        ${all("situacoes")}, ${all("trocas")}, ${PAUSA_MS})`);
      return;
    } catch (error) {
      // A pool whose connections are all taken is worth another wait, too.
      if (attempt === TRIES || !(isRetryable(error) || toAppError(error)?.code === "ocupado")) throw error;
    }
  }
}

/** What came while the last statement ran is stored by the next one. Where that fails, each by itself, so that one does not fail another. */
async function drain(): Promise<void> {
  const g = gate();
  if (g.running >= AT_ONCE) return;
  g.running++;
  for (let some = g.waiting.splice(0, TOGETHER); some.length; some = g.waiting.splice(0, TOGETHER)) {
    try {
      await storeTogether(some.map(({ delivery }) => delivery));
      for (const { stored } of some) stored();
    } catch (error) {
      if (some.length === 1) some[0]!.failed(error);
      else for (const { delivery, stored, failed } of some) await storeTogether([delivery]).then(stored, failed);
    }
  }
  g.running--;
}

/**
 * Stores a delivery as it came, with its messages, its statuses and the work that follows, in one statement: once that is
 * done Meta may forget it. What cannot be read is stored all the same.
 *
 * @param bytes already known to be Meta's @param numeroId our number's; what concerns others is only stored
 */
export async function receberEntrega(bytes: Uint8Array, numeroId: string | null, now: Date): Promise<void> {
  // Text with bytes that are no UTF-8 is kept with marks in their places.
  const body = new TextDecoder().decode(bytes).replaceAll("\0", "");
  let read: Entrega = { mensagens: [], situacoes: [], trocas: [] };
  let falha: string | null = null;
  try {
    read = readDelivery(body, numeroId, now);
  } catch (error) {
    falha = error instanceof Error ? error.name : "desconhecida";
  }
  await new Promise<void>((stored, failed) => {
    gate().waiting.push({ delivery: { ...read, body, falha }, stored, failed });
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
