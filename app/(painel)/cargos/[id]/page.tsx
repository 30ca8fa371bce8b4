import { CargoForm } from "@/components/cargos/CargoForm";
import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { PageHeader } from "@/components/ui/page-header";
import { verCargo } from "@/lib/cargos/queries";
import { recordId, screen } from "@/lib/server/screen";

export const metadata = { title: "Cargo" };

export default screen<{ id: string }>("/cargos/[id]", async ({ actor, params }) => {
  const { funcionarios, ...cargo } = await verCargo(actor, recordId(params.id));
  const emUso = funcionarios === 1 ? "1 funcionário tem este cargo" : `${funcionarios} funcionários têm este cargo`;
  return (
    <>
      <PageHeader
        title={cargo.nome}
        hint={funcionarios ? emUso : "Ninguém tem este cargo ainda"}
        back={{ href: "/cargos", label: "Cargos" }}
      >
        <HistoryLink actor={actor} entidade="cargos" id={cargo.id} />
      </PageHeader>
      <CargoForm cargo={cargo} />
    </>
  );
});
