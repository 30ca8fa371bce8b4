"use client";

import { Users } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/table/data-table";
import { Email } from "@/components/ui/email";
import { RowTitle } from "@/components/ui/table/row-title";
import type { Column, Filter } from "@/components/ui/table/types";
import { escreverInstante } from "@/lib/domain/instantes";
import { permissoes } from "@/lib/domain/permissoes";
import type { Page } from "@/lib/domain/result";
import { escreverTelefone } from "@/lib/domain/telefone";
import type { UsuarioDaLista } from "@/lib/usuarios/queries";
import { useUsuarioAtos } from "./use-usuario-atos";

function oQuePode(usuario: UsuarioDaLista): string {
  if (usuario.master) return "Pode tudo";
  const frases = usuario.permissoes.map((chave) => permissoes[chave].rotulo.replace(/^Pode /, ""));
  return frases.length ? `Pode ${frases.join("; ")}` : "Só vê serviços e preços";
}

const colunas = (fuso: string): Column<UsuarioDaLista>[] => [
  {
    key: "nome",
    title: "Nome",
    cell: (usuario) => (
      <RowTitle>
        {usuario.nome}
        {usuario.voce && <Badge tone="info">Você</Badge>}
        {usuario.master && <Badge tone="brand">Master</Badge>}
        {!usuario.ativo && <Badge>Inativo</Badge>}
      </RowTitle>
    ),
    sortable: true,
    phone: "title",
  },
  {
    key: "email",
    title: "E-mail",
    cell: ({ email }) => email && <Email>{email}</Email>,
    sortable: true,
    wraps: true,
    phone: "subtitle",
  },
  { key: "telefone", title: "Telefone", cell: (usuario) => escreverTelefone(usuario.telefone), spare: true },
  { key: "permissoes", title: "O que pode", cell: oQuePode, grow: true },
  {
    key: "ultimaEntrada",
    title: "Última entrada",
    cell: (usuario) => (usuario.ultimaEntrada ? escreverInstante(usuario.ultimaEntrada, fuso) : "nunca entrou"),
    spare: true,
  },
];

type UsuariosTableProps = { page: Page<UsuarioDaLista>; filters: Filter[]; fuso: string };

export function UsuariosTable({ page, filters, fuso }: UsuariosTableProps) {
  const { atosDe, dialogos } = useUsuarioAtos();
  const [columns] = useState(() => colunas(fuso));
  return (
    <>
      <DataTable
        page={page}
        columns={columns}
        noun={{ one: "usuário", many: "usuários" }}
        initialSort="nome"
        search="Buscar por nome, e-mail ou telefone"
        filters={filters}
        href={(usuario) => `/usuarios/${usuario.id}`}
        actions={atosDe}
        empty={{ icon: Users, title: "Nenhum usuário" }}
      />
      {dialogos}
    </>
  );
}
