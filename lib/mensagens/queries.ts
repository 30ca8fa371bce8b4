import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { configuracaoWhatsapp, conversas, filaWhatsapp, mensagens } from "@/db/schema";
import type { Assunto, AssuntoComModelo, Autor, Carga } from "@/lib/domain/whatsapp";
import { assuntosComModelo } from "@/lib/domain/whatsapp";
import { recordAct } from "@/lib/server/audit";
import { enqueue, type Job } from "@/lib/server/queue";

export type Nova = {
  conversaId: number;
  texto: string;
  carga?: Carga;
  autor: Exclude<Autor, "cliente">;
  autorId?: number | null;
  assunto?: Assunto;
  agendamentoId?: number | null;
  /** What it is in the business: of one key only the first is kept. */
  chave?: string;
  /** Not before this instant. */
  enviarEm?: Date;
};

/** The job that sends what a conversation has in the outbox. One waits at a time; one runs at a time. */
export const envioDe = (conversaId: number, quando?: Date): Job => ({
  ...{ tarefa: "enviar", dados: { conversaId }, chave: `enviar:${conversaId}`, fila: `envio:${conversaId}` },
  ...(quando && { quando }),
});

/** Asks for the sending of a conversation at the time of the first message that waits in it. */
export async function pedirEnvio(tx: Tx, conversaId: number): Promise<void> {
  const [primeira] = await tx
    .select({ em: sql<string | null>`min(${mensagens.enviarEm})` })
    .from(mensagens)
    .where(and(eq(mensagens.conversaId, conversaId), eq(mensagens.situacao, "fila")));
  if (primeira?.em) await enqueue(tx, envioDe(conversaId, new Date(primeira.em)));
}

/**
 * Puts messages of one conversation into its outbox, in this order, to leave once the transaction has ended. In a
 * conversation of the simulator they have arrived at once.
 *
 * @returns their ids; a key that exists already gives none
 */
export async function porNaFila(tx: Tx, now: Date, novas: Nova[]): Promise<number[]> {
  const conversaId = novas[0]?.conversaId;
  if (!conversaId) return [];
  // The lock lets two that write to one person agree on when the first of them leaves.
  const [conversa] = await tx
    .update(conversas)
    .set({ ultimaMensagemEm: sql`greatest(${conversas.ultimaMensagemEm}, ${now.toISOString()}::timestamptz)` })
    .where(eq(conversas.id, conversaId))
    .returning({ teste: conversas.teste });
  const { teste } = conversa!;
  const ids: number[] = [];
  for (const { enviarEm = now, ...nova } of novas) {
    const chegou = { situacao: "entregue" as const, enviadaEm: now, entregueEm: now };
    const [posta] = await tx
      .insert(mensagens)
      .values({
        ...nova,
        ...(teste ? chegou : { situacao: "fila", enviarEm }),
        ...{ direcao: "saida", ocorridaEm: now, teste },
      })
      .onConflictDoNothing({ target: mensagens.chave })
      .returning({ id: mensagens.id });
    if (posta) ids.push(posta.id);
  }
  if (!teste && ids.length) await pedirEnvio(tx, conversaId);
  return ids;
}

/** A message of a subject that has a template may leave with it, if the company named one. */
export async function modeloDe(tx: Tx, assunto: Assunto | null): Promise<string | null> {
  if (!assuntosComModelo.some((um) => um === assunto)) return null;
  const [linha] = await tx.select({ modelos: configuracaoWhatsapp.modelos }).from(configuracaoWhatsapp);
  return linha?.modelos[assunto as AssuntoComModelo] || null;
}

/** The pace of the number, locked until the transaction ends. */
export async function travarFila(tx: Tx) {
  const [fila] = await tx.select().from(filaWhatsapp).for("update");
  return fila!;
}

/**
 * Lets out again what a token or a restriction had stopped, once a person has mended it. Whoever changes the connection,
 * or has tried it with success, calls it.
 */
export async function retomarEnvios(tx: Tx): Promise<void> {
  const retomadas = await tx
    .update(filaWhatsapp)
    .set({ pausadaMotivo: null, pausadaEm: null, pausadaDetalhe: "", freadas: 0 })
    .where(sql`${filaWhatsapp.pausadaMotivo} is not null`)
    .returning({ id: filaWhatsapp.id });
  if (!retomadas.length) return;
  await recordAct(tx, "whatsapp.retomar");
  await enqueue(tx, { tarefa: "despachar", chave: "despachar" });
}

/** Messages that nobody knows about for too long: whoever was sending them is gone. */
export const interrompidas = (now: Date, depois: number) =>
  and(
    inArray(mensagens.situacao, ["enviando"]),
    sql`${mensagens.tentadaEm} < ${new Date(now.getTime() - depois).toISOString()}::timestamptz`,
  );
