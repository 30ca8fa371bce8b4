"use client";

import type { ReactTable, RowData } from "@tanstack/react-table";
import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { inWideTable } from "./body-row";
import type { TableFeatureSet } from "./data-table";
import type { Column } from "./types";

type HeaderRowProps<T extends RowData> = {
  table: ReactTable<TableFeatureSet, T>;
  columns: readonly Column<T>[];
  actions: boolean;
};

const icons = { asc: ArrowUp, desc: ArrowDown, none: ChevronsUpDown };
const ariaSort = { asc: "ascending", desc: "descending" } as const;

/** The titles, which stay in sight while the rows go by; touching one orders by it. */
export function HeaderRow<T extends RowData>({ table, columns, actions }: HeaderRowProps<T>) {
  return (
    <tr
      role="row"
      className="sticky top-(--top-bar,0px) z-10 col-span-full grid grid-cols-subgrid border-b bg-surface print:static"
    >
      {columns.map(({ key, title, align, spare }) => {
        const column = table.getColumn(key);
        const sorted = column?.getIsSorted() || "none";
        const Icon = icons[sorted];
        return (
          <th
            key={key}
            role="columnheader"
            scope="col"
            aria-sort={sorted === "none" ? undefined : ariaSort[sorted]}
            className={clsx(
              "flex min-h-11 items-center px-4",
              align === "right" && "justify-end",
              spare && inWideTable,
            )}
          >
            {column?.getCanSort() ? (
              <button
                type="button"
                onClick={column.getToggleSortingHandler()}
                className={clsx(
                  "-mx-2 flex h-11 items-center gap-1 rounded-sm px-2 text-sm font-medium -outline-offset-2 hover:text-foreground",
                  sorted === "none" ? "text-muted" : "text-foreground",
                )}
              >
                {title}
                <Icon aria-hidden className={clsx("size-3.5", sorted === "none" && "opacity-50")} />
              </button>
            ) : (
              <span className="text-sm font-medium text-muted">{title}</span>
            )}
          </th>
        );
      })}
      {actions && (
        <th role="columnheader" scope="col">
          <span className="sr-only">Ações</span>
        </th>
      )}
    </tr>
  );
}
