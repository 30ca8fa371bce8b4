"use client";

import { Copy, Eye, EyeOff, Pencil, Scissors, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { ColorDot } from "@/components/ui/color-dot";
import { Confirm } from "@/components/ui/confirm";
import type { MenuItem } from "@/components/ui/menu";
import { DataTable } from "@/components/ui/table/data-table";
import { RowTitle } from "@/components/ui/table/row-title";
import type { Column, Filter } from "@/components/ui/table/types";
import { toast } from "@/components/ui/toast";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverPreco } from "@/lib/domain/preco";
import type { Page, Result } from "@/lib/domain/result";
import {
  ativarServicoAction,
  desativarServicoAction,
  duplicarServicoAction,
  excluirServicoAction,
} from "@/lib/servicos/actions";
import type { ServicoDaLista } from "@/lib/servicos/queries";

const columns: Column<ServicoDaLista>[] = [
  {
    key: "nome",
    title: "Nome",
    cell: (servico) => (
      <RowTitle dot={<ColorDot cor={servico.cor} />}>
        {servico.nome}
        {!servico.ativo && <Badge>Inativo</Badge>}
      </RowTitle>
    ),
    sortable: true,
    phone: "title",
  },
  {
    key: "categoria",
    title: "Categoria",
    cell: (servico) => servico.categoria,
    sortable: true,
    wraps: true,
    phone: "subtitle",
  },
  { key: "duracao", title: "Duração", cell: (servico) => escreverMinutos(servico.duracaoMinutos), sortable: true },
  { key: "preco", title: "Preço", cell: escreverPreco, sortable: true, align: "right" },
];

type ServicosTableProps = { page: Page<ServicoDaLista>; categorias: string[]; podeEditar: boolean };

export function ServicosTable({ page, categorias, podeEditar }: ServicosTableProps) {
  const router = useRouter();
  const { run } = useCall();
  const [excluindo, setExcluindo] = useState<ServicoDaLista | null>(null);

  async function act<T>(fn: (chave: string) => Promise<Result<T>>, done: string, then?: (data: T) => void) {
    const answer = await run(fn);
    if (!answer.ok) return void toast.error(answer.error.message);
    toast.success(done);
    then?.(answer.data);
  }

  function actions(servico: ServicoDaLista): MenuItem[] {
    const visto = { id: servico.id, versao: servico.versao };
    return [
      { label: "Editar", icon: Pencil, href: `/servicos/${servico.id}` },
      {
        label: "Duplicar",
        icon: Copy,
        onSelect: () =>
          act(
            (chave) => duplicarServicoAction(visto, chave),
            "Cópia criada, ainda inativa.",
            ({ id }) => router.push(`/servicos/${id}`),
          ),
      },
      servico.ativo
        ? {
            label: "Desativar",
            icon: EyeOff,
            onSelect: () => act((chave) => desativarServicoAction(visto, chave), `${servico.nome} desativado.`),
          }
        : {
            label: "Ativar",
            icon: Eye,
            onSelect: () => act((chave) => ativarServicoAction(visto, chave), `${servico.nome} ativado.`),
          },
      { label: "Excluir", icon: Trash2, danger: true, onSelect: () => setExcluindo(servico) },
    ];
  }

  const filters: Filter[] = [
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
    {
      key: "categoria",
      label: "Categoria",
      type: "select",
      all: "Todas as categorias",
      options: categorias.map((categoria) => ({ value: categoria, label: categoria })),
    },
  ];

  return (
    <>
      <DataTable
        page={page}
        columns={columns}
        noun={{ one: "serviço", many: "serviços" }}
        initialSort="nome"
        search="Buscar serviço"
        filters={filters}
        href={(servico) => `/servicos/${servico.id}`}
        actions={podeEditar ? actions : undefined}
        empty={{
          icon: Scissors,
          title: "Nenhum serviço ainda",
          text: podeEditar
            ? "Cadastre o que a empresa faz, com preço e duração."
            : "O master ainda não cadastrou serviços.",
          action: podeEditar && <ButtonLink href="/servicos/novo">Novo serviço</ButtonLink>,
        }}
      />
      {excluindo && (
        <Confirm
          open
          onClose={() => setExcluindo(null)}
          title={`Excluir o serviço ${excluindo.nome}?`}
          verb="Excluir serviço"
          danger
          run={(chave) => excluirServicoAction({ id: excluindo.id, versao: excluindo.versao }, chave)}
          done="Serviço excluído."
        >
          <p>Ele sai da lista e não volta. Para deixar de oferecer sem perder o histórico, desative.</p>
        </Confirm>
      )}
    </>
  );
}
