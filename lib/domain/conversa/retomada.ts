import { rascunhoVazio, terminar } from "./estado";
import { parar } from "./globais";
import { avancar, chamar, juntarAoRascunho } from "./marcando";
import { pedirMeus } from "./meus";
import { fazer, repetir } from "./perguntas";
import { traz, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Pergunta, Saida } from "./tipos";

/** After so many minutes of silence it is asked whether to go on; where nothing was begun, nothing is asked any more. */
const ESQUECE_MINUTOS = 30;

const ehAntes = (pergunta: Pergunta): pergunta is Extract<Pergunta, { antes: Pergunta }> => "antes" in pergunta;

const recomecar = /\b(?:comecar|comeca|recomec\w+)(?: tudo)?(?: de novo| outra vez)?\b|^de novo$/;

const continuarDito = /^(?:continu\w+|sim|vamos|pode|isso|quero|bora)(?: (?:continuar|de onde paramos|sim))?$/;

const calou = ({ ultimaEm }: Estado, agora: number) => agora - ultimaEm > ESQUECE_MINUTOS;

/** A question that belongs to no booking is over after the silence: the "sim" of another day answers a reminder. */
export const esquecer = (estado: Estado, agora: number): Estado =>
  calou(estado, agora) && !estado.rascunho ? terminar(estado).estado : estado;

export function aposSilencio(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  const { pergunta } = estado;
  if (["nada", "retomar"].includes(pergunta.tipo) || !estado.rascunho) return undefined;
  if (!calou(estado, fatos.agora)) return undefined;
  const novo = lido.intencao === "marcar" && lido.servicos.length > 0;
  if (novo) return juntarAoRascunho({ ...estado, rascunho: null, pergunta: { tipo: "nada" } }, lido, fatos);
  if (!["cumprimento", "confirmar", "outro", "marcar"].includes(lido.intencao)) return undefined;
  return fazer(estado, { tipo: "retomar", antes: pergunta }, fatos);
}

/** Goes on where it stopped: what was offered may be taken by now, so it is looked for again. */
function retomar(estado: Estado, fatos: FatosDaConversa, pergunta: Pergunta): Saida {
  const volta = { ...estado, pergunta };
  if (!estado.rascunho) return repetir(volta, fatos);
  if (pergunta.tipo === "confirmar")
    return {
      estado: volta,
      respostas: [],
      pedido: {
        tipo: "reservar",
        partes: pergunta.partes,
        exceto: estado.rascunho.alvo?.partes.map(({ id }) => id) ?? [],
      },
    };
  if (pergunta.tipo === "horario") return avancar(volta, { ...estado.rascunho, vistas: [] }, fatos);
  return repetir(volta, fatos);
}

/** Questions about the talk itself: go on or anew, this or that. */
export function sobreAConversa(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  const { pergunta } = estado;
  const limpo = limpar(lido.texto).replace(/[ ,]+$/, "");
  if (pergunta.tipo === "pessoa") {
    if (lido.intencao === "confirmar") return chamar(estado, "aceitou falar com uma pessoa");
    return lido.intencao === "negar" ? terminar(estado, { texto: "Tudo bem. Se precisar, é só escrever." }) : undefined;
  }
  if (pergunta.tipo === "quer_marcar") {
    if (lido.intencao === "confirmar") return avancar(estado, estado.rascunho ?? rascunhoVazio, fatos);
    return lido.intencao === "negar"
      ? terminar(estado, { texto: "Tudo bem. Quando quiser, é só escrever." })
      : undefined;
  }
  if (!ehAntes(pergunta)) return undefined;
  const anterior = { ...estado, pergunta: pergunta.antes };
  if (recomecar.test(limpo)) return avancar({ ...anterior, pergunta: { tipo: "nada" } }, rascunhoVazio, fatos);
  if (continuarDito.test(limpo) || (pergunta.tipo === "o_que_cancelar" && lido.intencao === "negar"))
    return retomar(estado, fatos, pergunta.antes);
  if (pergunta.tipo === "o_que_cancelar" && /\bhorario\b|\bmarcad/.test(limpo))
    return pedirMeus({ ...anterior, pergunta: { tipo: "nada" }, rascunho: null }, "cancelar", null, fatos);
  if (lido.intencao === "negar" || lido.intencao === "cancelar" || /\bpedido\b/.test(limpo)) return parar(estado);
  return traz(lido) ? juntarAoRascunho(anterior, lido, fatos) : undefined;
}
