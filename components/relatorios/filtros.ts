import type { Filter } from "@/components/ui/table/types";
import { origens, situacoes } from "@/lib/domain/agenda";
import { periodos } from "@/lib/domain/periodos";
import type { OpcoesDoFiltro } from "@/lib/relatorios/queries";
import { chavesDeSumico, type FiltroRelatorio } from "@/lib/relatorios/schema";

const opcoes = (tabela: Record<string, string>) => Object.entries(tabela).map(([value, label]) => ({ value, label }));
const nomes = (linhas: OpcoesDoFiltro["profissional"]) =>
  linhas.map(({ id, nome, ativo }) => ({ value: String(id), label: ativo ? nome : `${nome} (inativo)` }));

const { d30: padrao, ...outros } = periodos;

const profissional = (linhas: OpcoesDoFiltro["profissional"], all: string): Filter => ({
  ...{ key: "funcionario", label: "Profissional", type: "select", all },
  options: nomes(linhas),
});

const periodo = (filtro: FiltroRelatorio): Filter[] => [
  { key: "periodo", label: "Período", type: "select", all: padrao, options: opcoes(outros) },
  ...(filtro.periodo === "datas" ? [{ key: "de", until: "ate", label: "Datas", type: "period" } satisfies Filter] : []),
];

/** The controls of the bar: ready periods first, dates of one's own when they are chosen. */
export const filtrosDoRelatorio = (filtro: FiltroRelatorio, de: OpcoesDoFiltro): Filter[] => [
  ...periodo(filtro),
  profissional(de.profissional, "Todos os profissionais"),
  { key: "servico", label: "Serviço", type: "select", all: "Todos os serviços", options: nomes(de.servico) },
  { key: "situacao", label: "Situação", type: "select", all: "Qualquer situação", options: opcoes(situacoes) },
  { key: "origem", label: "Origem", type: "select", all: "Qualquer origem", options: opcoes(origens) },
];

/** A statement is of one professional. */
export const filtrosDoExtrato = (filtro: FiltroRelatorio, de: OpcoesDoFiltro): Filter[] => [
  profissional(de.profissional, "Escolha o profissional"),
  ...periodo(filtro),
];

/** Of who is gone: since when. */
export const filtroDosSumidos: Filter = {
  ...{ key: "sumidos", label: "Sem vir há", type: "select", all: "Sem vir há 60 dias" },
  options: chavesDeSumico
    .filter((dias) => dias !== "60")
    .map((dias) => ({ value: dias, label: `Sem vir há ${dias} dias` })),
};

/** Of birthdays only the period counts. */
export const filtrosDeAniversario = periodo;
