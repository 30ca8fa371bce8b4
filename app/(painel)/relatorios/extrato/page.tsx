import { Acoes } from "@/components/relatorios/Acoes";
import { enderecoDe } from "@/components/relatorios/enderecos";
import { ExtratoFolha } from "@/components/relatorios/ExtratoFolha";
import { FiltroBarra } from "@/components/relatorios/FiltroBarra";
import { filtrosDoExtrato } from "@/components/relatorios/filtros";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { verExtrato } from "@/lib/detalhes/queries";
import { opcoesDoFiltro } from "@/lib/relatorios/queries";
import { filtroEmPalavras, filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Extrato do profissional" };

export default screen("/relatorios/extrato", async ({ actor, search }) => {
  const filtro = filtroRelatorioSchema.parse(search);
  const now = new Date();
  const opcoes = await opcoesDoFiltro(actor, now);
  const extrato = filtro.funcionario ? await verExtrato(actor, filtro, now) : undefined;
  const arquivo = (formato: string) =>
    enderecoDe("/api/relatorios/exportar", filtro, { relatorio: "extrato", formato });
  return (
    <>
      <PageHeader
        title={extrato ? `Extrato de ${extrato.quem}` : "Extrato do profissional"}
        hint={extrato && filtroEmPalavras({ ...filtro, situacao: undefined }, extrato.dias, {})}
        back={{ href: "/relatorios", label: "Relatórios" }}
      >
        {extrato && <Acoes arquivos={{ csv: arquivo("csv"), xlsx: arquivo("xlsx") }} />}
      </PageHeader>
      <div className="grid gap-5 *:min-w-0">
        <FiltroBarra filters={filtrosDoExtrato(filtro, opcoes)} />
        {extrato ? (
          <ExtratoFolha extrato={extrato} />
        ) : (
          <div className="rounded-lg border bg-surface">
            <EmptyState title="De quem é o extrato?">Escolha o profissional acima.</EmptyState>
          </div>
        )}
      </div>
    </>
  );
});
