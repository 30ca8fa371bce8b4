import { Suspense } from "react";
import { AuditoriaTable } from "@/components/auditoria/AuditoriaTable";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Filter } from "@/components/ui/table/types";
import { listarAuditoria, listarPessoas, nomearRegistro } from "@/lib/auditoria/queries";
import { filtroAuditoriaSchema, type FiltroAuditoria } from "@/lib/auditoria/schema";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { tiposAtor } from "@/lib/domain/auditoria";
import { areas, atos } from "@/lib/domain/permissoes";
import type { Actor } from "@/lib/server/actor";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Auditoria" };

const opcoes = (tabela: Record<string, string>) => Object.entries(tabela).map(([value, label]) => ({ value, label }));

const filtros = (pessoas: { id: number; nome: string }[], { area }: FiltroAuditoria): Filter[] => [
  {
    key: "quem",
    label: "Quem",
    type: "select",
    all: "Qualquer pessoa",
    options: [...pessoas.map(({ id, nome }) => ({ value: String(id), label: nome })), ...opcoes(tiposAtor)],
  },
  { key: "area", label: "Área", type: "select", all: "Todas as áreas", options: opcoes(areas) },
  {
    key: "ato",
    label: "Ato",
    type: "select",
    all: "Todos os atos",
    options: Object.entries(atos)
      .filter(([ato]) => !area || ato.startsWith(`${area}.`))
      .map(([value, { rotulo }]) => ({ value, label: rotulo })),
  },
  { key: "de", until: "ate", label: "Período", type: "period" },
];

async function Lista({ actor, filtro }: { actor: Actor; filtro: FiltroAuditoria }) {
  const [fuso, pessoas] = await Promise.all([fusoDaEmpresa(actor), listarPessoas(actor)]);
  const page = await listarAuditoria(actor, filtro, fuso);
  return <AuditoriaTable page={page} filters={filtros(pessoas, filtro)} fuso={fuso} />;
}

export default screen("/auditoria", async ({ actor, search }) => {
  const filtro = filtroAuditoriaSchema.parse(search);
  const { entidade, registro } = filtro;
  const deUm = entidade && registro ? await nomearRegistro(actor, entidade, registro) : null;
  return (
    <>
      <PageHeader title={deUm ? "Histórico" : "Auditoria"} hint={deUm ?? "Quem fez o quê, quando e em qual registro"}>
        {deUm && (
          <ButtonLink variant="secondary" href="/auditoria">
            Ver tudo
          </ButtonLink>
        )}
      </PageHeader>
      <Suspense fallback={<TableSkeleton />}>
        <Lista actor={actor} filtro={filtro} />
      </Suspense>
    </>
  );
});
