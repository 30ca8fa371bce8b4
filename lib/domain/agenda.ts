import { chavesDe } from "./chaves";

/** The closed sets of the agenda, each with the words that people read. The database's CHECKs hold the same keys. */

export const situacoes = {
  agendado: "Agendado",
  confirmado: "Confirmado",
  concluido: "Concluído",
  cancelado: "Cancelado",
  faltou: "Faltou",
} as const;

export type Situacao = keyof typeof situacoes;
export const chavesSituacao = chavesDe(situacoes);

/** Which situation may follow which. What was decided by mistake is not changed but undone. */
export const mudancasDeSituacao: Record<Situacao, readonly Situacao[]> = {
  agendado: ["confirmado", "concluido", "cancelado", "faltou"],
  confirmado: ["concluido", "cancelado", "faltou"],
  concluido: [],
  cancelado: [],
  faltou: [],
};

/** Whether an appointment in this situation still waits for what will become of it. */
export const emAberto = (situacao: Situacao) => mudancasDeSituacao[situacao].length > 0;

/** The situations in which an appointment takes the time of its professional. */
export const ocupam = ["agendado", "confirmado", "concluido"] as const satisfies readonly Situacao[];

export const origens = { painel: "Painel", whatsapp: "WhatsApp", online: "Online" } as const;
export type Origem = keyof typeof origens;
export const chavesOrigem = chavesDe(origens);

export const formasDePagamento = {
  dinheiro: "Dinheiro",
  pix: "Pix",
  debito: "Débito",
  credito: "Crédito",
  fiado: "Fiado",
  outro: "Outro",
} as const;
export type FormaDePagamento = keyof typeof formasDePagamento;
export const chavesForma = chavesDe(formasDePagamento);

export const motivosDeCancelamento = {
  cliente_desistiu: "Cliente desistiu",
  cliente_doente: "Cliente doente",
  cliente_remarcara: "Vai remarcar depois",
  profissional: "Profissional não pode",
  empresa: "Empresa fechada",
  engano: "Marcado por engano",
  outro: "Outro motivo",
} as const;
export type MotivoDeCancelamento = keyof typeof motivosDeCancelamento;
export const chavesMotivoDeCancelamento = chavesDe(motivosDeCancelamento);

export const motivosDeBloqueio = {
  almoco: "Almoço",
  folga: "Folga",
  ferias: "Férias",
  doenca: "Doença",
  curso: "Curso",
  outro: "Outro",
} as const;
export type MotivoDeBloqueio = keyof typeof motivosDeBloqueio;
export const chavesMotivoDeBloqueio = chavesDe(motivosDeBloqueio);

/** Whose day a dated exception is. */
export const origensDeExcecao = {
  nacional: "Feriado nacional",
  estadual: "Feriado estadual",
  municipal: "Feriado municipal",
  empresa: "Da empresa",
} as const;
export type OrigemDeExcecao = keyof typeof origensDeExcecao;
export const chavesOrigemDeExcecao = chavesDe(origensDeExcecao);

/** How the agenda is looked at. */
export const visoes = { dia: "Dia", semana: "Semana", mes: "Mês", lista: "Lista" } as const;
export type Visao = keyof typeof visoes;
export const chavesVisao = chavesDe(visoes);
