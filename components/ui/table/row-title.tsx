import type { ReactNode } from "react";

/** What a row is called, with its dot before it and its badges behind, or below where a name is long. */
export function RowTitle({ dot, children }: { dot?: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      {dot}
      <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">{children}</span>
    </span>
  );
}
