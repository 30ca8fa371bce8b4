import { escreverDiaLongo, escreverDiaRelativo } from "./relogio";
import { falarHora } from "./frases";
import type { AssuntoComModelo, Botao, Carga } from "./whatsapp";

type ParteAvisada = {
  /** Civil day, and minutes since its midnight. */
  dia: string;
  minutos: number;
  servicos: string;
  profissional: string;
  atendido: string | null;
};

export type Avisado = { nome: string; empresa: string; hoje: string; partes: readonly ParteAvisada[] };

function quando({ dia, minutos }: ParteAvisada, hoje: string): string {
  const perto = escreverDiaRelativo(dia, hoje);
  const escrito = escreverDiaLongo(dia);
  return `${["hoje", "amanhã"].includes(perto) ? `${perto}, ` : ""}${escrito} às ${falarHora(minutos)}`;
}

/** One appointment in a line: "terça-feira, 16 de março às 14h15, corte com Ana (para a filha)". */
const linhaDe = (parte: ParteAvisada, hoje: string) =>
  `${quando(parte, hoje)}, ${parte.servicos} com ${parte.profissional}${parte.atendido ? ` (para ${parte.atendido})` : ""}`;

/** No article goes before the company's name, which may be of either gender. */
const frases: Record<AssuntoComModelo, (dados: { ola: string; empresa: string; linhas: string }) => string> = {
  marcado: ({ ola, empresa, linhas }) =>
    `${ola} Seu horário em ${empresa} está marcado:\n${linhas}\nSe precisar mudar, é só responder aqui.`,
  remarcado: ({ ola, empresa, linhas }) =>
    `${ola} Seu horário em ${empresa} mudou. Agora é:\n${linhas}\nSe não der certo, é só responder aqui.`,
  profissional: ({ ola, empresa, linhas }) =>
    `${ola} Mudou quem vai atender você em ${empresa}. Agora é:\n${linhas}\nSe preferir outro horário, é só responder aqui.`,
  cancelado: ({ ola, empresa, linhas }) =>
    `${ola} Seu horário em ${empresa} foi cancelado:\n${linhas}\nPara marcar outro, é só responder aqui.`,
  lembrete: ({ ola, empresa, linhas }) => `${ola} Lembrando do seu horário em ${empresa}:\n${linhas}\nVocê vem?`,
  agradecimento: ({ ola, empresa }) =>
    `${ola} Obrigado pela visita. A equipe de ${empresa} espera você de novo. Para marcar outro horário, é só responder aqui.`,
};

const acoes = { confirmar: "Confirmar", remarcar: "Remarcar", cancelar: "Cancelar" } as const;
export type AcaoDoLembrete = keyof typeof acoes;

/** The id of a button under a reminder. It stays good for as long as the message can be tapped. */
const toque = (acao: string, agendamentoId: number) => `ag1:${acao}:${agendamentoId}`;

/** What a tap on a button of a reminder asks for; null for any other id. */
export function lerToque(escolha: string): { acao: AcaoDoLembrete; agendamentoId: number } | null {
  const [, acao, id] = /^ag1:(confirmar|remarcar|cancelar):(\d{1,9})$/.exec(escolha) ?? [];
  return acao && id ? { acao: acao as AcaoDoLembrete, agendamentoId: Number(id) } : null;
}

/**
 * What the house writes by itself about an appointment, or about all parts of a visit. The values of a template are, in
 * order: how the client is called, the company, when, the services, the professional.
 */
export function redigirAviso(
  assunto: AssuntoComModelo,
  avisado: Avisado,
  agendamentoId: number,
): { texto: string; carga: Carga } {
  const { nome, empresa, hoje, partes } = avisado;
  const [primeiro = ""] = nome.split(" ");
  const [primeira] = partes;
  const linhas = partes.map((parte) => linhaDe(parte, hoje)).join("\n");
  const botoes: Botao[] = Object.entries(acoes).map(([acao, titulo]) => ({ id: toque(acao, agendamentoId), titulo }));
  const juntos = (de: (parte: ParteAvisada) => string) => [...new Set(partes.map(de))].join(", ");
  return {
    texto: frases[assunto]({ ola: `Olá, ${primeiro}!`, empresa, linhas }),
    carga: {
      parametros: [
        primeiro,
        empresa,
        primeira ? quando(primeira, hoje) : "",
        juntos(({ servicos }) => servicos),
        juntos(({ profissional }) => profissional),
      ],
      ...(assunto === "lembrete" && { botoes, respostas: botoes.map(({ id }) => id) }),
    },
  };
}
