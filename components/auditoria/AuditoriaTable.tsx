"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { DataTable } from "@/components/ui/table/data-table";
import type { Column, Filter } from "@/components/ui/table/types";
import type { LinhaAuditoria } from "@/lib/auditoria/queries";
import { tiposAtor } from "@/lib/domain/auditoria";
import { escreverInstanteExato } from "@/lib/domain/instantes";
import type { Page } from "@/lib/domain/result";
import { Mudancas } from "./Mudancas";

function quem({ quem: { tipo, nome } }: LinhaAuditoria): string {
  if (tipo === "usuario") return nome ?? "Pessoa removida";
  return nome ? `${tiposAtor[tipo]} (${nome})` : tiposAtor[tipo];
}

const colunas = (fuso: string): Column<LinhaAuditoria>[] => [
  { key: "em", title: "Quando", cell: (linha) => escreverInstanteExato(linha.em, fuso) },
  { key: "quem", title: "Quem", cell: quem, wraps: true, phone: "subtitle" },
  { key: "ato", title: "O quê", cell: (linha) => <Ato linha={linha} />, phone: "title" },
  { key: "mudancas", title: "Antes e depois", cell: (linha) => <Mudancas linha={linha} />, grow: true },
];

function Ato({ linha: { ato, tipo, registro, href } }: { linha: LinhaAuditoria }) {
  return (
    <span className="grid">
      {ato}
      {registro && (
        <span className="text-sm font-normal text-muted">
          {tipo}{" "}
          {href ? (
            <Link href={href} prefetch={false} className="text-brand-text underline underline-offset-4">
              {registro}
            </Link>
          ) : (
            registro
          )}
        </span>
      )}
    </span>
  );
}

type AuditoriaTableProps = { page: Page<LinhaAuditoria>; filters: readonly Filter[]; fuso: string };

export function AuditoriaTable({ page, filters, fuso }: AuditoriaTableProps) {
  const columns = useMemo(() => colunas(fuso), [fuso]);
  return (
    <DataTable
      page={page}
      columns={columns}
      noun={{ one: "registro", many: "registros" }}
      initialSort="-em"
      search="Buscar por nome do registro"
      filters={filters}
      empty={{ icon: History, title: "Nada aconteceu ainda" }}
    />
  );
}
