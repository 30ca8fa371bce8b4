import clsx from "clsx";

/** The mark: a clock whose hands have made their tick. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={clsx("shrink-0", className)}>
      <rect width="32" height="32" rx="9" className="fill-brand" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round" strokeWidth="2.4" className="stroke-on-brand">
        <path d="M24.9 13.4A9.4 9.4 0 1 1 20 7.5" opacity=".55" />
        <path d="m11.5 15.9 4 4.2 8.6-10.6" />
      </g>
    </svg>
  );
}

/** Mark and name of the product, for screens outside the company's own frame. */
export function Brand() {
  return (
    <p className="flex items-center gap-3 text-xl font-semibold tracking-tight">
      <BrandMark className="size-10" />
      Hora Marcada
    </p>
  );
}
