import { Suspense } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Quadro } from "@/lib/domain/quadro";
import { relatorios, visaoDe, type ChaveRelatorio } from "@/lib/domain/relatorios";
import { escreverDia } from "@/lib/domain/instantes";
import type { OpcoesDoFiltro } from "@/lib/relatorios/queries";
import { filtroEmPalavras, nomesDoFiltro, type FiltroRelatorio } from "@/lib/relatorios/schema";
import { Acoes } from "./Acoes";
import { Destaques } from "./Destaques";
import { enderecoDe } from "./enderecos";
import { FiltroBarra } from "./FiltroBarra";
import { filtroDosSumidos, filtrosDeAniversario, filtrosDoRelatorio } from "./filtros";
import { Grafico } from "./Grafico";
import { Paginas } from "./Paginas";
import { QuadroTable } from "./QuadroTable";
import { Visoes } from "./Visoes";

type RelatorioProps = {
  relatorio: ChaveRelatorio;
  filtro: FiltroRelatorio;
  dados: Promise<[Quadro, OpcoesDoFiltro]>;
  /** May open a client's page. */
  abreClientes?: boolean;
};

const dias = ({ de, ate }: Quadro["dias"]) =>
  de === ate ? escreverDia(de) : `${escreverDia(de)} a ${escreverDia(ate)}`;

async function Corpo({ relatorio, filtro, dados, abreClientes = false }: RelatorioProps) {
  const [quadro, opcoes] = await dados;
  const { visao } = visaoDe(relatorio, filtro.por);
  const endereco = (cursor: object) => enderecoDe(`/relatorios/${relatorio}`, filtro, cursor);
  const filtros = {
    inativos: () => [filtroDosSumidos],
    aniversarios: () => filtrosDeAniversario(filtro),
    todos: () => filtrosDoRelatorio(filtro, opcoes),
  };
  return (
    <div className="grid min-w-0 gap-5 *:min-w-0">
      <FiltroBarra filters={filtros[visao.lista ?? "todos"]()} />
      {visao.lista !== "inativos" && (
        <p className="text-sm text-muted">
          {filtroEmPalavras(filtro, quadro.dias, nomesDoFiltro(filtro, opcoes))}
          {quadro.total && `. Comparado com ${dias(quadro.diasAntes)}.`}
        </p>
      )}
      <Destaques quadro={quadro} filtro={filtro} />
      {quadro.linhas.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState title="Nada neste período">Escolha outro período ou tire um filtro.</EmptyState>
        </div>
      ) : (
        <>
          <Grafico quadro={quadro} filtro={filtro} />
          <QuadroTable quadro={quadro} filtro={filtro} abreClientes={abreClientes} />
        </>
      )}
      {quadro.paginas && <Paginas paginas={quadro.paginas} href={endereco} />}
    </div>
  );
}

/** One report: its looks, its filter, what is large, the chart and the table, all from one `Quadro`. */
export function Relatorio(props: RelatorioProps) {
  const { relatorio, filtro } = props;
  const arquivo = (formato: string) => enderecoDe("/api/relatorios/exportar", filtro, { relatorio, formato });
  return (
    <>
      <PageHeader
        title={relatorios[relatorio].titulo}
        hint={visaoDe(relatorio, filtro.por).visao.titulo}
        back={{ href: "/relatorios", label: "Relatórios" }}
      >
        <Acoes arquivos={{ csv: arquivo("csv"), xlsx: arquivo("xlsx") }} />
      </PageHeader>
      <div className="grid gap-5">
        <Visoes relatorio={relatorio} filtro={filtro} />
        <Suspense key={JSON.stringify(filtro)} fallback={<TableSkeleton />}>
          <Corpo {...props} />
        </Suspense>
      </div>
    </>
  );
}
