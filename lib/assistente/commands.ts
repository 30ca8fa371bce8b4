import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { configuracaoWhatsapp, conversas, filaWhatsapp, usuarios } from "@/db/schema";
import { command } from "@/lib/server/command";
import { AppError, naoEncontrado } from "@/lib/server/errors";
import { updateSeen } from "@/lib/server/rows";
import { lastFour, seal } from "@/lib/server/secrets";
import { propositoDe, type Segredo } from "./queries";
import { assistenteSchema, ligacaoSchema, retomarSchema, simularSchema } from "./schema";

const ID = 1;

const selar = (nome: Segredo, texto: string) => [seal(propositoDe(nome), texto), lastFour(texto)] as const;

const semPausa = { pausadaMotivo: null, pausadaDetalhe: "", pausadaEm: null };

/** @returns whether it was stopped */
async function tirarPausa(tx: Tx): Promise<boolean> {
  const paradas = await tx
    .update(filaWhatsapp)
    .set(semPausa)
    .where(sql`pausada_motivo is not null`)
    .returning({ id: filaWhatsapp.id });
  return paradas.length > 0;
}

const despachar = (retomada: boolean) => (retomada ? [{ tarefa: "despachar" as const }] : []);

/**
 * Changes how Meta is reached. A secret that comes empty stays as it is; none is ever given back. With another token what
 * was stopped goes on.
 */
export const editarLigacao = command({
  act: "whatsapp.editar_ligacao",
  input: ligacaoSchema,
  touches: ["whatsapp"],
  async execute({ tx, input: { versao, token, segredo, verificacao, ...valores } }) {
    const [tokenCifrado, tokenFinal] = token ? selar("token", token) : [];
    const [segredoCifrado, segredoFinal] = segredo ? selar("segredo", segredo.toLowerCase()) : [];
    const [verificacaoCifrada, verificacaoFinal] = verificacao ? selar("verificacao", verificacao) : [];
    const segredos = { tokenCifrado, tokenFinal, segredoCifrado, segredoFinal, verificacaoCifrada, verificacaoFinal };
    const visto = { id: ID, versao };
    const salva = await updateSeen(tx, configuracaoWhatsapp, visto, { ...valores, ...segredos });
    return { ...salva, retomada: token !== "" && (await tirarPausa(tx)) };
  },
  notify: ({ retomada }) => despachar(retomada),
});

/** Changes how the assistant talks and what it may do; a template without a name does not exist. */
export const editarAssistente = command({
  act: "whatsapp.editar",
  input: assistenteSchema,
  touches: ["whatsapp"],
  async execute({ tx, input: { versao, modelos, ...valores } }) {
    const comNome = Object.fromEntries(Object.entries(modelos).filter(([, nome]) => nome !== ""));
    const lembretesMinutos = valores.lembretesMinutos.toSorted((a, b) => b - a);
    return updateSeen(tx, configuracaoWhatsapp, { id: ID, versao }, { ...valores, lembretesMinutos, modelos: comNome });
  },
  notify: () => [{ tarefa: "replanejar", chave: "replanejar" }],
});

/** Lets go on what was stopped, after its reason was mended at Meta. */
export const retomarEnvios = command({
  act: "whatsapp.retomar",
  input: retomarSchema,
  touches: ["whatsapp"],
  execute: async ({ tx }) => ({ retomada: await tirarPausa(tx) }),
  notify: ({ retomada }) => despachar(retomada),
});

/** Somebody whom no real message can come from: the numbers 5500 do not exist. */
const foneFicticio = () => `+5511955${String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0")}`;

async function quemFala(
  tx: Tx,
  { conversaId, clienteId, nome }: { conversaId: number | null; clienteId: number | null; nome: string | null },
) {
  if (conversaId) {
    const [esta] = await tx
      .select({ telefone: conversas.telefone, nome: conversas.nomePerfil, teste: conversas.teste })
      .from(conversas)
      .where(eq(conversas.id, conversaId));
    if (!esta?.teste) throw naoEncontrado();
    return esta;
  }
  if (!clienteId) return { telefone: foneFicticio(), nome };
  const [cliente] = await tx
    .select({ telefone: usuarios.telefone, nome: usuarios.nome })
    .from(usuarios)
    .where(eq(usuarios.id, clienteId));
  if (!cliente) throw naoEncontrado();
  if (!cliente.telefone)
    throw new AppError("invalido", "Este cliente não tem telefone. Escolha outro, ou converse como um cliente novo.");
  return cliente;
}

/** After so short a pause the simulator is answered; real clients write in bursts. */
const PAUSA_MS = 300;

/**
 * Says something as a client in a test conversation. It takes the way of what Meta delivers: the same function stores it and
 * enqueues the same work.
 *
 * @returns the conversation
 */
export const simular = command({
  act: "whatsapp.simular",
  input: simularSchema,
  async execute({ tx, now, input }) {
    const { telefone, nome } = await quemFala(tx, input);
    const mensagem = {
      ...{ wamid: `teste:${randomUUID()}`, telefone, bsuid: null, wa_id: telefone?.slice(1), nome },
      ...{
        tipo: input.escolha ? "botao" : "texto",
        texto: input.texto,
        carga: input.escolha ? { escolha: input.escolha } : {},
      },
      ...{ segundos: now.getTime() / 1_000, responder: true, eco: false },
    };
    const { rows } = await tx.execute<{ id: number }>(sql`
      with novas as (select unnest(receber_mensagens(${JSON.stringify([mensagem])}::jsonb, true, ${PAUSA_MS})) as id)
      select id from novas`);
    const { rows: ditas } = await tx.execute<{ id: number }>(sql`
      select conversa_id as id from mensagens where id = ${rows[0]!.id}`);
    return { conversaId: ditas[0]!.id };
  },
});
