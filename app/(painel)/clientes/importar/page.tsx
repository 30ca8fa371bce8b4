import { ImportacaoPainel } from "@/components/importacoes/ImportacaoPainel";
import { PageHeader } from "@/components/ui/page-header";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Importar clientes" };

export default screen("/clientes/importar", async () => (
  <>
    <PageHeader title="Importar clientes" back={{ href: "/clientes", label: "Clientes" }} />
    <ImportacaoPainel />
  </>
));
