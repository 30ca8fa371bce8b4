import { ReciboFolha } from "@/components/recibos/ReciboFolha";
import { PageHeader } from "@/components/ui/page-header";
import { verRecibo } from "@/lib/recibos/queries";
import { recordId, screen } from "@/lib/server/screen";

export const metadata = { title: "Recibo" };

export default screen<{ id: string }>("/agenda/recibo/[id]", async ({ actor, params }) => {
  const recibo = await verRecibo(actor, recordId(params.id));
  return (
    <>
      <PageHeader
        back={{ href: `/agenda?dia=${recibo.dia}&abrir=${recibo.id}`, label: "Agendamento" }}
        title="Recibo"
      />
      <ReciboFolha recibo={recibo} />
    </>
  );
});
