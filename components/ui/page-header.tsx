import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  hint?: ReactNode;
  /** Where this page belongs: `{ href: "/servicos", label: "Serviços" }`. */
  back?: { href: string; label: string };
  /** Buttons of the page, the main one last. */
  children?: ReactNode;
};

/** The top of every room: where we are, the way back, what can be done here. */
export function PageHeader({ title, hint, back, children }: PageHeaderProps) {
  return (
    <header className="mb-5 md:mb-7">
      {back && (
        <Link
          href={back.href}
          className="mb-1 -ml-1 flex min-h-8 w-fit max-w-full items-center gap-0.5 rounded-sm text-sm font-medium text-muted hover:text-foreground print:hidden pointer-coarse:min-h-11"
        >
          <ChevronLeft aria-hidden className="size-4 shrink-0" />
          <span className="truncate">{back.label}</span>
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        {/* As wide as the title asks for: a long one leaves the buttons no place beside it, a long hint does. */}
        <div className="min-w-40 grow">
          <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere md:text-3xl">{title}</h1>
          {hint && <p className="mt-1 w-0 min-w-full text-muted">{hint}</p>}
        </div>
        {children && <div className="flex flex-wrap gap-2 print:hidden">{children}</div>}
      </div>
    </header>
  );
}
