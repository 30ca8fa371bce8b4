import type { ReactNode } from "react";

/** A table wider than the screen: it moves sideways by itself, by the keyboard too, and is whole on paper. */
export function Rolagem({ titulo, children }: { titulo: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={titulo}
      tabIndex={0}
      // Relative, since what is there for screen readers only would otherwise make the page as wide as the table.
      className="relative overflow-x-auto rounded-lg border bg-surface print:overflow-visible print:border-0"
    >
      {children}
    </div>
  );
}
