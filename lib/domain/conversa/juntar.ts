import type { Carga, TipoDeMensagem } from "@/lib/domain/whatsapp";
import type { Mensagem } from "./tipos";

export type Chegada = { tipo: TipoDeMensagem; texto: string; carga: Carga };

/** What is no message to the assistant: what happened to others, or to the account. */
const calados: readonly TipoDeMensagem[] = ["reacao", "edicao", "apagada", "aviso"];

function uma({ tipo, texto, carga }: Chegada): Mensagem[] {
  if (calados.includes(tipo)) return [];
  if (tipo === "texto") return texto.trim() ? [{ tipo: "texto", texto }] : [];
  if (tipo === "botao") return [{ tipo: "toque", id: carga.escolha ?? "", titulo: texto }];
  if (tipo === "audio") return [{ tipo: "midia", que: "audio", legenda: "" }];
  const imagem = tipo === "imagem" || tipo === "video" || tipo === "figurinha";
  return [{ tipo: "midia", que: imagem ? "imagem" : "outra", legenda: imagem || tipo === "documento" ? texto : "" }];
}

/** Texts that came one after the other are one message; taps and media stand for themselves, ten photographs for one. */
export function juntarMensagens(chegadas: readonly Chegada[]): Mensagem[] {
  const juntas: Mensagem[] = [];
  for (const mensagem of chegadas.flatMap(uma)) {
    const ultima = juntas.at(-1);
    if (ultima?.tipo === "texto" && mensagem.tipo === "texto")
      juntas[juntas.length - 1] = { tipo: "texto", texto: `${ultima.texto}\n${mensagem.texto}` };
    else if (ultima?.tipo !== "midia" || mensagem.tipo !== "midia" || mensagem.legenda) juntas.push(mensagem);
  }
  return juntas;
}
