import { escreverMinutos } from "@/lib/domain/duracao";
import { naParede } from "@/lib/domain/tempo";
import { diasDe, horasDe } from "./entender";
import { antes, rascunhoVazio, terminar } from "./estado";
import { lerEscolha } from "./escolha";
import { falarMeu } from "./falas";
import { ehSim, querDesmarcar } from "./intencao";
import { dizer } from "./informar";
import { avancar, chamar } from "./marcando";
import { comMenu, fazer } from "./perguntas";
import { comDito, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, MeuAgendamento, Pedido, Pergunta, Rascunho, Resultado, Saida } from "./tipos";

type Pedida = Extract<Pedido, { tipo: "meusAgendamentos" }>;

const destino = /\bpara\b|\bmelhor\b|\bpode ser\b|\bas \d|\btem\b/;

/** What names an appointment by when it stands: "o das 10", "meu horário de sexta", "das 10 para as 16". */
const nomeado =
  /(?<!\b(?:depois|antes|apos|partir|volta|perto) )\b(?:d[ao]s? |(?:o|hora|horario) de )(?:dia )?(?:\d{1,2}(?![\d/])(?!h? (?:as|ate|e|a) )|hoje|amanha|domingo|segunda|terca|quarta|quinta|sexta|sabado)/;

/** Asks for the client's own appointments, with what the message says of them kept. */
export function pedirMeus(estado: Estado, para: Pedida["para"], lido: Lido | null, fatos: FatosDaConversa): Saida {
  const limpo = limpar(lido?.texto ?? "");
  const quando = lido && { dias: diasDe(lido), horas: horasDe(lido) };
  const rascunho = lido && para !== "listar" ? comDito(null, { ...lido, ...quando }, fatos) : estado.rascunho;
  // "Remarcar o de amanhã" names the appointment, "remarcar para amanhã" where it goes.
  const origem = para === "cancelar" || (para === "remarcar" && !destino.test(limpo));
  const peloDia = (origem || para === "confirmar") && quando?.dias;
  // What is named goes before what the reminder was of.
  const nomeia = nomeado.test(limpo) || peloDia || (origem && quando?.horas);
  const alvo = nomeia ? null : fatos.lembrete;
  if (!fatos.cliente) return comMeus(estado, { tipo: "meusAgendamentos", para, alvo }, [], fatos);
  const guardado = rascunho && para === "remarcar" && origem ? { ...rascunho, atendido: "origem" } : rascunho;
  return { estado: { ...estado, rascunho: guardado }, respostas: [], pedido: { tipo: "meusAgendamentos", para, alvo } };
}

function filtrar(
  meus: readonly MeuAgendamento[],
  { dias, horas, servicos }: Rascunho,
  porQuando: boolean,
  fatos: FatosDaConversa,
) {
  return meus.filter(({ inicio, partes }) => {
    const { dia, minutos } = naParede(inicio, fatos.funcionamento.fuso);
    if (servicos.length && !partes.some((parte) => parte.servicos.some(({ id }) => servicos.includes(id))))
      return false;
    if (!porQuando) return true;
    if (dias && (dia < dias.de || dia > dias.ate)) return false;
    return !horas || (horas.ate === null ? minutos === horas.de : minutos >= horas.de && minutos <= horas.ate);
  });
}

const ehDe =
  (alvo: number | null) =>
  ({ id, partes }: MeuAgendamento) =>
    id === alvo || partes.some((parte) => parte.id === alvo);

/** After they were read. */
export function comMeus(estado: Estado, { para, alvo }: Pedida, meus: MeuAgendamento[], fatos: FatosDaConversa): Saida {
  const rascunho = estado.rascunho ?? rascunhoVazio;
  if (!meus.length) {
    const texto = "Não encontrei horário marcado para este número.";
    return estado.pergunta.tipo === "nada"
      ? comMenu({ ...estado, rascunho: null }, texto, fatos)
      : dizer(estado, texto, fatos);
  }
  if (para === "listar") {
    const lista = meus.map((um) => `• ${falarMeu(um, fatos)}${um.situacao === "confirmado" ? " (confirmado)" : ""}`);
    const texto = `${meus.length === 1 ? "Você tem:" : "Seus horários:"}\n${lista.join("\n")}`;
    // What was being put together waits.
    return estado.pergunta.tipo === "nada"
      ? { estado, respostas: [{ texto }] }
      : antes(texto, fazer(estado, estado.pergunta, fatos));
  }
  const doAlvo = meus.filter(ehDe(alvo));
  // A reminder of an appointment that is no more.
  if (alvo !== null && !doAlvo.length) return dizer(estado, "Esse horário já não está marcado.", fatos);
  if (para === "confirmar") {
    const ditos = doAlvo.length ? doAlvo : filtrar(meus, rascunho, true, fatos);
    const lembrado = ditos.filter(ehDe(fatos.lembrete));
    const deles = lembrado.length ? lembrado : ditos;
    if (!deles.length) return dizer(estado, "Não encontrei horário seu marcado para então.", fatos);
    const qual = deles.find(({ situacao }) => situacao === "agendado");
    if (!qual) return terminar(estado, { texto: `Já está confirmado: ${falarMeu(deles[0]!, fatos)}.` });
    return { estado, respostas: [], pedido: { tipo: "confirmar", alvo: qual } };
  }
  const origem = para === "cancelar" || rascunho.atendido === "origem";
  const doDia = filtrar(meus, rascunho, origem, fatos);
  const semDia = filtrar(meus, { ...rascunho, dias: null, horas: null }, false, fatos);
  const veio = origem && doDia.length > 0 && rascunho.dias !== null;
  const certos = doDia.length ? doDia : semDia.length ? semDia : meus;
  const livre = { ...rascunho, atendido: null, ...(veio && { dias: null, horas: null }) };
  const agora = { ...estado, rascunho: livre };
  const unico = doAlvo.length && !rascunho.servicos.length ? doAlvo[0]! : certos.length === 1 ? certos[0]! : null;
  if (unico && (doDia.length || !rascunho.servicos.length)) return comEscolhido(agora, para, unico, fatos);
  return fazer(agora, { tipo: "qual", para, opcoes: certos.slice(0, 10) }, fatos);
}

/** Moves or cancels one of them, if there is still time for it. */
function comEscolhido(
  estado: Estado,
  para: "remarcar" | "cancelar",
  alvo: MeuAgendamento,
  fatos: FatosDaConversa,
): Saida {
  const { podeRemarcar, podeCancelar } = fatos.assistente;
  if (!(para === "remarcar" ? podeRemarcar : podeCancelar))
    return chamar(estado, `quer ${para} ${falarMeu(alvo, fatos)}`);
  const prazo = fatos.prazoClienteMinutos;
  if (alvo.inicio - fatos.agora < prazo) {
    const texto = `Faltam menos de ${escreverMinutos(prazo)} para ${falarMeu(alvo, fatos)}, e em cima da hora só a equipe muda.`;
    return antes(texto, fazer({ ...estado, rascunho: null }, { tipo: "pessoa" }, fatos));
  }
  if (para === "cancelar") return fazer({ ...estado, rascunho: null }, { tipo: "cancelar", alvo }, fatos);
  const { profissionalId, recusas, ...pedido } = estado.rascunho ?? rascunhoVazio;
  // Only somebody else is wanted: the day and the hour stay.
  const soQuem = profissionalId !== null && !pedido.dias && !pedido.horas;
  const { dia, minutos } = naParede(alvo.inicio, fatos.funcionamento.fuso);
  const { dias, horas } = soQuem ? { dias: { de: dia, ate: dia }, horas: { de: minutos, ate: null } } : pedido;
  const servicos = alvo.partes.flatMap((parte) => parte.servicos.map(({ id }) => id));
  const rascunho = { ...rascunhoVazio, alvo, servicos, dias, horas, profissionalId, recusas, atendido: alvo.atendido };
  return avancar(estado, rascunho, fatos);
}

/** "Estarei lá" is a yes elsewhere; where it is asked what to cancel it says the contrary. */
const vem =
  /(?<!\b(?:nao|nem) )\b(?:vou|vamos|irei|estarei|estaremos)(?: (?:sim|la|ai|ir|estar|presente))*(?= ,|$| as \d)/;
const fica =
  /\bnao (?:cancel|(?:(?:e|era|para|quero|queria|vou|precisa\w*|mais) )+cancelar\b)|\bcancel\w+ nao(?= ,|$)|\bdeix\w*(?: \w+){0,3} (?:assim|como|marcad)|\bmant(?:em|er|enha)\b|\b(?:cliquei|apertei|toquei)\b.*\b(?:errado|sem querer|engano)/;
/** The appointment or its end may be meant: it is asked again. */
const duvidoso = /\bconfirm|\bnao (?:vou|irei|quero ir)\b/;

/** The answer to a question about appointments that stand; undefined: it is none. */
export function responderSobreMeus(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  const pergunta: Pergunta = estado.pergunta;
  if (pergunta.tipo === "qual") {
    const i = lerEscolha(lido.texto, pergunta.opcoes.length);
    const rascunho = comDito(null, lido, fatos);
    const achados =
      i !== undefined
        ? [pergunta.opcoes[i]!]
        : lido.dias || lido.horas || lido.servicos.length
          ? filtrar(pergunta.opcoes, rascunho, true, fatos)
          : [];
    if (achados.length === 1) return comEscolhido(estado, pergunta.para, achados[0]!, fatos);
    if (lido.qualquerUm) return fazer(estado, pergunta, fatos);
    return lido.intencao === "negar" ? terminar(estado, { texto: "Tudo bem, fica como está." }) : undefined;
  }
  if (pergunta.tipo !== "cancelar") return undefined;
  const { alvo } = pergunta;
  if (lido.intencao === "remarcar")
    return comEscolhido({ ...estado, rascunho: comDito(null, lido, fatos) }, "remarcar", alvo, fatos);
  const limpo = limpar(lido.texto);
  if (duvidoso.test(limpo) && !querDesmarcar(limpo)) return fazer(estado, pergunta, fatos);
  if (lido.intencao === "negar" || fica.test(limpo) || (vem.test(limpo) && !querDesmarcar(limpo)))
    return terminar(estado, { texto: `Tudo bem, fica marcado: ${falarMeu(alvo, fatos)}.` });
  if (
    ehSim(limpo) ||
    /^(?:sim ,? ?)?(?:pode |quero )?cancel\w*(?: sim| por favor| mesmo)*$/.test(limpo.replace(/[ ,]+$/, ""))
  )
    return { estado, respostas: [], pedido: { tipo: "cancelar", alvo } };
  return undefined;
}

/** After one of them was cancelled or confirmed, or was not. */
export function comMudanca(
  estado: Estado,
  { tipo, alvo }: Extract<Pedido, { tipo: "cancelar" | "confirmar" }>,
  resultado: Resultado,
  fatos: FatosDaConversa,
): Saida {
  if (resultado.tipo !== "feito")
    return antes(
      "Não consegui, este horário acabou de mudar.",
      chamar({ ...estado, rascunho: null }, `não conseguiu ${tipo}`),
    );
  // What was being put together goes on.
  if (tipo === "confirmar") return dizer(estado, `Confirmado! Esperamos você: ${falarMeu(alvo, fatos)}.`, fatos);
  return terminar(estado, {
    texto: `Cancelado: ${falarMeu(alvo, fatos)}. Quando quiser marcar de novo, é só escrever.`,
  });
}
