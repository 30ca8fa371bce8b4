import { CargoForm } from "@/components/cargos/CargoForm";
import { PageHeader } from "@/components/ui/page-header";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Novo cargo" };

export default screen("/cargos/novo", async () => (
  <>
    <PageHeader title="Novo cargo" back={{ href: "/cargos", label: "Cargos" }} />
    <CargoForm />
  </>
));
