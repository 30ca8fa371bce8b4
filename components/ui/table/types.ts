import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Option } from "@/components/ui/select";

export type Column<T> = {
  /** Also the name of the order in the URL: `ordem=nome`, `ordem=-nome`. */
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  sortable?: boolean;
  /** Where the value stands on a phone's card. Nothing said: among the details below. */
  phone?: "title" | "subtitle" | "meta" | "hidden";
  align?: "right";
  /** Takes the room that is left; the title does so anyway. */
  grow?: boolean;
  /** Written by people and of any length: takes several lines before it takes the others' room. */
  wraps?: boolean;
  /** Stands in the table only where there is much room, however narrow the cards are. */
  spare?: boolean;
};

/** A filter lives in the URL under its key; `chips` may hold several values, the key is then repeated. */
export type Filter = { key: string; label: string } & (
  | { type: "select"; options: readonly Option[]; /** What no choice says: `Todas as categorias`. */ all: string }
  | { type: "chips"; options: readonly Option[] }
  | { type: "date" }
  /** Two days, both included: from `key` to `until`. */
  | { type: "period"; until: string }
);

/** The keys of the URL that a filter writes. */
export const keysOf = (filter: Filter) => (filter.type === "period" ? [filter.key, filter.until] : [filter.key]);

/** How the things in the list are called, for the count: `1 serviço`, `312 serviços`. */
export type Noun = { one: string; many: string };

/** What an empty list says when nothing is searched for: what to do next. */
export type EmptyText = { icon?: LucideIcon; title: string; text?: string; action?: ReactNode };
