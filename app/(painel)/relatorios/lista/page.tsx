import { Acoes } from "@/components/relatorios/Acoes";
import { DetalhesLista } from "@/components/relatorios/DetalhesLista";
import { enderecoDe } from "@/components/relatorios/enderecos";
import { PageHeader } from "@/components/ui/page-header";
import { listarDetalhes, verRecorte } from "@/lib/detalhes/queries";
import { medidas } from "@/lib/domain/medidas";
import { pode, rotas } from "@/lib/domain/permissoes";
import { opcoesDoFiltro } from "@/lib/relatorios/queries";
import { filtroDetalheSchema, filtroEmPalavras, nomesDoFiltro } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Agendamentos de um número" };

export default screen("/relatorios/lista", async ({ actor, search }) => {
  const filtro = filtroDetalheSchema.parse(search);
  const now = new Date();
  const [detalhes, opcoes] = await Promise.all([listarDetalhes(actor, filtro, now), opcoesDoFiltro(actor, now)]);
  const recorte = detalhes.de && (await verRecorte(actor, detalhes.de));
  const arquivo = (formato: string) => enderecoDe("/api/relatorios/exportar", filtro, { relatorio: "lista", formato });
  const palavras = filtroEmPalavras(filtro, detalhes.dias, nomesDoFiltro(filtro, opcoes));
  return (
    <>
      <PageHeader
        title={medidas[filtro.medida].titulo}
        hint={[recorte, palavras].filter(Boolean).join(" · ")}
        back={{ href: "/relatorios", label: "Relatórios" }}
      >
        <Acoes arquivos={{ csv: arquivo("csv"), xlsx: arquivo("xlsx") }} />
      </PageHeader>
      <DetalhesLista detalhes={detalhes} filtro={filtro} abreAgenda={pode(actor, rotas["/agenda"].exige)} />
    </>
  );
});
