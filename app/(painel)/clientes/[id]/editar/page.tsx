import { EditarClienteForm } from "@/components/clientes/ClienteForm";
import { PageHeader } from "@/components/ui/page-header";
import { listarEtiquetas, verCliente } from "@/lib/clientes/queries";
import { recordId, screen } from "@/lib/server/screen";

export const metadata = { title: "Editar cliente" };

export default screen<{ id: string }>("/clientes/[id]/editar", async ({ actor, params }) => {
  const cliente = await verCliente(actor, recordId(params.id));
  return (
    <>
      <PageHeader title="Editar cliente" back={{ href: `/clientes/${cliente.id}`, label: cliente.nome }} />
      <EditarClienteForm cliente={cliente} etiquetas={await listarEtiquetas(actor)} />
    </>
  );
});
