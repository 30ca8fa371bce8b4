import { chavesDe } from "./chaves";

/** The closed sets of the conversations, each with the words that people read. The database's CHECKs hold the same keys. */

/** Who answers a client. */
const modos = {
  assistente: "Com o assistente",
  esperando: "Esperando uma pessoa",
  pessoa: "Com uma pessoa",
} as const;
export type Modo = keyof typeof modos;
export const chavesModoDeConversa = chavesDe(modos);

const direcoes = { entrada: "Recebida", saida: "Enviada" } as const;
export const chavesDirecao = chavesDe(direcoes);

const autores = {
  cliente: "Cliente",
  assistente: "Assistente",
  pessoa: "Pessoa da equipe",
  sistema: "Automática",
} as const;
export type Autor = keyof typeof autores;
export const chavesAutor = chavesDe(autores);

export const situacoesDeMensagem = {
  recebida: "Recebida",
  fila: "Na fila",
  enviando: "Enviando",
  enviada: "Enviada",
  entregue: "Entregue",
  lida: "Lida",
  falhou: "Não saiu",
} as const;
export type SituacaoDeMensagem = keyof typeof situacoesDeMensagem;
export const chavesSituacaoDeMensagem = chavesDe(situacoesDeMensagem);

/** What a message is made of. `botao`: a tap on something that was offered. */
export const tiposDeMensagem = {
  texto: "Texto",
  botao: "Toque em um botão",
  imagem: "Imagem",
  audio: "Áudio",
  video: "Vídeo",
  documento: "Documento",
  figurinha: "Figurinha",
  localizacao: "Localização",
  contato: "Contato",
  reacao: "Reação",
  pedido: "Pedido do catálogo",
  edicao: "Mensagem editada",
  apagada: "Mensagem apagada",
  aviso: "Aviso do WhatsApp",
  desconhecida: "Tipo desconhecido",
} as const;
export type TipoDeMensagem = keyof typeof tiposDeMensagem;
export const chavesTipoDeMensagem = chavesDe(tiposDeMensagem);

/** Why the house writes. */
export const assuntos = {
  resposta: "Resposta",
  lembrete: "Lembrete",
  marcado: "Agendamento marcado",
  remarcado: "Agendamento remarcado",
  profissional: "Troca de profissional",
  cancelado: "Agendamento cancelado",
  agradecimento: "Agradecimento",
} as const;
export type Assunto = keyof typeof assuntos;
export const chavesAssunto = chavesDe(assuntos);

/** The subjects that may have to leave outside the 24-hour window, for each of which an approved template may be named. */
export const assuntosComModelo = [
  "lembrete",
  "marcado",
  "remarcado",
  "profissional",
  "cancelado",
  "agradecimento",
] as const satisfies readonly Assunto[];
export type AssuntoComModelo = (typeof assuntosComModelo)[number];

/** Why nothing leaves until a person mends it. */
export const motivosDePausa = {
  token: "O token de acesso venceu ou não tem permissão",
  politica: "O WhatsApp restringiu esta conta",
  pagamento: "Há um problema com o pagamento da conta no WhatsApp",
  numero: "O número não está registrado no WhatsApp",
} as const;
export type MotivoDePausa = keyof typeof motivosDePausa;
export const chavesMotivoDePausa = chavesDe(motivosDePausa);

/** For how long after their last message a client may be written to freely. */
export const JANELA_MINUTOS = 24 * 60;

/** Texts are cut where Meta would refuse them; counted in code points. */
export const LIMITES = {
  texto: 4_096,
  textoComBotoes: 1_024,
  botoes: 3,
  tituloDeBotao: 20,
  linhas: 10,
  tituloDeLinha: 24,
  descricaoDeLinha: 72,
} as const;

/** What may be offered to tap on. `id` comes back when it is tapped. */
export type Botao = { id: string; titulo: string };
type ListaDeOpcoes = { botao: string; linhas: { id: string; titulo: string; descricao?: string }[] };

/** The media of an inbound message, as Meta names it. */
export type Midia = { id: string; mime: string; sha256?: string; nome?: string; voz?: boolean };

/** What belongs to a message besides its text. Outbound: what is offered, and its values for a template. */
export type Carga = {
  botoes?: Botao[];
  lista?: ListaDeOpcoes;
  /** For outside the window: what the template's {{1}}, {{2}}… and its quick replies are filled with. */
  parametros?: string[];
  respostas?: string[];
  /** Inbound: the id of what was tapped, and the wamid of the message that it belongs to. */
  escolha?: string;
  contexto?: string;
  midia?: Midia;
  [mais: string]: unknown;
};
