import type { Estado } from "./tipos";
import { limpar } from "./texto";

/** How many replies one person gets within an hour, and after how many equal ones in a row one more is a machine's. */
const RESPOSTAS_POR_HORA = 30;
const IGUAIS = 3;

const automatica =
  /\b(?:resposta|mensagem) automatica\b|\bagradec\w+ (?:o |pelo |por )?(?:seu |entrar em )?contato\b|\b(?:nao )?estamos (?:disponiveis|ausentes|fora do horario)\b|\bno momento nao (?:podemos|estamos|posso)\b|\bresponderemos (?:assim|o mais|em breve)\b|\bretornaremos\b|\bassistente virtual d[aeo]\b/;

/**
 * Why a message is better left without an answer; null: it may be answered. `ultima`: with one more it is enough, and that
 * one says that a person comes.
 *
 * @param agora minutes since the epoch
 */
export function porqueCalar(estado: Estado, texto: string, agora: number): "ultima" | "cheio" | "maquina" | null {
  const limpo = limpar(texto);
  if (automatica.test(limpo)) return "maquina";
  const ultimas = estado.ditas.slice(-IGUAIS);
  if (limpo.length > 12 && ultimas.length === IGUAIS && ultimas.every((dita) => dita === limpo)) return "maquina";
  const respondidas = estado.respondidas.filter((em) => em > agora - 60).length;
  if (respondidas >= RESPOSTAS_POR_HORA) return "cheio";
  return respondidas === RESPOSTAS_POR_HORA - 1 ? "ultima" : null;
}

/** Remembers what came. */
export function lembrarMensagem(estado: Estado, texto: string, agora: number): Estado {
  const ditas = [...estado.ditas, limpar(texto).slice(0, 200)].slice(-IGUAIS);
  return { ...estado, ditas, ultimaEm: agora };
}

/** Remembers that so many replies went out. */
export function lembrarRespostas(estado: Estado, quantas: number, agora: number): Estado {
  const recentes = estado.respondidas.filter((em) => em > agora - 60);
  return { ...estado, respondidas: [...recentes, ...Array.from({ length: quantas }, () => agora)] };
}
