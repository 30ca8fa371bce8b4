import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { configuracaoWhatsapp, conversas, mensagens, reservas, usuarios } from "@/db/schema";
import { retomarEnvios as soltarEnvios } from "@/lib/mensagens/queries";
import { command } from "@/lib/server/command";
import { AppError, naoEncontrado } from "@/lib/server/errors";
import { updateSeen } from "@/lib/server/rows";
import { lastFour, seal } from "@/lib/server/secrets";
import { receberDeTeste } from "@/lib/whatsapp/receive";
import { propositoDe, type Segredo } from "./queries";
import {
  apagarCredenciaisSchema,
  assistenteSchema,
  ligacaoSchema,
  recomecarSchema,
  retomarSchema,
  simularSchema,
} from "./schema";

const ID = 1;

const selar = (nome: Segredo, texto: string) => [seal(propositoDe(nome), texto), lastFour(texto)] as const;

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
    if (token) await soltarEnvios(tx);
    return salva;
  },
});

const vazios = {
  token: { tokenCifrado: null, tokenFinal: null },
  segredo: { segredoCifrado: null, segredoFinal: null },
  verificacao: { verificacaoCifrada: null, verificacaoFinal: null },
} as const satisfies Record<Segredo, object>;

/** Forgets secrets that are kept here, for good. What the environment says stays in force. */
export const apagarCredenciais = command({
  act: "whatsapp.apagar_credenciais",
  input: apagarCredenciaisSchema,
  touches: ["whatsapp"],
  async execute({ tx, input: { versao, quais } }) {
    const valores = Object.assign({}, ...quais.map((qual) => vazios[qual])) as Partial<(typeof vazios)[Segredo]>;
    return updateSeen(tx, configuracaoWhatsapp, { id: ID, versao }, valores);
  },
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
  async execute({ tx }) {
    await soltarEnvios(tx);
  },
});

/** A number for somebody new; what is of a test goes to nobody. */
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

/** A test conversation as if nobody had said anything in it; what was booked in it stays. A place that it holds is given back. */
export const recomecarSimulacao = command({
  act: "whatsapp.recomecar",
  input: recomecarSchema,
  async execute({ tx, input: { conversaId } }) {
    const [esta] = await tx
      .update(conversas)
      .set({
        estado: null,
        modo: "assistente",
        assumidaPorId: null,
        devolverEm: null,
        naoLidas: 0,
        avisosParadosEm: null,
      })
      .where(and(eq(conversas.id, conversaId), eq(conversas.teste, true)))
      .returning({ clienteId: conversas.clienteId });
    if (!esta) throw naoEncontrado();
    const donos = [`conversa:${conversaId}`, ...(esta.clienteId ? [`bot:${esta.clienteId}`] : [])];
    await tx.delete(reservas).where(inArray(reservas.dono, donos));
    await tx.delete(mensagens).where(eq(mensagens.conversaId, conversaId));
  },
});

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
    const { escolha, texto } = input;
    const dita = escolha ? ({ tipo: "botao", carga: { escolha } } as const) : ({ tipo: "texto", carga: {} } as const);
    const quem = { telefone, bsuid: null, wa_id: telefone?.slice(1) ?? null, nome };
    const quando = { wamid: `teste:${randomUUID()}`, segundos: now.getTime() / 1_000, responder: true, eco: false };
    const [mensagemId] = await receberDeTeste(tx, [{ ...quem, ...dita, ...quando, texto }], PAUSA_MS);
    const [feita] = await tx
      .select({ conversaId: mensagens.conversaId })
      .from(mensagens)
      .where(eq(mensagens.id, mensagemId!));
    return feita!;
  },
});
