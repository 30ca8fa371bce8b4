"use client";

import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { keysOf, type EmptyText, type Filter } from "./types";
import type { ListUrl } from "./use-list-url";

type NothingProps = { url: ListUrl; filters: readonly Filter[]; empty: EmptyText };

/** No rows: none at all, none on this page any more, or none for this question. Each says what to do. */
export function Nothing({ url, filters, empty }: NothingProps) {
  const asked = ["busca", ...filters.flatMap(keysOf)].filter((key) => url.params.has(key));
  if (url.params.has("depois") || url.params.has("antes"))
    return (
      <EmptyState
        icon={SearchX}
        title="Não há mais nada nesta página"
        action={
          <Button variant="secondary" onClick={() => url.set({})}>
            Voltar ao começo
          </Button>
        }
      />
    );
  if (asked.length > 0)
    return (
      <EmptyState
        icon={SearchX}
        title="Nada encontrado"
        action={
          <Button variant="secondary" onClick={() => url.set(Object.fromEntries(asked.map((key) => [key, null])))}>
            Limpar filtros
          </Button>
        }
      >
        Tente outra palavra ou menos filtros.
      </EmptyState>
    );
  return (
    <EmptyState icon={empty.icon} title={empty.title} action={empty.action}>
      {empty.text}
    </EmptyState>
  );
}
