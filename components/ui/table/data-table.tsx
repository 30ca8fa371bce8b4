"use client";

import {
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from "@tanstack/react-table";
import { useMemo, type CSSProperties, type KeyboardEvent, type ReactNode } from "react";
import type { MenuItem } from "@/components/ui/menu";
import type { Page } from "@/lib/domain/result";
import { HeaderRow } from "./header-row";
import { Nothing } from "./nothing";
import { Pager } from "./pager";
import { BodyRow } from "./body-row";
import { Toolbar } from "./toolbar";
import type { Column, EmptyText, Filter, Noun } from "./types";
import { useListUrl } from "./use-list-url";

const features = tableFeatures({ rowSortingFeature });
export type TableFeatureSet = typeof features;

type DataTableProps<T> = {
  page: Page<T>;
  /** Defined once per room, outside its component. */
  columns: readonly Column<T>[];
  noun: Noun;
  /** The server's order when the URL names none: `nome`, `-criadoEm`. */
  initialSort: string;
  /** The label of the search box: `Buscar serviço`. Without it there is none. */
  search?: string;
  filters?: readonly Filter[];
  /** Where a row leads: the whole row becomes a link. */
  href?: (row: T) => string;
  actions?: (row: T) => readonly MenuItem[];
  empty: EmptyText;
  /** Stands beside the count, e.g. an export. */
  footer?: ReactNode;
};

const readSort = (ordem: string): SortingState => [{ id: ordem.replace(/^-/, ""), desc: ordem.startsWith("-") }];
const writeSort = ([sort]: SortingState) => sort && `${sort.desc ? "-" : ""}${sort.id}`;

/** How wide a column is: what is short is never cut or broken. */
function track<T>({ phone, grow, wraps }: Column<T>) {
  if (phone === "title") return "minmax(min(14rem,25%),1fr)";
  if (grow) return "minmax(10rem,1fr)";
  return wraps ? "fit-content(17.5rem)" : "auto";
}

/** Arrows, Home and End move the focus along the rows' links; down from the search box goes to the first. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row-link]")];
  const at = links.indexOf(event.target as HTMLElement);
  const fromSearch = event.target instanceof HTMLInputElement && event.target.name === "busca";
  const steps: Record<string, number> = fromSearch
    ? { ArrowDown: 0 }
    : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
  const next = links[steps[event.key] ?? -1];
  if (!next || (at === -1 && !fromSearch)) return;
  event.preventDefault();
  next.focus();
}

/**
 * The list of a room. The server filters, sorts and pages; this shows one page of it and keeps the question in the URL.
 * Where it is narrow, as on a phone, the same rows are cards.
 */
export function DataTable<T extends { id: string | number }>({
  page,
  columns,
  noun,
  initialSort,
  search,
  filters = [],
  href,
  actions,
  empty,
  footer,
}: DataTableProps<T>) {
  const url = useListUrl();
  const sort = url.params.get("ordem") ?? initialSort;
  const definitions = useMemo(() => {
    const helper = createColumnHelper<TableFeatureSet, T>();
    return columns.map((column) =>
      helper.accessor((row): unknown => row, {
        id: column.key,
        header: column.title,
        enableSorting: column.sortable ?? false,
        sortDescFirst: false,
      }),
    );
  }, [columns]);
  const sorting = useMemo(() => readSort(sort), [sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: page.rows,
    getRowId: (row) => String(row.id),
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (updater) => {
      const ordem = writeSort(typeof updater === "function" ? updater(sorting) : updater) ?? null;
      url.set({ ordem: ordem === initialSort ? null : ordem });
    },
  });
  const tracks = (shown: readonly Column<T>[]) => [...shown.map(track), ...(actions ? ["auto"] : [])].join(" ");
  const style = { "--tracks": tracks(columns.filter(({ spare }) => !spare)), "--all-tracks": tracks(columns) };

  return (
    <div className="@container grid gap-3" onKeyDown={moveFocus}>
      <Toolbar
        url={url}
        search={search}
        filters={filters}
        columns={columns}
        sort={sort}
        empty={page.rows.length === 0}
      />
      <div
        aria-busy={url.pending}
        className="overflow-clip rounded-lg border bg-surface transition-opacity aria-busy:opacity-55 aria-busy:delay-300"
      >
        {page.rows.length === 0 ? (
          <Nothing url={url} filters={filters} empty={empty} />
        ) : (
          // Explicit roles: `display: grid` takes the native ones away in some browsers.
          <table
            role="table"
            aria-label={noun.many}
            className="block w-full @2xl:grid @2xl:grid-cols-(--tracks) @4xl:grid-cols-(--all-tracks)"
            style={style as CSSProperties}
          >
            <thead role="rowgroup" className="hidden @2xl:contents">
              <HeaderRow table={table} columns={columns} actions={Boolean(actions)} />
            </thead>
            <tbody role="rowgroup" className="block divide-y @2xl:contents">
              {table.getRowModel().rows.map(({ id, original }) => (
                <BodyRow
                  key={id}
                  row={original}
                  columns={columns}
                  href={href?.(original)}
                  actions={actions?.(original)}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <div className="grow">{page.rows.length > 0 && <Pager url={url} page={page} noun={noun} />}</div>
        {footer}
      </div>
    </div>
  );
}
