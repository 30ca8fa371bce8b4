import { entender } from "./entender";
import { antes, inicial, lerToque, rascunhoVazio, terminar } from "./estado";
import { hojeDe } from "./falas";
import { lembrarMensagem, porqueCalar } from "./guarda";
import {
  comAvisos,
  comPessoa,
  dizer,
  responderEndereco,
  responderFuncionamento,
  responderMidia,
  responderPrecos,
} from "./informar";
import { avancar, chamar, comEscrita, comHorarios, comReserva, juntarAoRascunho, responderPergunta } from "./marcando";
import { comMeus, comMudanca, pedirMeus, responderSobreMeus } from "./meus";
import { comMenu, fazer, repetir } from "./perguntas";
import { traz, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Mensagem, Pedido, Pergunta, Resultado, Saida } from "./tipos";

/** After so many minutes of silence it is asked whether to go on. */
const ESQUECE_MINUTOS = 30;

const ehAntes = (pergunta: Pergunta): pergunta is Extract<Pergunta, { antes: Pergunta }> => "antes" in pergunta;

function ler(texto: string, fatos: FatosDaConversa): Lido {
  const servicos = fatos.servicos.map(({ nome }) => nome);
  const profissionais = fatos.profissionais.map(({ nome }) => nome);
  return { ...entender(texto, hojeDe(fatos), { servicos, profissionais }), texto };
}

const menuDito = /^(?:menu|inicio|ajuda|opcoes|comecar|oi menu)$/;
const pararPedido = /^(?:parar (?:este|esse|o) pedido|desist\w+|deixa para la|esquece)$/;
const recomecar = /\b(?:comecar|comeca|recomec\w+)(?: tudo)?(?: de novo| outra vez)?\b|^de novo$/;
const continuarDito = /^(?:continu\w+|sim|vamos|pode|isso|quero|bora)(?: (?:continuar|de onde paramos|sim))?$/;
const jaMarcado = /\b(?:meus?|minha|marcad|agendad|um horario)\b/;

function saudar(estado: Estado, fatos: FatosDaConversa): Saida {
  if (estado.pergunta.tipo !== "nada") return repetir(estado, fatos);
  const { abertura, nome } = fatos.assistente;
  const quem = fatos.cliente ? `, ${fatos.cliente.nome.split(" ")[0]}` : "";
  const texto =
    abertura ||
    `Oi${quem}! Aqui é ${nome}, de ${fatos.empresa.nome}. Posso marcar o seu horário: é só dizer o serviço e o dia.`;
  return comMenu(estado, texto, fatos);
}

function naoEntendi(estado: Estado, fatos: FatosDaConversa): Saida {
  const naoEntendidas = estado.naoEntendidas + 1;
  const saida =
    naoEntendidas >= 2
      ? comMenu(
          { ...estado, rascunho: null },
          "Desculpe, continuo sem entender. Escolha uma opção ou fale com uma pessoa:",
          fatos,
        )
      : antes("Desculpe, não entendi.", repetir(estado, fatos));
  return { ...saida, estado: { ...saida.estado, naoEntendidas } };
}

/** One step back in the questions of a booking. */
function umPassoAtras(estado: Estado, fatos: FatosDaConversa): Saida {
  const { pergunta, rascunho } = estado;
  if (!rascunho || ["nada", "servico", "qual", "cancelar", "quer_marcar"].includes(pergunta.tipo))
    return comMenu({ ...estado, rascunho: null }, "Voltamos ao começo.", fatos);
  if (pergunta.tipo === "confirmar") return avancar(estado, { ...rascunho, vistas: [], horas: null }, fatos);
  if (pergunta.tipo === "horario" || pergunta.tipo === "nome")
    return fazer(
      { ...estado, rascunho: { ...rascunho, dias: null, horas: null, vistas: [] } },
      { tipo: "quando" },
      fatos,
    );
  return avancar(estado, { ...rascunhoVazio, nome: rascunho.nome }, fatos);
}

/** Words that work anywhere; undefined: none of them. */
function palavraGlobal(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  const limpo = limpar(lido.texto).replace(/[ ,]+$/, "");
  const emCurso = estado.pergunta.tipo !== "nada";
  if (menuDito.test(limpo) && estado.pergunta.tipo !== "nome")
    return comMenu({ ...estado, rascunho: null }, "O que você precisa?", fatos);
  if (lido.intencao === "sair") return { estado, respostas: [], pedido: { tipo: "avisos", recebe: false } };
  if (lido.intencao === "voltar") {
    const fora = !fatos.recebeAvisos;
    if (limpo !== "voltar" || (fora && !emCurso))
      return { estado, respostas: [], pedido: { tipo: "avisos", recebe: true } };
    return umPassoAtras(estado, fatos);
  }
  if (lido.intencao === "atendente") return chamar(estado, "pediu uma pessoa");
  if (emCurso && pararPedido.test(limpo)) return parar(estado);
  return undefined;
}

/** What was being put together is dropped, and a place that was held is given back. */
function parar(estado: Estado): Saida {
  const fim = terminar(estado, { texto: "Tudo bem, não mudei nada. Quando quiser, é só escrever." });
  return estado.rascunho ? { ...fim, pedido: { tipo: "liberar" } } : fim;
}

function aposSilencio(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  const { pergunta } = estado;
  if (["nada", "retomar"].includes(pergunta.tipo) || !estado.rascunho) return undefined;
  if (fatos.agora - estado.ultimaEm <= ESQUECE_MINUTOS) return undefined;
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
function sobreAConversa(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
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

/** What the words want, where no question was answered. */
function porIntencao(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida {
  const emCurso = estado.pergunta.tipo !== "nada";
  const limpo = limpar(lido.texto);
  const solto = { ...estado, pergunta: { tipo: "nada" as const }, rascunho: null };
  switch (lido.intencao) {
    case "cancelar":
      if (emCurso && !lido.dias && !lido.servicos.length && !jaMarcado.test(limpo) && estado.pergunta.tipo !== "qual")
        return fazer(estado, { tipo: "o_que_cancelar", antes: estado.pergunta }, fatos);
      return pedirMeus(solto, "cancelar", lido, fatos);
    case "remarcar":
      if (estado.rascunho?.alvo && traz(lido)) return juntarAoRascunho(estado, lido, fatos);
      return pedirMeus(solto, "remarcar", lido, fatos);
    case "listar":
      return pedirMeus(estado, "listar", lido, fatos);
    case "precos":
      return responderPrecos(estado, lido, fatos);
    case "horarios":
      return responderFuncionamento(estado, lido, fatos);
    case "endereco":
      return responderEndereco(estado, fatos);
    case "cumprimento":
      return saudar(estado, fatos);
    case "agradecimento":
      return dizer(estado, "Por nada!", fatos);
    case "marcar":
      return juntarAoRascunho(emCurso ? estado : { ...estado, rascunho: null }, lido, fatos);
    case "confirmar":
      if (emCurso) return traz(lido) ? juntarAoRascunho(estado, lido, fatos) : naoEntendi(estado, fatos);
      if (fatos.lembrete || /confirm|presenca|estarei|vou sim/.test(limpo))
        return pedirMeus(estado, "confirmar", lido, fatos);
      return dizer(estado, "Combinado!", fatos);
    case "negar":
      if (emCurso && traz(lido)) return juntarAoRascunho(estado, lido, fatos);
      if (emCurso) return parar(estado);
      if (fatos.lembrete) return comMenuDoLembrete(estado, fatos);
      return dizer(estado, "Tudo bem. Se precisar, é só escrever.", fatos);
    default:
      if (emCurso && traz(lido)) return juntarAoRascunho(estado, lido, fatos);
      return naoEntendi(estado, fatos);
  }
}

const comMenuDoLembrete = (estado: Estado, fatos: FatosDaConversa) => {
  const saida = comMenu(estado, "Prefere mudar o horário ou cancelar?", fatos);
  const botoes = [
    { id: "v1.menu.quero remarcar", titulo: "Remarcar" },
    { id: "v1.menu.quero cancelar meu horário", titulo: "Cancelar" },
    { id: "v1.menu.falar com atendente", titulo: "Falar com alguém" },
  ];
  return { ...saida, respostas: saida.respostas.map((uma) => ({ ...uma, botoes })) };
};

const perguntasDoRascunho = (pergunta: Pergunta) =>
  ["servico", "profissional", "quando", "nome", "horario", "confirmar"].includes(pergunta.tipo);

function responderTexto(estado: Estado, texto: string, fatos: FatosDaConversa): Saida {
  const lido = ler(texto, fatos);
  const saida =
    palavraGlobal(estado, lido, fatos) ??
    aposSilencio(estado, lido, fatos) ??
    sobreAConversa(estado, lido, fatos) ??
    responderSobreMeus(estado, lido, fatos) ??
    (estado.rascunho && perguntasDoRascunho(estado.pergunta) ? responderPergunta(estado, lido, fatos) : undefined) ??
    porIntencao(estado, lido, fatos);
  const entendida = saida.estado.naoEntendidas === estado.naoEntendidas;
  return entendida ? { ...saida, estado: { ...saida.estado, naoEntendidas: 0 } } : saida;
}

function responderToque(estado: Estado, id: string, titulo: string, fatos: FatosDaConversa): Saida {
  const toque = lerToque(id);
  // The quick replies of a reminder say what they want by themselves.
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
  if (calar === "demais") return chamar(estado, "muitas mensagens em pouco tempo");
  if (calar) return { estado, respostas: [] };
  // The silence is measured from the message before this one.
  const comAntes = { ...estado, ultimaEm: antesDela.ultimaEm };
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

export { inicial };
