import { Suspense } from "react";
import { FuncionariosTable } from "@/components/funcionarios/FuncionariosTable";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pode, rotas } from "@/lib/domain/permissoes";
import { filtrosDeFuncionarios, listarFuncionarios } from "@/lib/funcionarios/queries";
import { filtroFuncionariosSchema } from "@/lib/funcionarios/schema";
import type { Usuario } from "@/lib/server/actor";
import { screen, type Search } from "@/lib/server/screen";

export const metadata = { title: "Funcionários" };

async function Lista({ actor, search }: { actor: Usuario; search: Search }) {
  const [page, escolhas] = await Promise.all([
    listarFuncionarios(actor, filtroFuncionariosSchema.parse(search)),
    filtrosDeFuncionarios(actor),
  ]);
  const poderes = { master: actor.master, podeAgendar: pode(actor, rotas["/agenda/pendencias"].exige) };
  return <FuncionariosTable page={page} escolhas={escolhas} {...poderes} />;
}

export default screen("/funcionarios", async ({ actor, search }) => (
  <>
    <PageHeader title="Funcionários">
      <ButtonLink href="/funcionarios/novo">Novo funcionário</ButtonLink>
    </PageHeader>
    <Suspense fallback={<TableSkeleton />}>
      <Lista actor={actor} search={search} />
    </Suspense>
  </>
));
