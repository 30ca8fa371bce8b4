import { AoVivo } from "@/components/agenda/AoVivo";
import { CaixaDia } from "@/components/fechamentos/CaixaDia";
import { PageHeader } from "@/components/ui/page-header";
import { verCaixa } from "@/lib/fechamentos/queries";
import { enderecoDoCaixaSchema } from "@/lib/fechamentos/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Fechar o dia" };

export default screen("/agenda/caixa", async ({ actor, search }) => {
  const { dia } = enderecoDoCaixaSchema.parse(search);
  const caixa = await verCaixa(actor, dia, new Date());
  return (
    <>
      <AoVivo />
      <PageHeader back={{ href: "/agenda", label: "Agenda" }} title="Fechar o dia" />
      <CaixaDia caixa={caixa} />
    </>
  );
});
