import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Filter } from "@/components/ui/table/types";
import { UsuariosTable } from "@/components/usuarios/UsuariosTable";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { chavesPermissao, permissoes } from "@/lib/domain/permissoes";
import type { Actor } from "@/lib/server/actor";
import { screen, type Search } from "@/lib/server/screen";
import { listarUsuarios } from "@/lib/usuarios/queries";
import { entradas, filtroUsuariosSchema, tiposUsuario } from "@/lib/usuarios/schema";

export const metadata = { title: "Usuários" };

const opcoes = (tabela: Record<string, string>) => Object.entries(tabela).map(([value, label]) => ({ value, label }));

const filtros: Filter[] = [
  {
    key: "ativo",
    label: "Situação",
    type: "select",
    all: "Ativos e inativos",
    options: opcoes({ sim: "Só ativos", nao: "Só inativos" }),
  },
  { key: "tipo", label: "Tipo", type: "select", all: "Todos os tipos", options: opcoes(tiposUsuario) },
  {
    key: "permissao",
    label: "Permissão",
    type: "select",
    all: "Qualquer permissão",
    options: chavesPermissao.map((chave) => ({ value: chave, label: permissoes[chave].rotulo })),
  },
  {
    key: "entrou",
    label: "Última entrada",
    type: "select",
    all: "Qualquer última entrada",
    options: opcoes(entradas),
  },
];

async function Lista({ actor, search }: { actor: Actor; search: Search }) {
  const [page, fuso] = await Promise.all([
    listarUsuarios(actor, filtroUsuariosSchema.parse(search)),
    fusoDaEmpresa(actor),
  ]);
  return <UsuariosTable page={page} filters={filtros} fuso={fuso} />;
}

export default screen("/usuarios", async ({ actor, search }) => (
  <>
    <PageHeader title="Usuários" hint="Quem entra no sistema e o que cada um pode">
      <ButtonLink href="/usuarios/novo">Novo usuário</ButtonLink>
    </PageHeader>
    <Suspense fallback={<TableSkeleton />}>
      <Lista actor={actor} search={search} />
    </Suspense>
  </>
));
