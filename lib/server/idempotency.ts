import { sql } from "drizzle-orm";
import { chavesIdempotencia } from "@/db/schema";
import type { Tx } from "@/db/client";
import { AppError } from "./errors";

/**
 * Runs `act` at most once per key. A second caller waits for the first one's transaction and receives its result (as
 * JSON keeps it, or what `kept` leaves of it); after a refusal or a rollback the key is free again. Without a key it just
 * runs.
 *
 * @throws AppError `conflito` when the key was used by somebody else or for another act
 */
export async function once<R>(
  tx: Tx,
  { chave, ator, ato }: { chave?: string; ator: string; ato: string },
  act: () => Promise<R | AppError>,
  kept: (result: R) => R = (result) => result,
): Promise<R | AppError> {
  if (!chave) return act();
  const inserted = await tx.insert(chavesIdempotencia).values({ chave, ator, ato }).onConflictDoNothing().returning();
  if (!inserted.length) {
    const [first] = await tx
      .select()
      .from(chavesIdempotencia)
      .where(sql`chave = ${chave}`);
    if (first?.ator !== ator || first.ato !== ato) throw new AppError("conflito", "Este envio não é deste formulário.");
    return (first.resultado ?? undefined) as R;
  }
  const resultado = await act();
  if (resultado instanceof AppError) await tx.delete(chavesIdempotencia).where(sql`chave = ${chave}`);
  else
    await tx
      .update(chavesIdempotencia)
      // An act without a result answers nothing the second time, too.
      .set({ resultado: kept(resultado) ?? null })
      .where(sql`chave = ${chave}`);
  return resultado;
}
