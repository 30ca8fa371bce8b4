import clsx from "clsx";
import type { ReactNode } from "react";

type CardProps = { title?: string; hint?: ReactNode; actions?: ReactNode; className?: string; children: ReactNode };

/** A surface for one subject. Without a title it is only the surface. */
export function Card({ title, hint, actions, className, children }: CardProps) {
  return (
    <section className={clsx("rounded-lg border bg-surface p-4 md:p-6 print:border-0 print:p-0", className)}>
      {title && (
        <header className="mb-4 flex items-start justify-between gap-4">
          <div>
            <h2 className="text-lg font-semibold">{title}</h2>
            {hint && <p className="mt-0.5 text-sm text-muted">{hint}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
