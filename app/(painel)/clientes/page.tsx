import { Suspense } from "react";
import { ClientesTable } from "@/components/clientes/ClientesTable";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Filter } from "@/components/ui/table/types";
import { listarClientes, listarEtiquetas } from "@/lib/clientes/queries";
import { filtroClientesSchema, visitas } from "@/lib/clientes/schema";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { meses } from "@/lib/domain/instantes";
import { pode, rotas } from "@/lib/domain/permissoes";
import { canaisConsentimento } from "@/lib/domain/pessoas";
import type { Usuario } from "@/lib/server/actor";
import { screen, type Search } from "@/lib/server/screen";

export const metadata = { title: "Clientes" };

const opcoes = (tabela: Record<string, string>) => Object.entries(tabela).map(([value, label]) => ({ value, label }));
const podeCadastrar = (actor: Usuario) => pode(actor, rotas["/clientes/novo"].exige);

const filtros = (etiquetas: string[]): Filter[] => [
  {
    key: "ativo",
    label: "Situação",
    type: "select",
    all: "Ativos e inativos",
    options: opcoes({ sim: "Só ativos", nao: "Só inativos" }),
  },
  {
    key: "etiqueta",
    label: "Etiqueta",
    type: "select",
    all: "Todas as etiquetas",
    options: etiquetas.map((etiqueta) => ({ value: etiqueta, label: etiqueta })),
  },
  {
    key: "visita",
    label: "Última visita",
    type: "select",
    all: "Qualquer última visita",
    options: opcoes(visitas),
  },
  {
    key: "aniversario",
    label: "Mês do aniversário",
    type: "select",
    all: "Qualquer aniversário",
    options: meses.map((mes, i) => ({ value: String(i + 1), label: `Aniversário em ${mes}` })),
  },
  {
    key: "consentimento",
    label: "Consentimento",
    type: "select",
    all: "Com e sem consentimento",
    options: [
      ...Object.entries(canaisConsentimento).map(([value, canal]) => ({ value, label: `Aceita ${canal}` })),
      { value: "nenhum", label: "Sem consentimento" },
    ],
  },
];

async function Lista({ actor, search }: { actor: Usuario; search: Search }) {
  const [page, etiquetas, fuso] = await Promise.all([
    listarClientes(actor, filtroClientesSchema.parse(search)),
    listarEtiquetas(actor),
    fusoDaEmpresa(actor),
  ]);
  return <ClientesTable page={page} filters={filtros(etiquetas)} fuso={fuso} podeEditar={podeCadastrar(actor)} />;
}

export default screen("/clientes", async ({ actor, search }) => (
  <>
    <PageHeader title="Clientes">
      {podeCadastrar(actor) && (
        <>
          <ButtonLink variant="secondary" href="/clientes/importar">
            Importar
          </ButtonLink>
          <ButtonLink href="/clientes/novo">Novo cliente</ButtonLink>
        </>
      )}
    </PageHeader>
    <Suspense fallback={<TableSkeleton />}>
      <Lista actor={actor} search={search} />
    </Suspense>
  </>
));
