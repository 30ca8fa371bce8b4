import { Suspense } from "react";
import { ServicosTable } from "@/components/servicos/ServicosTable";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pode, rotas } from "@/lib/domain/permissoes";
import type { Usuario } from "@/lib/server/actor";
import { screen, type Search } from "@/lib/server/screen";
import { listarCategorias, listarServicos } from "@/lib/servicos/queries";
import { filtroServicosSchema } from "@/lib/servicos/schema";

export const metadata = { title: "Serviços" };

const podeEditar = (actor: Usuario) => pode(actor, rotas["/servicos/novo"].exige);

async function Lista({ actor, search }: { actor: Usuario; search: Search }) {
  const [page, categorias] = await Promise.all([
    listarServicos(actor, filtroServicosSchema.parse(search)),
    listarCategorias(actor),
  ]);
  return <ServicosTable page={page} categorias={categorias} podeEditar={podeEditar(actor)} />;
}

export default screen("/servicos", async ({ actor, search }) => (
  <>
    <PageHeader title="Serviços">
      {podeEditar(actor) && <ButtonLink href="/servicos/novo">Novo serviço</ButtonLink>}
    </PageHeader>
    <Suspense fallback={<TableSkeleton />}>
      <Lista actor={actor} search={search} />
    </Suspense>
  </>
));
