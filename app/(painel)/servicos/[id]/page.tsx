import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { ServicoForm } from "@/components/servicos/ServicoForm";
import { ServicoResumo } from "@/components/servicos/ServicoResumo";
import { PageHeader } from "@/components/ui/page-header";
import { pode, rotas } from "@/lib/domain/permissoes";
import { recordId, screen } from "@/lib/server/screen";
import { listarCategorias, verServico } from "@/lib/servicos/queries";

export const metadata = { title: "Serviço" };

export default screen<{ id: string }>("/servicos/[id]", async ({ actor, params }) => {
  const servico = await verServico(actor, recordId(params.id));
  const podeEditar = pode(actor, rotas["/servicos/novo"].exige);
  return (
    <>
      <PageHeader title={servico.nome} back={{ href: "/servicos", label: "Serviços" }}>
        <HistoryLink actor={actor} entidade="servicos" id={servico.id} />
      </PageHeader>
      {podeEditar ? (
        <ServicoForm servico={servico} categorias={await listarCategorias(actor)} />
      ) : (
        <ServicoResumo servico={servico} />
      )}
    </>
  );
});
