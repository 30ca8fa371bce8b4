"use client";

import { Toolbar } from "@/components/ui/table/toolbar";
import type { Filter } from "@/components/ui/table/types";
import { useListUrl } from "@/components/ui/table/use-list-url";

/** What every report is filtered by; it lives in the URL. */
export function FiltroBarra({ filters }: { filters: readonly Filter[] }) {
  const url = useListUrl();
  return (
    <div className="@container" aria-busy={url.pending}>
      <Toolbar url={url} filters={filters} columns={[]} sort="" empty={false} />
    </div>
  );
}
