import { formasDePagamento, type FormaDePagamento } from "./agenda";
import { descreverMudancas, tiposAtor, type Mudanca, type TipoAtor } from "./auditoria";
import { escreverCentavos } from "./dinheiro";
import { atos, type ChaveAto } from "./permissoes";

type Valores = Record<string, unknown> | null;

/** A line of the trail about an appointment, its services or its payments. */
export type Rastro = {
  /** ISO instant. */
  em: string;
  atorTipo: string;
  /** The name of the person who acted, null for the machinery. */
  ator: string | null;
  ato: string;
  operacao: string;
  entidade: string;
  antes: Valores;
  depois: Valores;
  requisicao: string | null;
};

/** How records that the trail names by number are called. */
export type Nomes = Record<"funcionario_id" | "cliente_id" | "servico_id", ReadonlyMap<number, string>>;

/** One thing that somebody did to an appointment. `quando` is an ISO instant. */
export type Passo = { quando: string; quem: string; ato: string; rotulo: string; mudancas: Mudanca[] };

/** What the history tells of an appointment's own columns; the rest follows from these or from the act. */
const contadas = [
  "inicio",
  "fim",
  "atendido",
  "encaixe_motivo",
  "fora_do_horario",
  "observacoes",
  "valor_centavos",
  "valor_final_centavos",
  "cancelado_motivo",
  "cancelado_detalhe",
] as const;

const pessoas = { funcionario_id: "Profissional", cliente_id: "Cliente" } as const;

function recortar(valores: Valores, colunas: readonly string[]): Valores {
  return valores && Object.fromEntries(Object.entries(valores).filter(([coluna]) => colunas.includes(coluna)));
}

/** The number that a line gives for a column, in the name that it has now. */
function nomear(nomes: Nomes, coluna: keyof Nomes, valores: Valores): string | null {
  const id = valores?.[coluna];
  return typeof id === "number" ? (nomes[coluna].get(id) ?? `nº ${id}`) : null;
}

function doAgendamento({ antes, depois }: Rastro, nomes: Nomes, fuso: string): Mudanca[] {
  const mudou = (coluna: string) => coluna in { ...antes, ...depois };
  const trocas = (["funcionario_id", "cliente_id"] as const).filter(mudou).map((coluna) => ({
    campo: pessoas[coluna],
    antes: nomear(nomes, coluna, antes),
    depois: nomear(nomes, coluna, depois),
  }));
  // A move changes both ends; the end is told only when it alone changed.
  const colunas = mudou("inicio") ? contadas.filter((coluna) => coluna !== "fim") : contadas;
  return [
    ...descreverMudancas("agendamentos", recortar(antes, colunas), recortar(depois, colunas), fuso),
    ...trocas.filter((troca) => troca.antes !== null || troca.depois !== null),
  ];
}

function dosServicos(rastros: Rastro[], nomes: Nomes): Mudanca[] {
  const nomeados = (lado: "antes" | "depois") =>
    rastros.flatMap((rastro) => nomear(nomes, "servico_id", rastro[lado]) ?? []).join(" + ") || null;
  const troca = { campo: "Serviços", antes: nomeados("antes"), depois: nomeados("depois") };
  return troca.antes === troca.depois ? [] : [troca];
}

function dosPagamentos(rastros: Rastro[]): Mudanca[] {
  const escrever = (valores: Valores) =>
    valores?.forma
      ? `${escreverCentavos(Number(valores.valor_centavos))}, ${formasDePagamento[valores.forma as FormaDePagamento]}`
      : null;
  return rastros.map(({ antes, depois }) => ({
    campo: "Pagamento",
    antes: escrever(antes),
    depois: escrever(depois),
  }));
}

/**
 * The history of one appointment in words, the oldest first: what one request did in one act is one step.
 *
 * @param rastros of one appointment, in the order of the trail @param fuso the company's IANA zone
 */
export function contarHistoria(rastros: readonly Rastro[], nomes: Nomes, fuso: string): Passo[] {
  const pedidos = new Map<string, Rastro[]>();
  for (const rastro of rastros) {
    const chave = `${rastro.requisicao ?? rastro.em.slice(0, 19)} ${rastro.ato}`;
    pedidos.set(chave, [...(pedidos.get(chave) ?? []), rastro]);
  }
  return [...pedidos.values()].map((linhas) => {
    const primeira = linhas[0]!;
    const de = (entidade: string) => linhas.filter((linha) => linha.entidade === entidade);
    return {
      quando: primeira.em,
      quem: primeira.ator ?? tiposAtor[primeira.atorTipo as TipoAtor] ?? primeira.atorTipo,
      ato: primeira.ato,
      rotulo: atos[primeira.ato as ChaveAto]?.rotulo ?? primeira.ato,
      mudancas: [
        ...de("agendamentos").flatMap((linha) => doAgendamento(linha, nomes, fuso)),
        ...dosServicos(de("agendamento_servicos"), nomes),
        ...dosPagamentos(de("pagamentos")),
      ],
    };
  });
}
