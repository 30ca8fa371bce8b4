import type { Situacao } from "@/lib/domain/agenda";
import type { Semana } from "@/lib/domain/expediente";
import type { Funcionamento } from "@/lib/domain/jornada";
import type { Horas } from "./relogio";
import type { Dias } from "./meses";

/** A service as a client may hear of it. `marcavel`: the assistant may book it, if somebody performs it. */
type ServicoOferecido = {
  id: number;
  nome: string;
  precoTipo: "fixo" | "a_partir_de" | "sob_avaliacao";
  precoCentavos: number | null;
  duracaoMinutos: number;
  preparoMinutos: number;
  marcavel: boolean;
};

export type ProfissionalOferecido = {
  id: number;
  nome: string;
  faz: readonly { servicoId: number; duracaoMinutos: number | null; precoCentavos: number | null }[];
};

/** A future appointment of this client. The parts of a visit are `partes` of its first one. Minutes since the epoch. */
export type MeuAgendamento = {
  id: number;
  versao: number;
  inicio: number;
  situacao: Situacao;
  atendido: string | null;
  partes: readonly {
    id: number;
    inicio: number;
    fim: number;
    profissionalId: number;
    profissional: string;
    servicos: readonly { id: number; nome: string }[];
  }[];
};

/** All that a reply may speak of. What is not in here cannot be said. `agora` in minutes since the epoch. */
export type FatosDaConversa = {
  agora: number;
  empresa: { nome: string; endereco: string | null; telefone: string | null };
  funcionamento: Funcionamento;
  horizonteDias: number;
  /** How long before its beginning a client may still move or cancel. */
  prazoClienteMinutos: number;
  assistente: {
    nome: string;
    abertura: string;
    atendimentoHumano: Semana;
    podeMarcar: boolean;
    podeRemarcar: boolean;
    podeCancelar: boolean;
    podeInformarPrecos: boolean;
  };
  servicos: readonly ServicoOferecido[];
  profissionais: readonly ProfissionalOferecido[];
  /** Null: nobody is registered with this phone. */
  cliente: { id: number; nome: string } | null;
  /** False: they opted out of what they did not ask for. */
  recebeAvisos: boolean;
  /** What the person calls themselves on WhatsApp. */
  nomePerfil: string | null;
  /** What was done the last time, and by whom. */
  sempre: { servicos: readonly number[]; profissionalId: number } | null;
  /** The appointment of the reminder that the client may be answering. */
  lembrete: number | null;
};

export type Mensagem =
  | { tipo: "texto"; texto: string }
  /** `id` of a button or of a row of a list, of ours or of a reminder. */
  | { tipo: "toque"; id: string; titulo: string }
  | { tipo: "midia"; que: "audio" | "imagem" | "outra"; legenda: string };

export type Botao = { id: string; titulo: string };
export type Resposta = {
  texto: string;
  /** At most three, with titles of at most 20 letters. */
  botoes?: Botao[];
  /** At most ten rows, with titles of at most 24 letters and descriptions of at most 72. */
  lista?: { botao: string; linhas: (Botao & { descricao?: string })[] };
};

/** A place in somebody's agenda. `inicio` in minutes since the epoch. */
export type Parte = { profissionalId: number; inicio: number; servicos: readonly number[] };

/** What is being put together. `alvo`: the appointment that moves. */
export type Rascunho = {
  servicos: number[];
  /** Services of which one has to be chosen: "corte", where there is one for men and one for women. */
  duvidas: number[][];
  profissionalId: number | null;
  /** People of one name, or between whom "ou" stands, of whom one has to be chosen. */
  quais: number[];
  dias: Dias | null;
  horas: Horas | null;
  recusas: { dias: Dias[]; horas: Horas[]; profissionais: number[] };
  atendido: string | null;
  nome: string | null;
  alvo: MeuAgendamento | null;
  /** Starts that were offered already. */
  vistas: number[];
  /** What was chosen, while the name is still missing. */
  escolhido: Parte[] | null;
};

export type Pergunta =
  | { tipo: "nada" | "quando" | "nome" | "pessoa" | "quer_marcar" }
  | { tipo: "servico" | "profissional"; opcoes: number[] }
  | { tipo: "horario"; opcoes: Parte[][] }
  | { tipo: "confirmar"; partes: Parte[] }
  | { tipo: "qual"; para: "remarcar" | "cancelar"; opcoes: MeuAgendamento[] }
  | { tipo: "cancelar"; alvo: MeuAgendamento }
  | { tipo: "retomar" | "o_que_cancelar"; antes: Pergunta };

/** What is remembered between two messages; plain data. */
export type Estado = {
  v: 1;
  pergunta: Pergunta;
  rascunho: Rascunho | null;
  /** Names the last question, so that a tap on an older one is known. */
  ficha: number;
  naoEntendidas: number;
  /** Minute of the last message, and of the replies of the last hour. */
  ultimaEm: number;
  respondidas: number[];
  /** The last texts that came, to notice a machine at the other end. */
  ditas: string[];
  /** What was booked last, as it was told. */
  feito: string | null;
};

/** What the core asks for. Reads first, then writes that go through the ordinary commands. */
export type Pedido =
  | {
      tipo: "horarios";
      partes: { servicos: readonly number[]; duracaoMinutos?: number }[];
      /** Civil days, both included. */
      dias: Dias;
      exceto: number[];
    }
  | { tipo: "meusAgendamentos"; para: "listar" | "remarcar" | "cancelar" | "confirmar"; alvo: number | null }
  | { tipo: "reservar"; partes: Parte[]; exceto: number[] }
  | { tipo: "liberar" }
  | { tipo: "agendar"; partes: Parte[]; atendido: string | null; novoCliente: { nome: string; texto: string } | null }
  | { tipo: "remarcar"; alvo: MeuAgendamento; partes: Parte[] }
  | { tipo: "cancelar" | "confirmar"; alvo: MeuAgendamento }
  | { tipo: "chamarPessoa"; motivo: string }
  | { tipo: "avisos"; recebe: boolean };

/** Free starts of each asked part, by who could do it, ascending. */
export type Livres = { profissionalId: number; inicios: readonly number[] }[][];

export type Resultado =
  | { tipo: "horarios"; livres: Livres }
  | { tipo: "meusAgendamentos"; agendamentos: MeuAgendamento[] }
  | { tipo: "feito" }
  /** `ocupado`: somebody else has the place; `mudou`: the appointment is no longer as it was. */
  | { tipo: "recusado"; motivo: "ocupado" | "mudou" | "outro" };

/** What one step leads to. With a `pedido` the machinery answers it and goes on with `continuar`. */
export type Saida = { estado: Estado; respostas: Resposta[]; pedido?: Pedido };
