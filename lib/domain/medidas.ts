/**
 * What the reports count. A measure is a sum over appointments, so that each of its numbers is the total of a list of
 * them; a ratio is made of two measures. The database's side is in `lib/recortes/queries.ts`.
 */

export type Tipo = "inteiro" | "centavos" | "duracao" | "percentual" | "telefone" | "dia";

type Medida = { titulo: string; tipo: "inteiro" | "centavos" | "duracao"; definicao: string };

const conta = (titulo: string, definicao: string): Medida => ({ titulo, tipo: "inteiro", definicao });
const soma = (titulo: string, definicao: string): Medida => ({ titulo, tipo: "centavos", definicao });
const tempo = (titulo: string, definicao: string): Medida => ({ titulo, tipo: "duracao", definicao });
const noDia = (titulo: string) => conta(titulo, "Agendamentos que começam neste dia da semana e nesta hora.");

export const medidas = {
  agendamentos: conta("Agendamentos", "Todos os que começam no período, em qualquer situação."),
  abertos: conta("Em aberto", "Agendados e confirmados que ainda não foram concluídos."),
  concluidos: conta("Concluídos", "Atendimentos que aconteceram e foram concluídos."),
  faltas: conta("Faltas", "Agendamentos em que o cliente não veio."),
  cancelados: conta("Cancelados", "Agendamentos cancelados, por quem quer que seja."),
  confirmados: conta("Confirmados", "Agendamentos que o cliente confirmou, também os que depois mudaram de situação."),
  esperados: conta("Esperados", "Concluídos mais faltas: os clientes que deviam ter vindo."),
  receita: soma("Receita", "O que foi cobrado nos atendimentos concluídos, pelo dia do atendimento."),
  previsto: soma("Previsto", "O valor combinado do que está agendado ou confirmado."),
  perdido: soma("Perdido", "O valor combinado dos agendamentos que faltaram ou foram cancelados."),
  valorCancelado: soma("Valor cancelado", "O valor combinado dos agendamentos que foram cancelados."),
  desconto: soma("Descontos", "Quanto se cobrou a menos do que estava combinado, nos concluídos."),
  acrescimo: soma("Acréscimos", "Quanto se cobrou a mais do que estava combinado, nos concluídos."),
  atendido: tempo("Horas atendidas", "A duração dos atendimentos concluídos."),
  marcado: tempo("Horas ocupadas", "A duração do que está agendado, confirmado ou concluído."),
  novos: conta("Clientes novos", "Atendimentos concluídos que foram o primeiro do cliente na empresa."),
  retornos: conta("Clientes que voltaram", "Atendimentos concluídos de quem já tinha sido atendido antes."),
  semNome: conta("Sem cadastro", "Atendimentos concluídos sem um cliente cadastrado."),
  enviadas: conta("Enviadas", "Mensagens que saíram, dos agendamentos que começam no período."),
  entregues: conta("Entregues", "Mensagens que chegaram ao aparelho do cliente."),
  lidas: conta("Lidas", "Mensagens que o cliente abriu, quando o WhatsApp conta."),
  falharam: conta("Não saíram", "Mensagens que o WhatsApp recusou ou que perderam o sentido."),
  confirmaram: conta("Confirmaram", "Agendamentos com mensagem enviada que o cliente confirmou."),
  dom: noDia("Dom"),
  seg: noDia("Seg"),
  ter: noDia("Ter"),
  qua: noDia("Qua"),
  qui: noDia("Qui"),
  sex: noDia("Sex"),
  sab: noDia("Sáb"),
} as const satisfies Record<string, Medida>;

export type ChaveMedida = keyof typeof medidas;
export const chavesMedida = Object.keys(medidas) as [ChaveMedida, ...ChaveMedida[]];

/** Of the working hours of a professional; not the sum of appointments. */
const horas = {
  disponivel: tempo("Horas disponíveis", "O expediente do profissional no período, menos os bloqueios."),
  livre: tempo("Horas livres", "As horas disponíveis menos as ocupadas; nunca menos que zero."),
} as const;

type Razao = {
  titulo: string;
  tipo: "percentual" | "centavos";
  definicao: string;
  de: readonly [ChaveMedida, ChaveMedida | "disponivel"];
};

export const razoes = {
  ticket: {
    titulo: "Ticket médio",
    tipo: "centavos",
    definicao: "A receita dividida pelos atendimentos concluídos.",
    de: ["receita", "concluidos"],
  },
  taxaFaltas: {
    titulo: "% de faltas",
    tipo: "percentual",
    definicao: "De cada cem clientes esperados (concluídos mais faltas), quantos não vieram.",
    de: ["faltas", "esperados"],
  },
  taxaCancelados: {
    titulo: "% de cancelados",
    tipo: "percentual",
    definicao: "De cada cem agendamentos, quantos foram cancelados.",
    de: ["cancelados", "agendamentos"],
  },
  taxaRetorno: {
    titulo: "% de retorno",
    tipo: "percentual",
    definicao: "De cada cem atendimentos concluídos, quantos são de quem já tinha sido atendido antes.",
    de: ["retornos", "concluidos"],
  },
  taxaLidas: {
    titulo: "% de lidas",
    tipo: "percentual",
    definicao: "De cada cem mensagens enviadas, quantas o cliente abriu.",
    de: ["lidas", "enviadas"],
  },
  ocupacao: {
    titulo: "Ocupação",
    tipo: "percentual",
    definicao: "As horas ocupadas divididas pelas disponíveis; passa de 100% com encaixes e fora do expediente.",
    de: ["marcado", "disponivel"],
  },
} as const satisfies Record<string, Razao>;

export type ChaveRazao = keyof typeof razoes;

/** What a client's row tells besides its numbers. */
const textos = {
  telefone: { titulo: "Telefone", tipo: "telefone", definicao: "O telefone do cadastro." },
  ultimaVisita: { titulo: "Última visita", tipo: "dia", definicao: "O dia do último atendimento concluído." },
  diasSemVir: { titulo: "Dias sem vir", tipo: "inteiro", definicao: "Quantos dias desde a última visita até hoje." },
  aniversario: { titulo: "Aniversário", tipo: "dia", definicao: "O dia em que faz anos dentro do período." },
} as const satisfies Record<string, { titulo: string; tipo: Tipo; definicao: string }>;

export const colunas = { ...medidas, ...horas, ...razoes, ...textos };
export type ChaveColuna = keyof typeof colunas;

export const ehMedida = (chave: string): chave is ChaveMedida => Object.hasOwn(medidas, chave);
const ehRazao = (chave: string): chave is ChaveRazao => Object.hasOwn(razoes, chave);

/** The measures that some columns are made of. */
export const medidasDe = (chaves: readonly ChaveColuna[]): ChaveMedida[] => [
  ...new Set(chaves.flatMap((chave) => (ehRazao(chave) ? razoes[chave].de : [chave])).filter(ehMedida)),
];

/** One part of another, nothing of nothing being nothing: money in whole centavos, percentages to a tenth. */
export function razao(chave: ChaveRazao, valores: Partial<Record<string, number>>): number {
  const [parte, todo] = razoes[chave].de.map((medida) => valores[medida] ?? 0) as [number, number];
  if (todo === 0) return 0;
  return razoes[chave].tipo === "centavos" ? Math.round(parte / todo) : Math.round((parte * 1_000) / todo) / 10;
}

/** The numbers of these columns, ratios calculated from their measures. */
export const calcular = (chaves: readonly ChaveColuna[], valores: Partial<Record<string, number>>) =>
  Object.fromEntries(chaves.map((chave) => [chave, ehRazao(chave) ? razao(chave, valores) : (valores[chave] ?? 0)]));
