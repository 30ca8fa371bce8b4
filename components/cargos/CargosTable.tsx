"use client";

import { BriefcaseBusiness, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { DataTable } from "@/components/ui/table/data-table";
import type { Column } from "@/components/ui/table/types";
import { excluirCargoAction } from "@/lib/cargos/actions";
import type { CargoDaLista } from "@/lib/cargos/queries";
import type { Page } from "@/lib/domain/result";

const quantos = ({ funcionarios }: CargoDaLista) => (
  <>
    {funcionarios}
    <span aria-hidden className="@2xl:hidden">
      {funcionarios === 1 ? " funcionário" : " funcionários"}
    </span>
  </>
);

const columns: Column<CargoDaLista>[] = [
  { key: "nome", title: "Nome", cell: (cargo) => cargo.nome, sortable: true, phone: "title" },
  { key: "descricao", title: "Descrição", cell: (cargo) => cargo.descricao, grow: true, phone: "subtitle" },
  { key: "funcionarios", title: "Funcionários", cell: quantos, sortable: true, align: "right" },
];

export function CargosTable({ page }: { page: Page<CargoDaLista> }) {
  const [excluindo, setExcluindo] = useState<CargoDaLista | null>(null);
  return (
    <>
      <DataTable
        page={page}
        columns={columns}
        noun={{ one: "cargo", many: "cargos" }}
        initialSort="nome"
        search="Buscar cargo"
        href={(cargo) => `/cargos/${cargo.id}`}
        actions={(cargo) => [
          { label: "Editar", icon: Pencil, href: `/cargos/${cargo.id}` },
          { label: "Excluir", icon: Trash2, danger: true, onSelect: () => setExcluindo(cargo) },
        ]}
        empty={{
          icon: BriefcaseBusiness,
          title: "Nenhum cargo ainda",
          text: "Crie os cargos da sua equipe para depois cadastrar os funcionários.",
          action: <ButtonLink href="/cargos/novo">Novo cargo</ButtonLink>,
        }}
      />
      {excluindo && (
        <Confirm
          open
          onClose={() => setExcluindo(null)}
          title={`Excluir o cargo ${excluindo.nome}?`}
          verb="Excluir cargo"
          danger
          run={(chave) => excluirCargoAction({ id: excluindo.id, versao: excluindo.versao }, chave)}
          done="Cargo excluído."
        >
          <p>Ele sai da lista e não volta. Só dá para excluir um cargo que ninguém tem.</p>
        </Confirm>
      )}
    </>
  );
}
