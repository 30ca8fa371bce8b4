"use client";

import { IdCard, Pencil, Trash2, UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { ColorDot } from "@/components/ui/color-dot";
import { Confirm } from "@/components/ui/confirm";
import type { MenuItem } from "@/components/ui/menu";
import { DataTable } from "@/components/ui/table/data-table";
import { RowTitle } from "@/components/ui/table/row-title";
import type { Column, Filter } from "@/components/ui/table/types";
import { escreverDia } from "@/lib/domain/instantes";
import type { Page } from "@/lib/domain/result";
import { excluirFuncionarioAction } from "@/lib/funcionarios/actions";
import type { FuncionarioDaLista } from "@/lib/funcionarios/queries";
import { AtivarFuncionario, DesativarFuncionario, type Poderes } from "./SituacaoDialogs";

/** A nickname that is only the first name says nothing new. */
const apelidoQueDiz = ({ nome, apelido }: FuncionarioDaLista) =>
  apelido && apelido !== nome.split(" ")[0] ? ` (${apelido})` : "";

const soNoCelular = (texto: string) => (
  <span aria-hidden className="whitespace-pre @2xl:hidden">
    {texto}
  </span>
);

const columns: Column<FuncionarioDaLista>[] = [
  {
    key: "nome",
    title: "Nome",
    cell: (funcionario) => (
      <RowTitle dot={<ColorDot cor={funcionario.cor} />}>
        {funcionario.nome}
        {apelidoQueDiz(funcionario)}
        {!funcionario.ativo && <Badge>Inativo</Badge>}
      </RowTitle>
    ),
    sortable: true,
    phone: "title",
  },
  {
    key: "cargo",
    title: "Cargo",
    cell: (funcionario) => funcionario.cargo,
    sortable: true,
    wraps: true,
    phone: "subtitle",
  },
  {
    key: "servicos",
    title: "Serviços",
    cell: ({ servicos }) => (
      <>
        {servicos}
        {soNoCelular(servicos === 1 ? " serviço" : " serviços")}
      </>
    ),
    sortable: true,
    align: "right",
  },
  {
    key: "admissao",
    title: "Admissão",
    cell: ({ admissao }) =>
      admissao && (
        <>
          {soNoCelular("Desde ")}
          {escreverDia(admissao)}
        </>
      ),
    sortable: true,
  },
];

type Nomeado = { id: number; nome: string };
const opcoes = (lista: Nomeado[]) => lista.map(({ id, nome }) => ({ value: String(id), label: nome }));

const filtros = ({ cargos, servicos }: Record<"cargos" | "servicos", Nomeado[]>): Filter[] => [
  {
    key: "ativo",
    label: "Situação",
    type: "select",
    all: "Ativos e inativos",
    options: [
      { value: "sim", label: "Só ativos" },
      { value: "nao", label: "Só inativos" },
    ],
  },
  { key: "cargo", label: "Cargo", type: "select", all: "Todos os cargos", options: opcoes(cargos) },
  { key: "servico", label: "Serviço", type: "select", all: "Qualquer serviço", options: opcoes(servicos) },
  { key: "de", until: "ate", label: "Admissão", type: "period" },
];

type FuncionariosTableProps = {
  page: Page<FuncionarioDaLista>;
  escolhas: Record<"cargos" | "servicos", Nomeado[]>;
} & Poderes;

type Aberto = { dialogo: "ativar" | "desativar" | "excluir"; funcionario: FuncionarioDaLista };

export function FuncionariosTable({ page, escolhas, ...poderes }: FuncionariosTableProps) {
  const [aberto, setAberto] = useState<Aberto | null>(null);
  const fechar = () => setAberto(null);

  function actions(funcionario: FuncionarioDaLista): MenuItem[] {
    const abrir = (dialogo: Aberto["dialogo"]) => () => setAberto({ dialogo, funcionario });
    return [
      { label: "Editar", icon: Pencil, href: `/funcionarios/${funcionario.id}` },
      funcionario.ativo
        ? { label: "Desativar", icon: UserX, onSelect: abrir("desativar") }
        : { label: "Ativar", icon: UserCheck, onSelect: abrir("ativar") },
      { label: "Excluir", icon: Trash2, danger: true, onSelect: abrir("excluir") },
    ];
  }

  return (
    <>
      <DataTable
        page={page}
        columns={columns}
        noun={{ one: "funcionário", many: "funcionários" }}
        initialSort="nome"
        search="Buscar funcionário"
        filters={filtros(escolhas)}
        href={(funcionario) => `/funcionarios/${funcionario.id}`}
        actions={actions}
        empty={{
          icon: IdCard,
          title: "Nenhum funcionário ainda",
          text: "Cadastre quem atende os clientes, mesmo quem não usa o computador.",
          action: <ButtonLink href="/funcionarios/novo">Novo funcionário</ButtonLink>,
        }}
      />
      {aberto?.dialogo === "desativar" && (
        <DesativarFuncionario funcionario={aberto.funcionario} {...poderes} onClose={fechar} />
      )}
      {aberto?.dialogo === "ativar" && <AtivarFuncionario funcionario={aberto.funcionario} onClose={fechar} />}
      {aberto?.dialogo === "excluir" && <Excluir funcionario={aberto.funcionario} onClose={fechar} />}
    </>
  );
}

function Excluir({ funcionario, onClose }: { funcionario: FuncionarioDaLista; onClose: () => void }) {
  const { id, versao, nome, usuarioId } = funcionario;
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Excluir ${nome}?`}
      verb="Excluir funcionário"
      danger
      run={(chave) => excluirFuncionarioAction({ id, versao }, chave)}
      done="Funcionário excluído."
    >
      <p>O cadastro e a lista de serviços que faz saem daqui e não voltam. Para manter o histórico, desative.</p>
      {usuarioId && <p>O usuário com que entra no sistema não é excluído.</p>}
    </Confirm>
  );
}
