import { Indice } from "@/components/relatorios/Indice";
import { PageHeader } from "@/components/ui/page-header";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Relatórios" };

export default screen("/relatorios", async () => (
  <>
    <PageHeader title="Relatórios" />
    <Indice />
  </>
));
