import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-sm border bg-sunken px-1.5 py-0.5 font-sans text-xs text-muted">{children}</kbd>;
}
