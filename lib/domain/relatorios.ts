import type { ChaveColuna } from "./medidas";
import type { Recorte } from "./recortes";

/** What a report shows of one cut: its columns in order, the one that is drawn, those told in large above. */
export type Visao = {
  titulo: string;
  recorte: Recorte;
  colunas: readonly ChaveColuna[];
  principal: ChaveColuna;
  destaques: readonly ChaveColuna[];
  /** One shade per cell instead of bars. */
  calor?: true;
  /** Not of appointments but of clients themselves. */
  lista?: "inativos" | "aniversarios";
};

type Relatorio = { titulo: string; resumo: string; visoes: Record<string, Visao> };

/** The same columns by several cuts. */
const porCada = <K extends string>(
  cortes: Record<K, readonly [titulo: string, recorte: Recorte]>,
  visao: Omit<Visao, "titulo" | "recorte">,
) =>
  Object.fromEntries(
    Object.entries<readonly [string, Recorte]>(cortes).map(([chave, [titulo, recorte]]) => [
      chave,
      { titulo, recorte, ...visao },
    ]),
  ) as Record<K, Visao>;

const doPeriodo = {
  colunas: ["agendamentos", "abertos", "concluidos", "cancelados", "faltas"],
  principal: "agendamentos",
  destaques: ["agendamentos", "concluidos", "cancelados", "faltas"],
} as const satisfies Omit<Visao, "titulo" | "recorte">;

const doDesempenho = {
  colunas: [
    "agendamentos",
    "atendido",
    "marcado",
    "receita",
    "ticket",
    "faltas",
    "cancelados",
    "retornos",
    "taxaRetorno",
  ],
  principal: "receita",
  destaques: ["receita", "ticket", "atendido", "taxaRetorno"],
} as const satisfies Omit<Visao, "titulo" | "recorte">;

const doDinheiro = {
  colunas: ["concluidos", "receita", "ticket", "desconto", "acrescimo", "previsto"],
  principal: "receita",
  destaques: ["receita", "ticket", "desconto", "previsto"],
} as const satisfies Omit<Visao, "titulo" | "recorte">;

const dasFaltas = {
  colunas: ["agendamentos", "faltas", "taxaFaltas", "cancelados", "taxaCancelados", "perdido"],
  principal: "faltas",
  destaques: ["faltas", "taxaFaltas", "cancelados", "perdido"],
} as const satisfies Omit<Visao, "titulo" | "recorte">;

const dasMensagens = {
  colunas: ["enviadas", "entregues", "lidas", "taxaLidas", "falharam", "confirmaram"],
  principal: "enviadas",
  destaques: ["enviadas", "entregues", "falharam", "confirmaram"],
} as const satisfies Omit<Visao, "titulo" | "recorte">;

const deClientes = {
  recorte: "cliente",
  colunas: ["concluidos", "receita", "ticket", "faltas", "cancelados", "ultimaVisita"],
  destaques: ["concluidos", "receita", "novos", "retornos"],
} as const satisfies Partial<Visao>;

export const relatorios = {
  agendamentos: {
    titulo: "Agendamentos por período",
    resumo: "Quantos, quando, com quem e de onde vieram.",
    visoes: {
      ...porCada(
        {
          dia: ["Por dia", "dia"],
          semana: ["Por semana", "semana"],
          mes: ["Por mês", "mes"],
          situacao: ["Por situação", "situacao"],
          profissional: ["Por profissional", "profissional"],
          servico: ["Por serviço", "servico"],
          origem: ["Por origem", "origem"],
        },
        doPeriodo,
      ),
      horario: {
        titulo: "Por hora e dia da semana",
        recorte: "hora",
        colunas: ["seg", "ter", "qua", "qui", "sex", "sab", "dom", "agendamentos"],
        principal: "agendamentos",
        destaques: ["agendamentos"],
        calor: true,
      },
    },
  },
  desempenho: {
    titulo: "Desempenho",
    resumo: "Horas, ocupação, receita e retorno de cada profissional e serviço.",
    visoes: {
      profissional: {
        ...doDesempenho,
        titulo: "Por profissional",
        recorte: "profissional",
        colunas: [
          "agendamentos",
          "atendido",
          "marcado",
          "disponivel",
          "livre",
          "ocupacao",
          ...doDesempenho.colunas.slice(3),
        ],
        destaques: ["receita", "ticket", "ocupacao", "taxaRetorno"],
      },
      servico: { ...doDesempenho, titulo: "Por serviço", recorte: "servico" },
    },
  },
  clientes: {
    titulo: "Clientes",
    resumo: "Quem é novo, quem volta, quem gasta mais e quem sumiu.",
    visoes: {
      novos: {
        titulo: "Novos e que voltaram",
        recorte: "semana",
        colunas: ["concluidos", "novos", "retornos", "taxaRetorno", "semNome"],
        principal: "novos",
        destaques: ["novos", "retornos", "taxaRetorno", "semNome"],
      },
      frequentes: { ...deClientes, titulo: "Mais frequentes", principal: "concluidos" },
      gasto: { ...deClientes, titulo: "Quem gasta mais", principal: "receita" },
      faltas: {
        ...deClientes,
        titulo: "Quem falta",
        colunas: ["agendamentos", "faltas", "taxaFaltas", "cancelados", "perdido", "ultimaVisita"],
        principal: "faltas",
        destaques: ["faltas", "taxaFaltas", "cancelados", "perdido"],
      },
      inativos: {
        titulo: "Sumidos",
        recorte: "cliente",
        colunas: ["ultimaVisita", "diasSemVir", "telefone"],
        principal: "ultimaVisita",
        destaques: [],
        lista: "inativos",
      },
      aniversarios: {
        titulo: "Aniversários",
        recorte: "cliente",
        colunas: ["aniversario", "telefone", "ultimaVisita"],
        principal: "aniversario",
        destaques: [],
        lista: "aniversarios",
      },
    },
  },
  financeiro: {
    titulo: "Financeiro",
    resumo: "Receita por dia, forma de pagamento, serviço e profissional; descontos e o que está por vir.",
    visoes: {
      ...porCada({ dia: ["Por dia", "dia"], mes: ["Por mês", "mes"] }, doDinheiro),
      forma: {
        titulo: "Por forma de pagamento",
        recorte: "forma",
        colunas: ["concluidos", "receita"],
        principal: "receita",
        destaques: ["receita", "concluidos"],
      },
      ...porCada(
        { servico: ["Por serviço", "servico"], profissional: ["Por profissional", "profissional"] },
        doDinheiro,
      ),
    },
  },
  faltas: {
    titulo: "Faltas e cancelamentos",
    resumo: "Onde se perde, quanto se perde, e se o lembrete ajuda.",
    visoes: {
      ...porCada(
        {
          profissional: ["Por profissional", "profissional"],
          servico: ["Por serviço", "servico"],
          diaDaSemana: ["Por dia da semana", "diaDaSemana"],
          antecedencia: ["Por antecedência", "antecedencia"],
          lembrete: ["Efeito do lembrete", "confirmacao"],
          cliente: ["Por cliente", "cliente"],
        },
        dasFaltas,
      ),
      ...porCada(
        { aviso: ["Quando cancelam", "aviso"], motivo: ["Motivos", "motivo"] },
        {
          colunas: ["cancelados", "valorCancelado"],
          principal: "cancelados",
          destaques: ["cancelados", "valorCancelado"],
        },
      ),
    },
  },
  mensagens: {
    titulo: "Mensagens",
    resumo: "O que saiu, chegou, foi lido e confirmado pelo WhatsApp.",
    visoes: porCada(
      {
        assunto: ["Por mensagem", "assunto"],
        dia: ["Por dia", "dia"],
        profissional: ["Por profissional", "profissional"],
      },
      dasMensagens,
    ),
  },
} as const satisfies Record<string, Relatorio>;

export type ChaveRelatorio = keyof typeof relatorios;
export const chavesRelatorio = Object.keys(relatorios) as [ChaveRelatorio, ...ChaveRelatorio[]];

/** One look of a report; an unknown one is its first. */
export function visaoDe(relatorio: ChaveRelatorio, por: string | undefined): { chave: string; visao: Visao } {
  const visoes: Record<string, Visao> = relatorios[relatorio].visoes;
  const chave = por !== undefined && Object.hasOwn(visoes, por) ? por : Object.keys(visoes)[0]!;
  return { chave, visao: visoes[chave]! };
}
