import { db, type Db } from "@/db/client";
import { pode, type Exigencia } from "@/lib/domain/permissoes";
import type { Actor } from "./actor";
import { AppError, semPermissao, toAppError, toFailure } from "./errors";
import { randomUUID } from "node:crypto";
import { log, safeError } from "./log";

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
      const known = toAppError(error);
      if (known) throw known;
      // Next prints what a page throws; a database error's message would put the row into the log.
      const requestId = randomUUID();
      log.error({ requestId, error: safeError(error) }, "query failed");
      const { code, message } = toFailure(undefined, requestId);
      throw new AppError(code, message);
    }
  };
}
