import { antes } from "./estado";
import { juntar } from "./falas";
import { parar } from "./globais";
import { dizer, OU_ATENDENTE, responderEndereco, responderFuncionamento, responderPrecos } from "./informar";
import { querDesmarcar } from "./intencao";
import { chamar, juntarAoRascunho } from "./marcando";
import { pedirMeus } from "./meus";
import { comMenu, fazer, repetir } from "./perguntas";
import { traz, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Saida } from "./tipos";

/** "Hoje não consigo", and nothing else is said. */
const soRecusaDias = (lido: Lido) =>
  lido.recusas.dias.length > 0 && !traz({ ...lido, recusas: { ...lido.recusas, dias: [] } });

/** "Quem faz escova?" is answered before it goes on. */
function comQuem(lido: Lido, { servicos, profissionais }: FatosDaConversa, saida: Saida): Saida {
  const pedido = servicos.find(({ nome }) => nome === lido.servicos[0]);
  if (!pedido || !/\bquem (?:faz|atende|corta|trabalha)|\bcom quem\b/.test(limpar(lido.texto))) return saida;
  const quem = profissionais.filter(({ faz }) => faz.some(({ servicoId }) => servicoId === pedido.id));
  return quem.length ? antes(`Quem faz ${pedido.nome}: ${juntar(quem.map(({ nome }) => nome))}.`, saida) : saida;
}

/** Said of an appointment that stands; "muda para sexta" may be said of what is being put together. */
const doMarcado = /\b(?:remarc|reagend|adia|antecip|transfer)|\b(?:meu|minha)\b|\bmarcad/;
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

/** Laughter, emojis and marks ask for nothing. */
const semPalavra = /^(?:[^a-z0-9]|k|rs|ha|he|hua)*$/;

/** A word that nobody knows may have been the name of a service: whoever asks for one hears what there is. */
function naoAchei({ pergunta }: Estado, { texto }: Lido, fatos: FatosDaConversa): string {
  const palavras = limpar(texto).split(" ");
  if (pergunta.tipo === "servico" && palavras.length <= 3 && palavras.every((uma) => /^[a-z]{3,}$/.test(uma)))
    return `Não achei “${texto.trim()}” entre os nossos serviços.`;
  const nomes = fatos.servicos.slice(0, 20).map(({ nome }) => nome);
  const fazemos = pergunta.tipo === "nada" && nomes.length ? ` Fazemos ${juntar(nomes)}.` : "";
  return `Desculpe, não entendi.${fazemos}`;
}

function naoEntendi(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida {
  if (semPalavra.test(limpar(lido.texto))) return repetir(estado, fatos);
  const agora = { ...estado, naoEntendidas: estado.naoEntendidas + 1 };
  if (agora.naoEntendidas < 2) return antes(naoAchei(estado, lido, fatos), repetir(agora, fatos));
  // One yes away from its booking nobody has to begin anew.
  if (estado.pergunta.tipo === "confirmar")
    return dizer(agora, `Desculpe, continuo sem entender. ${OU_ATENDENTE}`, fatos);
  const texto = "Desculpe, continuo sem entender. Escolha uma opção ou fale com uma pessoa:";
  return comMenu({ ...agora, rascunho: null }, texto, fatos);
}

/** What the words want, where no question was answered. */
export function porIntencao(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida {
  const emCurso = estado.pergunta.tipo !== "nada";
  const limpo = limpar(lido.texto);
  const solto = { ...estado, pergunta: { tipo: "nada" as const }, rascunho: null };
  if (/\batras(?:o|ar|ad[oa]s?|ando)\b/.test(limpo)) return chamar(estado, "avisou que vai se atrasar");
  switch (lido.intencao) {
    case "cancelar":
      // "Não consigo ir sexta" among the questions of a booking only refuses the Friday.
      if (emCurso && estado.rascunho && !querDesmarcar(limpo) && !jaMarcado.test(limpo) && traz(lido))
        return juntarAoRascunho(estado, lido, fatos);
      if (emCurso && !lido.dias && !lido.servicos.length && !jaMarcado.test(limpo) && estado.pergunta.tipo !== "qual")
        return fazer(estado, { tipo: "o_que_cancelar", antes: estado.pergunta }, fatos);
      return pedirMeus(solto, "cancelar", lido, fatos);
    case "remarcar":
      if (estado.rascunho?.alvo && traz(lido)) return juntarAoRascunho(estado, lido, fatos);
      if (emCurso && estado.rascunho && !doMarcado.test(limpo) && traz(lido))
        return juntarAoRascunho(estado, lido, fatos);
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
      // Who cannot come on a day and wants the same hour on another has an appointment.
      if (!emCurso && fatos.cliente && lido.recusas.dias.length && /\bmesm[oa] hora/.test(limpo))
        return pedirMeus(solto, "remarcar", lido, fatos);
      return comQuem(lido, fatos, juntarAoRascunho(emCurso ? estado : { ...estado, rascunho: null }, lido, fatos));
    case "confirmar":
      if (emCurso) return traz(lido) ? juntarAoRascunho(estado, lido, fatos) : naoEntendi(estado, lido, fatos);
      if (fatos.lembrete || /confirm|presenca|estarei|vou sim/.test(limpo))
        return pedirMeus(estado, "confirmar", lido, fatos);
      return dizer(estado, "Combinado!", fatos);
    case "negar":
      if (emCurso && traz(lido)) return juntarAoRascunho(estado, lido, fatos);
      if (emCurso) return parar(estado);
      if (fatos.lembrete) return comMenuDoLembrete(estado, fatos);
      return dizer(estado, "Tudo bem. Se precisar, é só escrever.", fatos);
    default:
      if (!emCurso && fatos.cliente && soRecusaDias(lido)) return comMenuDoLembrete(estado, fatos);
      if (traz(lido)) return juntarAoRascunho(emCurso ? estado : { ...estado, rascunho: null }, lido, fatos);
      return naoEntendi(estado, lido, fatos);
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
