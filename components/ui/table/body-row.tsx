"use client";

import clsx from "clsx";
import Link from "next/link";
import { useId } from "react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { Column } from "./types";

type BodyRowProps<T> = {
  row: T;
  columns: readonly Column<T>[];
  href?: string;
  actions?: readonly MenuItem[];
};

const onPhone = {
  title: "@max-2xl:w-full @max-2xl:font-medium",
  subtitle: "@max-2xl:w-full @max-2xl:text-sm @max-2xl:text-muted",
  meta: "@max-2xl:text-sm @max-2xl:text-muted",
  hidden: "@max-2xl:hidden",
};

/** Of what the table has no room for unless it is wide. */
export const inWideTable = "@2xl:@max-4xl:hidden";

/** A row of columns on the desktop, a card on a phone: the same cells, placed by CSS. */
export function BodyRow<T>({ row, columns, href, actions }: BodyRowProps<T>) {
  const titleId = useId();
  return (
    <tr
      role="row"
      className={clsx(
        "relative flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-3 @2xl:col-span-full @2xl:grid @2xl:min-h-14 @2xl:grid-cols-subgrid @2xl:gap-x-0 @2xl:border-b @2xl:p-0 @2xl:last:border-b-0",
        "has-[[data-row-link]:focus-visible]:outline-2 has-[[data-row-link]:focus-visible]:-outline-offset-2 has-[[data-row-link]:focus-visible]:outline-ring",
        href && "hover:bg-sunken/60",
        actions && "@max-2xl:pr-14",
      )}
    >
      {columns.map(({ key, title, cell, phone = "meta", align, grow, wraps, spare }) => {
        const content = cell(row);
        if (content === null || content === "")
          return <td key={key} role="cell" className={clsx("hidden @2xl:block", spare && inWideTable)} />;
        const flows = phone === "title" || grow || wraps;
        return (
          <td
            key={key}
            id={phone === "title" ? titleId : undefined}
            role="cell"
            className={clsx(
              "wrap-anywhere @2xl:flex @2xl:items-center @2xl:px-4 @2xl:py-2",
              flows ? "min-w-0" : "@max-2xl:min-w-0 @2xl:whitespace-nowrap",
              wraps && "@2xl:min-w-32",
              spare && inWideTable,
              align === "right" && "@2xl:justify-end @2xl:text-right",
              onPhone[phone],
            )}
          >
            {phone !== "title" && <span className="sr-only @2xl:hidden">{title}: </span>}
            {phone === "title" && href ? (
              <Link
                href={href}
                prefetch={false}
                data-row-link
                className="font-medium outline-none after:absolute after:inset-0 after:content-['']"
              >
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        );
      })}
      {actions && (
        <td
          role="cell"
          className="z-[1] @max-2xl:absolute @max-2xl:top-1.5 @max-2xl:right-1.5 @2xl:relative @2xl:flex @2xl:items-center @2xl:px-2 print:hidden"
        >
          {actions.length > 0 && <Menu label="Ações" describedBy={titleId} items={actions} />}
        </td>
      )}
    </tr>
  );
}
