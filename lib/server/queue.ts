import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What commands put into the queue; the database function `enfileirar` allows it. */
type Tarefa =
  | "limpeza"
  | "backup"
  | "apagar_arquivo"
  | "atender"
  | "enviar"
  | "rever_falha"
  | "buscar_midia"
  | "lembrar"
  | "agradecer"
  | "replanejar"
  | "despachar"
  | "devolver";

/** A job as data: put into the queue within the transaction, so a rollback never sends anything. */
export type Job = {
  tarefa: Tarefa;
  dados?: Record<string, unknown>;
  /** A job takes the place of one of the same key that waits. */
  chave?: string;
  /** Jobs of one queue run one after the other. */
  fila?: string;
  /** Not before this instant. */
  quando?: Date;
};

export async function enqueue(tx: Tx, { tarefa, dados = {}, chave, fila, quando }: Job): Promise<void> {
  await tx.execute(sql`select enfileirar(${tarefa}, ${JSON.stringify(dados)}::json, ${chave ?? null}, ${fila ?? null},
    ${quando?.toISOString() ?? null}::timestamptz)`);
}

/** Takes back the jobs that wait under these keys. */
export async function dequeue(tx: Tx, chaves: readonly string[]): Promise<void> {
  if (chaves.length) await tx.execute(sql`select desenfileirar(${sql.param(chaves)}::text[])`);
}
