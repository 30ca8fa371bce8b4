import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { ChaveAto } from "@/lib/domain/permissoes";
import { actorKey, type Actor } from "./actor";

type Detail = { entidade?: string; entidadeId?: number; detalhes?: Record<string, unknown> };

/** Puts an act that changes no row into the trail. The transaction's settings say who and under which request. */
export async function recordAct(tx: Tx, ato: ChaveAto, { entidade, entidadeId, detalhes }: Detail = {}): Promise<void> {
  await tx.execute(sql`select registrar_ato(${ato}, ${entidade ?? null}, ${entidadeId ?? null},
    ${detalhes ? JSON.stringify(detalhes) : null}::jsonb)`);
}

/** Remembers that somebody who is signed in reached for what they may not. Strangers would fill the trail at will. */
export async function recordRefusal(actor: Actor, tentativa: string, requestId: string): Promise<void> {
  if (actor.tipo !== "usuario") return;
  await db().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.ator', ${actorKey(actor)}, true),
      set_config('app.requisicao', ${requestId}, true)`);
    await recordAct(tx, "acesso.recusado", { detalhes: { tentativa } });
  });
}
