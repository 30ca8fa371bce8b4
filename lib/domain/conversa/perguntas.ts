import { naParede } from "@/lib/domain/tempo";
import { comBotoes, comEscolhas, perguntar } from "./estado";
import {
  falarCurto,
  falarDia,
  falarMeu,
  hojeDe,
  horaDe,
  juntar,
  nomesDosServicos,
  precoDe,
  profissionalDe,
  resumo,
  servicoDe,
} from "./falas";
import { nomeLimpo } from "./outrem";
import { marcavel } from "./partes";
import type { Estado, FatosDaConversa, Parte, Pergunta, Rascunho, Resposta, Saida } from "./tipos";

/** What a tap on a numbered option says: never an hour. */
const opcao = (i: number) => `opção ${i + 1}`;
const numerar = (linhas: readonly string[]) => linhas.map((linha, i) => `${i + 1}. ${linha}`).join("\n");

/** The services that the assistant books, or those of them that somebody performs. */
export function servicosNaLista(fatos: FatosDaConversa, profissionalId: number | null): number[] {
  const dela = fatos.profissionais.find(({ id }) => id === profissionalId)?.faz;
  return fatos.servicos
    .filter(({ id }) => marcavel(id, fatos) && (!dela || dela.some(({ servicoId }) => servicoId === id)))
    .map(({ id }) => id);
}

/** By what name a new client is registered; null: it has to be asked. */
export const nomeDe = (rascunho: Rascunho | null, fatos: FatosDaConversa) =>
  rascunho?.nome ?? nomeLimpo(fatos.nomePerfil);

/** What the client says yes to with the booking, as it is kept with the consent. */
export const textoDoCadastro = (nome: string, { empresa }: FatosDaConversa) =>
  `Vou cadastrar você como ${nome} e mandar por aqui avisos e lembretes dos seus horários em ${empresa.nome}.`;

const menu = (texto: string, { assistente }: FatosDaConversa): Resposta =>
  comBotoes(texto, "menu", [
    ...(assistente.podeMarcar ? ([["Marcar horário", "quero marcar um horário"]] as const) : []),
    ["Meus horários", "meus horários"],
    ["Falar com alguém", "falar com atendente"],
  ]);

function deServico(ficha: number, opcoes: readonly number[], rascunho: Rascunho | null, fatos: FatosDaConversa) {
  const mostradas = opcoes.slice(0, 10);
  const preco = (id: number) => precoDoServico(id, fatos);
  const escolhas = mostradas.map((id, i) => [servicoDe(id, fatos)!.nome, opcao(i), preco(id)] as const);
  const pergunta = rascunho?.duvidas.length ? "Qual destes você quer?" : "Qual serviço você quer?";
  const resto = opcoes.length > mostradas.length ? "\nFazemos outros também: escreva o nome." : "";
  const texto = `${pergunta}\n${numerar(escolhas.map(([nome]) => nome))}${resto}`;
  return comEscolhas(texto, ficha, "Ver serviços", escolhas);
}

function precoDoServico(id: number, fatos: FatosDaConversa): string | undefined {
  const quem = fatos.profissionais.filter(({ faz }) => faz.some(({ servicoId }) => servicoId === id));
  const precos = new Set(quem.map((um) => precoDe([{ profissionalId: um.id, servicos: [id] }], fatos)));
  return precos.size === 1 ? ([...precos][0] ?? undefined) : undefined;
}

function deHorario(ficha: number, opcoes: readonly Parte[][], rascunho: Rascunho | null, fatos: FatosDaConversa) {
  const inicios = opcoes.map((partes) => partes[0]!.inicio);
  const diaDe = (inicio: number) => naParede(inicio, fatos.funcionamento.fuso).dia;
  const dias = [...new Set(inicios.map(diaDe))];
  const umDia = dias.length === 1;
  const quem = new Set(opcoes.map((partes) => partes.map((um) => um.profissionalId).join()));
  const pessoas = (partes: Parte[]) =>
    juntar([...new Set(partes.map((um) => profissionalDe(um.profissionalId, fatos)?.nome ?? ""))]);
  const comTodos = quem.size === 1 ? ` com ${pessoas(opcoes[0]!)}` : "";
  const rotulo = (inicio: number) => (umDia ? horaDe(inicio, fatos) : falarCurto(inicio, fatos));
  const linhas = opcoes.map((partes, i) => {
    const preco = precoDe(partes, fatos);
    const detalhe = [`com ${pessoas(partes)}`, preco].filter(Boolean).join(" · ");
    return [rotulo(inicios[i]!), opcao(i), detalhe] as const;
  });
  const servicos = nomesDosServicos(rascunho?.servicos ?? [], fatos);
  const quando = umDia ? ` ${falarDia(dias[0]!, hojeDe(fatos))}` : "";
  const fim = opcoes.length === 1 ? "Pode ser?" : "Qual prefere?";
  const texto = `${servicos}${comTodos}${quando}:\n${numerar(linhas.map(([titulo]) => titulo))}\n${fim}`;
  return comEscolhas(texto, ficha, "Ver horários", linhas);
}

function deConfirmar(ficha: number, partes: Parte[], rascunho: Rascunho | null, fatos: FatosDaConversa) {
  const nome = nomeDe(rascunho, fatos);
  const cadastro = fatos.cliente || !nome ? "" : `\n${textoDoCadastro(nome, fatos)}`;
  const oQue = resumo(partes, rascunho?.atendido ?? null, fatos);
  const texto = rascunho?.alvo
    ? `Vou mudar de ${falarMeu(rascunho.alvo, fatos)} para:\n${oQue}.\nConfirma?`
    : `${oQue}.${cadastro}\nConfirma?`;
  return comBotoes(texto, ficha, [
    ["Confirmar", "sim"],
    ["Outro horário", "outro horário"],
    ["Desistir", "parar este pedido"],
  ]);
}

/** What is being put together, in few words: "Corte e Barba". */
const assunto = (rascunho: Rascunho | null, fatos: FatosDaConversa) =>
  nomesDosServicos(rascunho?.servicos ?? [], fatos) || "um horário";

function montar(ficha: number, pergunta: Pergunta, rascunho: Rascunho | null, fatos: FatosDaConversa): Resposta {
  switch (pergunta.tipo) {
    case "nada":
      return menu("Posso marcar um horário, mostrar os seus ou chamar uma pessoa.", fatos);
    case "servico":
      return deServico(ficha, pergunta.opcoes, rascunho, fatos);
    case "profissional": {
      const escolhas = pergunta.opcoes.map((id, i) => [profissionalDe(id, fatos)!.nome, opcao(i)] as const);
      return comEscolhas(`Com quem?\n${numerar(escolhas.map(([nome]) => nome))}`, ficha, "Ver pessoas", escolhas);
    }
    case "quando":
      return comBotoes(
        rascunho?.servicos.length ? `${assunto(rascunho, fatos)}: para que dia e horário?` : "Para que dia e horário?",
        ficha,
        [
          ["Hoje", "hoje"],
          ["Amanhã", "amanhã"],
          ["Primeiros livres", "qualquer dia"],
        ],
      );
    case "nome":
      return { texto: "Como é o seu nome?" };
    case "horario":
      return deHorario(ficha, pergunta.opcoes, rascunho, fatos);
    case "confirmar":
      return deConfirmar(ficha, pergunta.partes, rascunho, fatos);
    case "qual": {
      const frases = pergunta.opcoes.map((um) => falarMeu(um, fatos));
      const escolhas = pergunta.opcoes.map((um, i) => [falarCurto(um.inicio, fatos), opcao(i), frases[i]!] as const);
      return comEscolhas(`Qual deles você quer ${pergunta.para}?\n${numerar(frases)}`, ficha, "Ver horários", escolhas);
    }
    case "cancelar":
      return comBotoes(`Cancelo ${falarMeu(pergunta.alvo, fatos)}?`, ficha, [
        ["Sim, cancelar", "sim"],
        ["Não, manter", "não"],
        ["Remarcar", "quero remarcar este horário"],
      ]);
    case "pessoa":
      return comBotoes("Quer que eu chame uma pessoa da equipe?", ficha, [
        ["Sim, chamar", "sim"],
        ["Não precisa", "não"],
      ]);
    case "quer_marcar":
      return comBotoes("Quer que eu veja um horário?", ficha, [
        ["Sim, ver horários", "sim"],
        ["Agora não", "não"],
      ]);
    case "retomar":
      return comBotoes(`Ficou pela metade: ${assunto(rascunho, fatos)}. Continuamos de onde paramos?`, ficha, [
        ["Continuar", "continuar"],
        ["Começar de novo", "começar de novo"],
        ["Falar com alguém", "falar com atendente"],
      ]);
    case "o_que_cancelar":
      return comBotoes("Você quer parar este pedido ou cancelar um horário que já está marcado?", ficha, [
        ["Parar este pedido", "parar este pedido"],
        ["Cancelar um horário", "cancelar meu horário marcado"],
        ["Continuar", "continuar"],
      ]);
  }
}

/** Asks something, or asks it again: the words come from the question and from what is being put together. */
export const fazer = (estado: Estado, pergunta: Pergunta, fatos: FatosDaConversa): Saida =>
  perguntar(estado, pergunta, (ficha) => montar(ficha, pergunta, estado.rascunho, fatos));

/** The menu under some words. */
export const comMenu = (estado: Estado, texto: string, fatos: FatosDaConversa): Saida =>
  perguntar(estado, { tipo: "nada" }, () => menu(texto, fatos));

/** Asks again what was being asked. */
export const repetir = (estado: Estado, fatos: FatosDaConversa) => fazer(estado, estado.pergunta, fatos);
