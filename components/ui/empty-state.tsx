import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** What to do next, in one sentence. */
  children?: ReactNode;
  action?: ReactNode;
  /** The whole screen is this message, so its title is the page's `h1`. */
  page?: boolean;
};

/** Nothing to show: says so, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action, page }: EmptyStateProps) {
  const Title = page ? "h1" : "h2";
  return (
    <div className={page ? "grid min-h-[70dvh] place-items-center p-6" : "grid place-items-center px-6 py-16"}>
      <div className="flex max-w-sm flex-col items-center gap-2 text-center">
        {Icon && (
          <span className="mb-2 grid size-14 place-items-center rounded-full bg-brand-soft text-brand-text">
            <Icon aria-hidden className="size-6" />
          </span>
        )}
        <Title className={page ? "text-2xl font-semibold" : "text-lg font-semibold"}>{title}</Title>
        {children && <p className="text-balance text-muted">{children}</p>}
        {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
      </div>
    </div>
  );
}
