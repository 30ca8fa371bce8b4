import { createHash } from "node:crypto";
import { agendar, liberar, remarcar, reservar } from "@/lib/agendamentos/commands";
import { cancelar, confirmar } from "@/lib/atendimentos/commands";
import { cadastrarDaConversa, responderConversa } from "@/lib/conversas/commands";
import {
  lerFatosDaConversa,
  lerParaAtender,
  livresDaConversa,
  meusAgendamentos,
  type ConversaAAtender,
} from "@/lib/conversas/queries";
import { conversar } from "@/lib/domain/conversa/conversar";
import { inicial, lerEstado } from "@/lib/domain/conversa/estado";
import { juntarMensagens } from "@/lib/domain/conversa/juntar";
import type { Mensagem, Parte, Pedido, Resposta, Resultado } from "@/lib/domain/conversa/tipos";
import { instanteDe } from "@/lib/domain/tempo";
import { sistema, type Actor } from "@/lib/server/actor";
import { AppError } from "@/lib/server/errors";
import { log, safeError } from "@/lib/server/log";

/** The same for every try of one step, so that a job that runs again finds what it did already. */
function chaveDe(passo: string): string {
  const hash = createHash("sha256").update(passo).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

const partesDoPedido = (partes: readonly Parte[]) =>
  partes.map(({ profissionalId, inicio, servicos }) => {
    return {
      funcionarioId: profissionalId,
      inicio: instanteDe(inicio).toISOString(),
      servicos: [...servicos],
      duracaoMinutos: null,
    };
  });

/** A refusal as the client may hear of it; what only needs another try is thrown on. */
function recusaDe(error: unknown): Resultado {
  if (!(error instanceof AppError) || error.code === "ocupado" || error.code === "inesperado") throw error;
  const motivo =
    error.current || error.code === "nao_encontrado" ? "mudou" : error.code === "conflito" ? "ocupado" : "outro";
  return { tipo: "recusado", motivo };
}

/** Carries out what the conversation asks for, by the ordinary commands and in the name of this client alone. */
class Atendente {
  modo: "assistente" | "esperando" = "assistente";
  avisos: boolean | null = null;
  private passo = 0;

  constructor(
    private readonly conversa: ConversaAAtender,
    private readonly now: Date,
  ) {}

  private get ator(): Actor {
    const { clienteId } = this.conversa;
    return clienteId ? { tipo: "bot", clienteId } : sistema;
  }

  private get dono() {
    const { clienteId, id } = this.conversa;
    return clienteId ? `bot:${clienteId}` : `conversa:${id}`;
  }

  /** `ate` stands until the answer is stored, so that what comes between two tries makes no other step of it. */
  private get chamada() {
    const { id, ate } = this.conversa;
    return { actor: this.ator, now: this.now, chave: chaveDe(`${id}:${ate ?? 0}:${this.passo++}`) };
  }

  /** Nobody holds anything for somebody who is not registered but the conversation itself. */
  private get conversaId() {
    return this.conversa.clienteId ? {} : { conversaId: this.conversa.id };
  }

  async atender(pedido: Pedido): Promise<Resultado> {
    const { now, conversa } = this;
    switch (pedido.tipo) {
      case "horarios":
        return { tipo: "horarios", livres: await livresDaConversa(sistema, pedido, this.dono, now) };
      case "meusAgendamentos": {
        const { clienteId } = conversa;
        return {
          tipo: "meusAgendamentos",
          agendamentos: clienteId ? await meusAgendamentos(sistema, clienteId, now) : [],
        };
      }
      case "chamarPessoa":
        this.modo = "esperando";
        return { tipo: "feito" };
      case "avisos":
        this.avisos = pedido.recebe;
        return { tipo: "feito" };
      default:
        return this.escrever(pedido).then((): Resultado => ({ tipo: "feito" }), recusaDe);
    }
  }

  private async escrever(
    pedido: Exclude<Pedido, { tipo: "horarios" | "meusAgendamentos" | "chamarPessoa" | "avisos" }>,
  ): Promise<void> {
    const { now } = this;
    switch (pedido.tipo) {
      case "reservar": {
        const partes = partesDoPedido(pedido.partes);
        await reservar({ actor: this.ator, now }, { partes, exceto: pedido.exceto, ...this.conversaId });
        return;
      }
      case "liberar":
        await liberar({ actor: this.ator, now }, this.conversaId);
        return;
      case "agendar": {
        await this.cadastrar(pedido.novoCliente);
        const { clienteId } = this.conversa;
        const partes = partesDoPedido(pedido.partes);
        const observacoes = this.conversa.teste ? "Marcado na conversa de teste do simulador." : "";
        const nada = { novoCliente: null, observacoes, encaixe: null, cientes: [] };
        await agendar(this.chamada, { clienteId, atendido: pedido.atendido, partes, ...nada });
        return;
      }
      case "remarcar": {
        const { id, versao } = pedido.alvo;
        const [{ funcionarioId, inicio }] = partesDoPedido(pedido.partes) as [
          ReturnType<typeof partesDoPedido>[number],
        ];
        await remarcar(this.chamada, { id, versao, funcionarioId, inicio, cientes: [] });
        return;
      }
      case "cancelar": {
        const { id, versao } = pedido.alvo;
        await cancelar(this.chamada, { id, versao, motivo: "cliente_desistiu", detalhe: "" });
        return;
      }
      case "confirmar": {
        const { id, versao } = pedido.alvo;
        await confirmar(this.chamada, { id, versao });
      }
    }
  }

  private async cadastrar(novo: { nome: string; texto: string } | null): Promise<void> {
    if (this.conversa.clienteId || !novo) return;
    const pedido = { conversaId: this.conversa.id, nome: novo.nome, texto: novo.texto };
    const { clienteId } = await cadastrarDaConversa({ actor: sistema, now: this.now }, pedido);
    this.conversa.clienteId = clienteId;
  }
}

const pedeOAssistente = /^\s*menu\s*$/i;

/** After so many tries a person is called: whoever writes must not wait for a machine that cannot. */
const TENTATIVAS = 4;

const naoConsigo = "Tive um problema para responder. Chamei uma pessoa da equipe, que continua por aqui.";

/**
 * Answers what a client has written and nobody has read yet. Whoever runs it again after a crash does nothing twice: what
 * was written is found by its key, and replies and state are stored in one transaction.
 *
 * @param now of the whole answer, for tests and the simulator
 * @param tentativa how often this has been tried, this time included
 */
export async function atender(conversaId: number, now = new Date(), tentativa = 1): Promise<void> {
  const { conversa, novas, ligado } = await lerParaAtender(sistema, conversaId);
  if (!novas.length) return;
  const ate = Math.max(...novas.map(({ id }) => id));
  const mensagens = juntarMensagens(novas);
  const nada = { conversaId, ate, estado: null, respostas: [], modo: "assistente", avisos: null };
  const responder = (mais: object) => responderConversa({ actor: sistema, now }, { ...nada, ...mais });
  const volta =
    conversa.modo === "esperando" && mensagens.some((uma) => uma.tipo === "texto" && pedeOAssistente.test(uma.texto));
  if (!ligado || (conversa.modo !== "assistente" && !volta)) return void (await responder({}));
  try {
    await responder(await conversarCom(conversa, mensagens, { now, volta }));
  } catch (error) {
    if (tentativa < TENTATIVAS) throw error;
    log.error({ conversaId, error: safeError(error) }, "the assistant gave up");
    await responder({ estado: inicial, respostas: [{ texto: naoConsigo }], modo: "esperando" });
  }
}

type Vez = { now: Date; volta: boolean };

async function conversarCom(conversa: ConversaAAtender, mensagens: readonly Mensagem[], { now, volta }: Vez) {
  const atendente = new Atendente(conversa, now);
  let estado = lerEstado(conversa.estado);
  const respostas: Resposta[] = [];
  for (const mensagem of mensagens) {
    const fatos = await lerFatosDaConversa(sistema, conversa, now);
    const dito = await conversar(estado, mensagem, fatos, (pedido) => atendente.atender(pedido));
    estado = dito.estado;
    respostas.push(...dito.respostas);
  }
  const { modo, avisos } = atendente;
  // Who had enough answers for this hour still waits for a person.
  const espera = volta && !respostas.length;
  return { estado, respostas: respostas.slice(-10), modo: espera ? "esperando" : modo, avisos };
}
