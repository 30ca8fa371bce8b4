import clsx from "clsx";

function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx("animate-pulse rounded-md bg-sunken", className)} />;
}

function Loading({ children }: { children: React.ReactNode }) {
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">Carregando…</span>
      {children}
    </div>
  );
}

/** The shape of a list while its rows load: tools and rows. */
export function TableSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-10 w-full max-w-sm" />
      <div className="divide-y rounded-lg border bg-surface">
        {["w-2/5", "w-3/5", "w-1/3", "w-1/2", "w-2/5", "w-3/5", "w-1/4", "w-1/2"].map((width, index) => (
          <div key={index} className="flex h-16 items-center px-4">
            <Skeleton className={clsx("h-4", width)} />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** The shape of a screen of cards while they load. */
export function CardsSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-28 w-full rounded-lg" />
      <div className="grid gap-5 lg:grid-cols-[3fr_2fr]">
        <Skeleton className="h-96 w-full rounded-lg" />
        <Skeleton className="h-96 w-full rounded-lg" />
      </div>
    </Loading>
  );
}

/** The shape of a calendar while it loads. */
export function CalendarSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-10 w-full max-w-lg" />
      <Skeleton className="h-[calc(100dvh-var(--top-bar)-11.5rem)] min-h-112 w-full rounded-lg" />
    </Loading>
  );
}

/** The shape of a form while it loads. */
export function FormSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-9 w-56" />
      <div className="grid max-w-2xl gap-6 rounded-lg border bg-surface p-4 md:p-6">
        {[0, 1, 2, 3].map((field) => (
          <div key={field} className="grid gap-2">
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-11 w-full" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
