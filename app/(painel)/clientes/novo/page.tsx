import { ClienteForm } from "@/components/clientes/ClienteForm";
import { PageHeader } from "@/components/ui/page-header";
import { listarEtiquetas } from "@/lib/clientes/queries";
import { verEmpresa } from "@/lib/configuracoes/queries";
import { textoDeConsentimento } from "@/lib/domain/pessoas";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Novo cliente" };

export default screen("/clientes/novo", async ({ actor }) => {
  const [etiquetas, empresa] = await Promise.all([listarEtiquetas(actor), verEmpresa(actor)]);
  return (
    <>
      <PageHeader title="Novo cliente" back={{ href: "/clientes", label: "Clientes" }} />
      <ClienteForm etiquetas={etiquetas} texto={textoDeConsentimento(empresa?.nome ?? "")} />
    </>
  );
});
