import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { isRetryable } from "@/lib/server/errors";
import { readDelivery, type Entrega, type Recebida } from "./payload";

/** How long somebody has to be silent before the assistant answers all that they wrote. */
export const PAUSA_MS = 2_000;

const TRIES = 3;

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
  const as = (items: unknown[]) => sql`${JSON.stringify(items)}::jsonb`;
  for (let attempt = 1; ; attempt++) {
    try {
      await db().execute(sql`select receber_whatsapp(${body}, ${as(read.mensagens)}, ${as(read.situacoes)},
        ${as(read.trocas)}, ${PAUSA_MS}, ${falha})`);
      return;
    } catch (error) {
      if (attempt === TRIES || !isRetryable(error)) throw error;
    }
  }
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
