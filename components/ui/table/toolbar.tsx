"use client";

import clsx from "clsx";
import { ListFilter, SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Filters } from "./filters";
import { SearchBox } from "./search-box";
import { keysOf, type Column, type Filter } from "./types";
import type { ListUrl } from "./use-list-url";

type ToolbarProps<T> = {
  url: ListUrl;
  search?: string;
  filters: readonly Filter[];
  columns: readonly Column<T>[];
  sort: string;
  /** Without rows the list itself offers to clear the filters. */
  empty: boolean;
};

const counted = (active: readonly Filter[]) => (active.length > 0 ? ` (${active.length})` : "");

/**
 * Search and filters: up to three beside the search, of more the first two, the others behind "Pesquisa avançada". Phones
 * fold all of them and, since there are no headers to touch, the order.
 */
export function Toolbar<T>({ url, search, filters, columns, sort, empty }: ToolbarProps<T>) {
  const inSight = filters.length > 3 ? 2 : 3;
  const [first, more] = [filters.slice(0, inSight), filters.slice(inSight)];
  const isActive = (filter: Filter) => keysOf(filter).some((key) => url.params.has(key));
  const active = filters.filter(isActive);
  const [shown, setShown] = useState(false);
  const [advanced, setAdvanced] = useState(more.some(isActive));
  const sortable = columns.filter((column) => column.sortable);
  const folds = filters.length > 0 || sortable.length > 1;
  if (!search && !folds) return null;

  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {search && <SearchBox url={url} label={search} />}
      {folds && (
        <Button
          variant="secondary"
          className={clsx("@2xl:hidden", !search && "grow")}
          aria-expanded={shown}
          aria-controls="filtros"
          onClick={() => setShown(!shown)}
        >
          <ListFilter aria-hidden />
          Filtros{counted(active)}
        </Button>
      )}
      <div
        id="filtros"
        className={clsx("flex-wrap items-center gap-2 @max-2xl:w-full @2xl:contents", shown ? "flex" : "hidden")}
      >
        <Filters url={url} filters={first} />
        {more.length > 0 && (
          <Button
            variant="secondary"
            className="@max-2xl:hidden"
            aria-expanded={advanced}
            aria-controls="pesquisa-avancada"
            onClick={() => setAdvanced(!advanced)}
          >
            <SlidersHorizontal aria-hidden />
            Pesquisa avançada{counted(more.filter(isActive))}
          </Button>
        )}
        {more.length > 0 && (
          <div
            id="pesquisa-avancada"
            className={clsx(
              "order-1 flex-wrap items-center gap-2 @max-2xl:contents @2xl:w-full @2xl:rounded-lg @2xl:border @2xl:bg-surface @2xl:p-3",
              advanced ? "flex" : "hidden",
            )}
          >
            <Filters url={url} filters={more} />
          </div>
        )}
        {active.length > 0 && !empty && (
          <Button
            variant="ghost"
            onClick={() => url.set(Object.fromEntries(active.flatMap(keysOf).map((key) => [key, null])))}
          >
            <X aria-hidden />
            Limpar filtros
          </Button>
        )}
        {sortable.length > 0 && (
          <Select
            aria-label="Ordenar"
            value={sort}
            onChange={(event) => url.set({ ordem: event.target.value })}
            options={sortable.flatMap(({ key, title }) => [
              { value: key, label: `${title}, crescente` },
              { value: `-${key}`, label: `${title}, decrescente` },
            ])}
            className="@max-2xl:grow @2xl:hidden"
          />
        )}
      </div>
    </div>
  );
}
