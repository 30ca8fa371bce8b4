import { randomUUID } from "node:crypto";
import { db, type Db } from "@/db/client";
import { pode, type Exigencia } from "@/lib/domain/permissoes";
import type { Actor } from "./actor";
import { asAppError, semPermissao } from "./errors";

/**
 * The one door for reads. Checks the permission and hands over the database; what comes back is a plain shape made for
 * the screen, found within what the actor may see.
 *
 * @throws AppError `sem_permissao`, or whatever `read` refuses; an unknown error is logged and leaves as `inesperado`
 */
export function query<A extends unknown[], R>(
  exige: Exigencia,
  read: (context: { db: Db; actor: Actor }, ...args: A) => Promise<R>,
): (actor: Actor, ...args: A) => Promise<R> {
  return async (actor, ...args) => {
    if (!pode(actor, exige)) throw semPermissao();
    try {
      return await read({ db: db(), actor }, ...args);
    } catch (error) {
      throw asAppError(error, { requestId: randomUUID() });
    }
  };
}
