import { Suspense } from "react";
import { CargosTable } from "@/components/cargos/CargosTable";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { listarCargos } from "@/lib/cargos/queries";
import { listaSchema } from "@/lib/domain/lista";
import type { Actor } from "@/lib/server/actor";
import { screen, type Search } from "@/lib/server/screen";

export const metadata = { title: "Cargos" };

async function Lista({ actor, search }: { actor: Actor; search: Search }) {
  return <CargosTable page={await listarCargos(actor, listaSchema.parse(search))} />;
}

export default screen("/cargos", async ({ actor, search }) => (
  <>
    <PageHeader title="Cargos">
      <ButtonLink href="/cargos/novo">Novo cargo</ButtonLink>
    </PageHeader>
    <Suspense fallback={<TableSkeleton />}>
      <Lista actor={actor} search={search} />
    </Suspense>
  </>
));
