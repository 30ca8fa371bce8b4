import type { Estado } from "./tipos";
import { limpar } from "./texto";

/** How many replies one person gets within an hour, and after how many equal ones in a row one more is a machine's. */
const RESPOSTAS_POR_HORA = 30;
const IGUAIS = 3;

/** No person says this of what they write. */
const certas =
  /^(?:esta |essa )?(?:e )?(?:uma )?(?:resposta|mensagem) automatica\b|\be uma (?:resposta|mensagem) automatica\b|\bresponderemos (?:assim|o mais|em breve)\b|\b(?:sou|aqui e) [oa] assistente virtual\b/;

/** People say each of these too, but not two of them in one message. */
const provaveis = [
  /\bagradec\w+ (?:o |pelo |por |a |pela )?(?:seu |sua |entrar em )?(?:contato|mensagem)\b/,
  /\b(?:nao )?estamos (?:disponiveis|ausentes|fora do horario)\b|\bno momento nao (?:podemos|estamos|posso)\b/,
  /\bretornaremos\b|\bcomo podemos (?:te )?ajudar\b/,
];

const ehAutomatica = (limpo: string) =>
  certas.test(limpo) || provaveis.filter((marca) => marca.test(limpo)).length >= 2;

/**
 * Why a message is better left without an answer; null: it may be answered. `ultima`: with one more it is enough, and that
 * one says that a person comes.
 *
 * @param agora minutes since the epoch
 */
export function porqueCalar(estado: Estado, texto: string, agora: number): "ultima" | "cheio" | "maquina" | null {
  const limpo = limpar(texto);
  if (ehAutomatica(limpo)) return "maquina";
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
