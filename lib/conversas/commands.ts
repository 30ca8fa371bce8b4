import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { consentimentos, conversas, reservas, usuarios } from "@/db/schema";
import { cadastrarCliente } from "@/lib/clientes/queries";
import { porNaFila } from "@/lib/mensagens/queries";
import { command } from "@/lib/server/command";
import { naoEncontrado } from "@/lib/server/errors";
import { cadastrarDaConversaSchema, responderSchema } from "./schema";

async function travar(tx: Tx, id: number) {
  const [conversa] = await tx.select().from(conversas).where(eq(conversas.id, id)).for("update");
  if (!conversa) throw naoEncontrado();
  return conversa;
}

const vigente = (clienteId: number) =>
  and(eq(consentimentos.usuarioId, clienteId), eq(consentimentos.canal, "whatsapp"), isNull(consentimentos.retiradoEm));

/** Opting out and in are remembered with the client too, whichever way they are written to. */
async function lembrarAvisos(tx: Tx, clienteId: number | null, recebe: boolean, now: Date): Promise<void> {
  if (!clienteId) return;
  if (!recebe) await tx.update(consentimentos).set({ retiradoEm: now }).where(vigente(clienteId));
  else
    await tx
      .insert(consentimentos)
      .values({
        usuarioId: clienteId,
        canal: "whatsapp",
        dadoEm: now,
        como: "whatsapp",
        texto: "Pediu para voltar a receber avisos.",
      })
      .onConflictDoNothing();
}

/**
 * What the assistant answers, together with where it is in the talk: both or nothing. When a person took the conversation
 * over meanwhile nothing is said.
 */
export const responderConversa = command({
  act: "conversa.responder",
  input: responderSchema,
  async execute({ tx, now, input: { conversaId, ate, estado, respostas, modo, avisos } }) {
    const conversa = await travar(tx, conversaId);
    const lidas = { ate: sql`greatest(${conversas.ate}, ${ate})` };
    if (!estado || conversa.modo === "pessoa") {
      await tx.update(conversas).set(lidas).where(eq(conversas.id, conversaId));
      return { ids: [] };
    }
    const mudou = conversa.modo !== modo;
    await tx
      .update(conversas)
      .set({
        ...lidas,
        estado,
        ...(mudou && { modo, modoDesde: now }),
        // Who waits for a person is unread until one looks, and so is what was left without a word.
        ...(modo === "assistente" && respostas.length > 0 && { naoLidas: 0 }),
        ...(avisos !== null && { avisosParadosEm: avisos ? null : now }),
      })
      .where(eq(conversas.id, conversaId));
    if (avisos !== null) await lembrarAvisos(tx, conversa.clienteId, avisos, now);
    const novas = respostas.map(({ texto, ...carga }) => {
      return { conversaId, texto, carga, autor: "assistente" as const, assunto: "resposta" as const };
    });
    return { ids: await porNaFila(tx, now, novas) };
  },
});

/**
 * Registers whom the assistant talks with, with what they agreed to. Whoever has the phone already is found instead; the
 * place that was held for the conversation is theirs from now on.
 */
export const cadastrarDaConversa = command({
  act: "conversa.cadastrar",
  input: cadastrarDaConversaSchema,
  touches: ["cliente"],
  async execute({ tx, actor, now, input: { conversaId, nome, texto } }) {
    const { telefone, clienteId: conhecido } = await travar(tx, conversaId);
    const [dono] =
      conhecido || !telefone
        ? []
        : await tx
            .select({ id: usuarios.id })
            .from(usuarios)
            .where(sql`chave_do_telefone(${usuarios.telefone}) = chave_do_telefone(${telefone})`);
    const clienteId = conhecido ?? dono?.id ?? (await cadastrarCliente(tx, actor, { nome, telefone }));
    if (clienteId !== conhecido) await tx.update(conversas).set({ clienteId }).where(eq(conversas.id, conversaId));
    await tx
      .insert(consentimentos)
      .values({ usuarioId: clienteId, canal: "whatsapp", dadoEm: now, como: "whatsapp", texto })
      .onConflictDoNothing();
    await tx
      .update(reservas)
      .set({ dono: `bot:${clienteId}` })
      .where(eq(reservas.dono, `conversa:${conversaId}`));
    return { clienteId };
  },
});
