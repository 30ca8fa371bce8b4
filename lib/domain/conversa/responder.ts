import { lerToque as lerToqueDoLembrete } from "@/lib/domain/avisos";
import { sobreAlheios } from "./alheios";
import { sobreDesconhecidos } from "./ausentes";
import { entender } from "./entender";
import { comEscrita, comHorarios, comReserva } from "./escrita";
import { antes, lerToque, terminar } from "./estado";
import { hojeDe } from "./falas";
import { palavraGlobal } from "./globais";
import { lembrarMensagem, porqueCalar } from "./guarda";
import { comAvisos, comPessoa, dizer, responderMidia } from "./informar";
import { porIntencao } from "./intencoes";
import { chamar } from "./marcando";
import { comMeus, comMudanca, pedirMeus, responderSobreMeus } from "./meus";
import { repetir } from "./perguntas";
import type { Lido } from "./rascunho";
import { responderPergunta } from "./respostas";
import { aposSilencio, esquecer, sobreAConversa } from "./retomada";
import type { Estado, FatosDaConversa, Mensagem, Pedido, Pergunta, Resultado, Saida } from "./tipos";

function ler(texto: string, fatos: FatosDaConversa): Lido {
  const servicos = fatos.servicos.map(({ nome }) => nome);
  const profissionais = fatos.profissionais.map(({ nome }) => nome);
  return { ...entender(texto, hojeDe(fatos), { servicos, profissionais }), texto };
}

const perguntasDoRascunho = (pergunta: Pergunta) =>
  ["servico", "profissional", "quando", "nome", "horario", "confirmar"].includes(pergunta.tipo);

function responderTexto(estado: Estado, texto: string, fatos: FatosDaConversa): Saida {
  const lido = ler(texto, fatos);
  const saida =
    palavraGlobal(estado, lido, fatos) ??
    aposSilencio(estado, lido, fatos) ??
    sobreAConversa(estado, lido, fatos) ??
    responderSobreMeus(estado, lido, fatos) ??
    sobreAlheios(estado, lido, fatos) ??
    sobreDesconhecidos(estado, lido, fatos) ??
    (estado.rascunho && perguntasDoRascunho(estado.pergunta) ? responderPergunta(estado, lido, fatos) : undefined) ??
    porIntencao(estado, lido, fatos);
  const entendida = saida.estado.naoEntendidas === estado.naoEntendidas;
  return entendida ? { ...saida, estado: { ...saida.estado, naoEntendidas: 0 } } : saida;
}

function responderToque(estado: Estado, id: string, titulo: string, fatos: FatosDaConversa): Saida {
  const toque = lerToque(id);
  const doLembrete = lerToqueDoLembrete(id);
  if (doLembrete) {
    const { acao, agendamentoId } = doLembrete;
    // Only what is being put together goes on after it.
    const segue = acao === "confirmar" && estado.rascunho;
    return pedirMeus(segue ? estado : terminar(estado).estado, acao, null, { ...fatos, lembrete: agendamentoId });
  }
  if (!toque) return responderTexto(estado, titulo, fatos);
  if (toque.ficha === "menu" || toque.ficha === estado.ficha) return responderTexto(estado, toque.dito, fatos);
  if (estado.pergunta.tipo === "nada" && estado.feito)
    return dizer(estado, `Esta opção já foi usada. Está marcado: ${estado.feito}.`, fatos);
  return antes("Esta opção é de uma mensagem antiga e já não vale.", repetir(estado, fatos));
}

/**
 * What a message leads to: replies, the next state, and perhaps something that has to be read or written first, whose
 * result goes into `continuar`. Pure; everything that may be said is in the facts.
 */
export function responder(antesDela: Estado, mensagem: Mensagem, fatos: FatosDaConversa): Saida {
  const dito =
    mensagem.tipo === "texto" ? mensagem.texto : mensagem.tipo === "midia" ? mensagem.legenda : mensagem.titulo;
  const calar = porqueCalar(antesDela, dito, fatos.agora);
  const estado = lembrarMensagem(antesDela, dito, fatos.agora);
  if (calar === "ultima") return chamar(estado, "muitas mensagens em pouco tempo");
  if (calar) return { estado, respostas: [] };
  // The silence is measured from the message before this one.
  const lembrada = { ...estado, ultimaEm: antesDela.ultimaEm };
  // A tap names the question that it answers.
  const comAntes = mensagem.tipo === "toque" && lerToque(mensagem.id) ? lembrada : esquecer(lembrada, fatos.agora);
  const saida =
    mensagem.tipo === "toque"
      ? responderToque(comAntes, mensagem.id, mensagem.titulo, fatos)
      : mensagem.tipo === "midia" && !dito.trim()
        ? responderMidia(comAntes, mensagem.que, fatos)
        : responderTexto(comAntes, dito, fatos);
  return { ...saida, estado: { ...saida.estado, ultimaEm: fatos.agora } };
}

/** Goes on with what was asked for. */
export function continuar(estado: Estado, pedido: Pedido, resultado: Resultado, fatos: FatosDaConversa): Saida {
  switch (pedido.tipo) {
    case "horarios":
      return resultado.tipo === "horarios"
        ? comHorarios(estado, resultado, fatos)
        : chamar(estado, "não achou horários");
    case "meusAgendamentos":
      return comMeus(estado, pedido, resultado.tipo === "meusAgendamentos" ? resultado.agendamentos : [], fatos);
    case "reservar":
      return comReserva(estado, pedido.partes, resultado, fatos);
    case "agendar":
    case "remarcar":
      return comEscrita(estado, pedido.partes, resultado, fatos);
    case "cancelar":
    case "confirmar":
      return comMudanca(estado, pedido, resultado, fatos);
    case "chamarPessoa":
      return comPessoa(estado, fatos);
    case "avisos":
      return comAvisos(estado, pedido.recebe);
    case "liberar":
      return { estado, respostas: [] };
  }
}
