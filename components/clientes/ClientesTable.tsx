"use client";

import { Users } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/table/data-table";
import { Email } from "@/components/ui/email";
import { RowTitle } from "@/components/ui/table/row-title";
import type { Column, Filter } from "@/components/ui/table/types";
import type { ClienteDaLista } from "@/lib/clientes/queries";
import { escreverDiaDoInstante } from "@/lib/domain/instantes";
import type { Page } from "@/lib/domain/result";
import { escreverTelefone } from "@/lib/domain/telefone";
import { ExportarClientes } from "./ExportarClientes";
import { useClienteAtos } from "./use-cliente-atos";

const nome = (cliente: ClienteDaLista) => (
  <RowTitle>
    {cliente.nome} {cliente.apelido && <span className="font-normal text-muted">“{cliente.apelido}”</span>}
    {!cliente.ativo && <Badge>Inativo</Badge>}
  </RowTitle>
);

const etiquetas = (cliente: ClienteDaLista) =>
  cliente.etiquetas.length === 0 ? null : (
    <span className="flex flex-wrap gap-1">
      {cliente.etiquetas.map((etiqueta) => (
        <Badge key={etiqueta}>{etiqueta}</Badge>
      ))}
    </span>
  );

const colunas = (fuso: string): Column<ClienteDaLista>[] => [
  { key: "nome", title: "Nome", cell: nome, sortable: true, phone: "title" },
  { key: "telefone", title: "Telefone", cell: (cliente) => escreverTelefone(cliente.telefone), phone: "subtitle" },
  {
    key: "email",
    title: "E-mail",
    cell: ({ email }) => email && <Email>{email}</Email>,
    wraps: true,
    spare: true,
    phone: "hidden",
  },
  { key: "etiquetas", title: "Etiquetas", cell: etiquetas, wraps: true },
  {
    key: "recente",
    title: "Última visita",
    cell: ({ ultimaVisitaEm }) => (
      <>
        {ultimaVisitaEm && (
          <span aria-hidden className="@2xl:hidden">
            veio em{" "}
          </span>
        )}
        {ultimaVisitaEm ? escreverDiaDoInstante(ultimaVisitaEm, fuso) : "nunca veio"}
      </>
    ),
    sortable: true,
  },
];

type ClientesTableProps = { page: Page<ClienteDaLista>; filters: Filter[]; fuso: string; podeEditar: boolean };

export function ClientesTable({ page, filters, fuso, podeEditar }: ClientesTableProps) {
  const { atosDe, dialogos } = useClienteAtos();
  const [columns] = useState(() => colunas(fuso));
  return (
    <>
      <DataTable
        page={page}
        columns={columns}
        noun={{ one: "cliente", many: "clientes" }}
        initialSort="-recente"
        search="Buscar por nome, telefone, e-mail ou CPF"
        filters={filters}
        href={(cliente) => `/clientes/${cliente.id}`}
        actions={podeEditar ? atosDe : undefined}
        footer={podeEditar && page.rows.length > 0 && <ExportarClientes />}
        empty={{
          icon: Users,
          title: "Nenhum cliente ainda",
          text: podeEditar ? "Cadastre quem a empresa atende: o nome basta para começar." : undefined,
          action: podeEditar && <ButtonLink href="/clientes/novo">Novo cliente</ButtonLink>,
        }}
      />
      {dialogos}
    </>
  );
}
