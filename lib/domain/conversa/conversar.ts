import { lembrarRespostas } from "./guarda";
import { chamar } from "./marcando";
import { continuar, responder } from "./responder";
import type { Estado, FatosDaConversa, Mensagem, Pedido, Resposta, Resultado, Saida } from "./tipos";

/** So many reads and writes at most for one message. */
const RODADAS = 8;

/** One bubble where possible: words that ask nothing go before the next ones. */
function emUma(respostas: readonly Resposta[]): Resposta[] {
  const juntas: Resposta[] = [];
  for (const resposta of respostas) {
    const ultima = juntas.at(-1);
    if (ultima && !ultima.botoes && !ultima.lista)
      juntas[juntas.length - 1] = { ...resposta, texto: `${ultima.texto}\n\n${resposta.texto}` };
    else juntas.push(resposta);
  }
  return juntas;
}

/**
 * One message from beginning to end.
 *
 * @param atender carries out what the core asks for; and answers with what came of it
 */
export async function conversar(
  estado: Estado,
  mensagem: Mensagem,
  fatos: FatosDaConversa,
  atender: (pedido: Pedido) => Promise<Resultado>,
): Promise<{ estado: Estado; respostas: Resposta[] }> {
  let saida: Saida = responder(estado, mensagem, fatos);
  const respostas = [...saida.respostas];
  for (let rodada = 1; saida.pedido; rodada++) {
    const { pedido } = saida;
    const resultado = await atender(pedido);
    saida = continuar(saida.estado, pedido, resultado, fatos);
    respostas.push(...saida.respostas);
    if (rodada >= RODADAS && saida.pedido && saida.pedido.tipo !== "chamarPessoa")
      saida = chamar(saida.estado, "o assistente não chegou a um horário");
  }
  const ditas = emUma(respostas);
  return { estado: lembrarRespostas(saida.estado, ditas.length, fatos.agora), respostas: ditas };
}
