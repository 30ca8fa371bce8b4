import { ServicoForm } from "@/components/servicos/ServicoForm";
import { PageHeader } from "@/components/ui/page-header";
import { screen } from "@/lib/server/screen";
import { listarCategorias } from "@/lib/servicos/queries";

export const metadata = { title: "Novo serviço" };

export default screen("/servicos/novo", async ({ actor }) => (
  <>
    <PageHeader title="Novo serviço" back={{ href: "/servicos", label: "Serviços" }} />
    <ServicoForm categorias={await listarCategorias(actor)} />
  </>
));
