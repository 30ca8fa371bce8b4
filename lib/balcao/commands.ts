import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { configuracaoEmpresa, configuracaoWhatsapp, conversas, mensagens } from "@/db/schema";
import { JANELA_MINUTOS } from "@/lib/domain/whatsapp";
import { pedirEnvio, porNaFila } from "@/lib/mensagens/queries";
import { recordAct } from "@/lib/server/audit";
import type { Actor } from "@/lib/server/actor";
import * as z from "@/lib/domain/mensagens";
import { command } from "@/lib/server/command";
import { AppError, naoEncontrado } from "@/lib/server/errors";
import { conversaSchema, enviarSchema, mensagemSchema } from "./schema";

type Conversa = typeof conversas.$inferSelect;

/** The conversation, locked: the assistant waits until a person has decided. */
async function travar(tx: Tx, id: number): Promise<Conversa> {
  const [esta] = await tx.select().from(conversas).where(eq(conversas.id, id)).for("update");
  if (!esta) throw naoEncontrado();
  return esta;
}

const pessoaDe = (actor: Actor) => (actor.tipo === "usuario" ? actor.id : null);

const naJanela = ({ ultimaRecebidaEm, teste }: Conversa, now: Date) =>
  teste || (ultimaRecebidaEm !== null && now.getTime() - ultimaRecebidaEm.getTime() < JANELA_MINUTOS * 60_000);

/** From now on a person answers, until they give it back or fall silent. */
async function tomar(tx: Tx, esta: Conversa, actor: Actor, now: Date) {
  const [regra] = await tx.select({ horas: configuracaoWhatsapp.devolverHoras }).from(configuracaoWhatsapp);
  const devolverEm = new Date(now.getTime() + (regra?.horas ?? 12) * 3_600_000);
  const nova = esta.modo === "pessoa" ? {} : { modo: "pessoa" as const, modoDesde: now };
  await tx
    .update(conversas)
    .set({ ...nova, assumidaPorId: pessoaDe(actor), devolverEm, ultimaMensagemEm: now, naoLidas: 0 })
    .where(eq(conversas.id, esta.id));
}

/** Whose act it was is kept with the client, where there is one. */
const noCliente = ({ clienteId }: Conversa) => (clienteId ? { entidade: "usuarios", entidadeId: clienteId } : {});

/** Silences the assistant for a client at once, and says so once, if the client may be written to. */
export const assumir = command({
  act: "conversa.assumir",
  input: conversaSchema,
  async execute({ tx, actor, now, input: { id } }) {
    const esta = await travar(tx, id);
    await tomar(tx, esta, actor, now);
    await recordAct(tx, "conversa.assumir", noCliente(esta));
    if (esta.modo === "pessoa" || !naJanela(esta, now)) return { id };
    const [empresa] = await tx.select({ nome: configuracaoEmpresa.nome }).from(configuracaoEmpresa);
    const [nome] = (actor.tipo === "usuario" ? actor.nome : "").split(" ");
    const texto = `Oi! Aqui é ${nome ?? ""}${empresa ? `, de ${empresa.nome}` : ""}. Vou continuar a conversa com você por aqui.`;
    await porNaFila(tx, now, [{ conversaId: id, texto, autor: "sistema", assunto: "resposta" }]);
    return { id };
  },
});

/** Gives the assistant back whom nobody has written to for as long as the company said; it reads only what comes from now on. */
export const devolverVencidas = command({
  act: "conversa.devolver_vencidas",
  input: z.strictObject({}),
  async execute({ tx, now }) {
    const livre = { modo: "assistente" as const, modoDesde: now, assumidaPorId: null, devolverEm: null };
    const ate = sql`(select max(m.id) from mensagens m where m.conversa_id = ${conversas.id})`;
    const devolvidas = await tx
      .update(conversas)
      .set({ ...livre, ate })
      .where(sql`${conversas.modo} = 'pessoa' and ${conversas.devolverEm} <= ${now.toISOString()}::timestamptz`)
      .returning({ clienteId: conversas.clienteId });
    for (const { clienteId } of devolvidas)
      await recordAct(
        tx,
        "conversa.devolver_vencidas",
        clienteId ? { entidade: "usuarios", entidadeId: clienteId } : {},
      );
    return { devolvidas: devolvidas.length };
  },
});

/** Gives a client back to the assistant, which reads only what comes from now on. */
export const devolver = command({
  act: "conversa.devolver",
  input: conversaSchema,
  async execute({ tx, now, input: { id } }) {
    const esta = await travar(tx, id);
    const livre = { modo: "assistente" as const, modoDesde: now, assumidaPorId: null, devolverEm: null, naoLidas: 0 };
    const ate = sql`(select max(id) from mensagens where conversa_id = ${id})`;
    await tx
      .update(conversas)
      .set({ ...livre, ate })
      .where(eq(conversas.id, id));
    await recordAct(tx, "conversa.devolver", noCliente(esta));
    return { id };
  },
});

/** Answers as a person, who thereby has the conversation. @throws AppError `invalido` outside of Meta's 24 hours */
export const enviar = command({
  act: "conversa.enviar",
  input: enviarSchema,
  async execute({ tx, actor, now, input: { id, texto } }) {
    const esta = await travar(tx, id);
    if (!naJanela(esta, now))
      throw new AppError(
        "invalido",
        "Faz mais de 24 horas que este cliente escreveu, e o WhatsApp só deixa responder dentro desse prazo. Ligue, ou escreva do seu telefone.",
      );
    const resposta = { conversaId: id, texto, autor: "pessoa", autorId: pessoaDe(actor), assunto: "resposta" } as const;
    await porNaFila(tx, now, [resposta]);
    await tomar(tx, esta, actor, now);
    return { id };
  },
});

/** Somebody has seen what the client wrote. */
export const ler = command({
  act: "conversa.ler",
  input: conversaSchema,
  async execute({ tx, input: { id } }) {
    const esta = await travar(tx, id);
    if (esta.naoLidas) await tx.update(conversas).set({ naoLidas: 0 }).where(eq(conversas.id, id));
    return { id };
  },
});

async function falhada(tx: Tx, id: number) {
  const [esta] = await tx
    .select({ conversaId: mensagens.conversaId, situacao: mensagens.situacao })
    .from(mensagens)
    .where(eq(mensagens.id, id))
    .for("update");
  if (!esta) throw naoEncontrado();
  if (esta.situacao !== "falhou") throw new AppError("conflito", "Esta mensagem já não está entre as que não saíram.");
  return esta.conversaId;
}

/** Lets a message that did not go out try again. */
export const reenviar = command({
  act: "conversa.reenviar",
  input: mensagemSchema,
  touches: ["conversa"],
  async execute({ tx, now, input: { id } }) {
    const conversaId = await falhada(tx, id);
    await tx
      .update(mensagens)
      .set({ situacao: "fila", enviarEm: now, tentativas: 0, motivo: null, codigo: null })
      .where(eq(mensagens.id, id));
    await pedirEnvio(tx, conversaId);
    return { id };
  },
});

/** Remembers that a person sent by other means what did not go out. */
export const enviarAMao = command({
  act: "conversa.enviar_a_mao",
  input: mensagemSchema,
  touches: ["conversa"],
  async execute({ tx, actor, now, input: { id } }) {
    await falhada(tx, id);
    const motivo = "Enviada à mão, pelo WhatsApp de quem atende.";
    await tx
      .update(mensagens)
      .set({ situacao: "enviada", enviadaEm: now, motivo, codigo: null, autorId: pessoaDe(actor) })
      .where(eq(mensagens.id, id));
    return { id };
  },
});
