"use client";

import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { useFieldWiring } from "./field";

/** The one look of everything a person types into or picks from. */
export const controlClass =
  "w-full rounded-md border border-control bg-surface text-base placeholder:text-muted hover:border-foreground/60 focus:border-ring focus:outline-2 focus:outline-offset-0 focus:outline-ring/60 aria-invalid:border-danger aria-invalid:focus:outline-danger/60 disabled:cursor-not-allowed disabled:bg-sunken disabled:opacity-70";

type InputProps = ComponentProps<"input"> & {
  /** Shown inside, before what is typed: `R$`, an icon. */
  before?: ReactNode;
  /** Shown inside, after what is typed: a unit, a clear button. */
  after?: ReactNode;
};

export function Input({ before, after, className, ...rest }: InputProps) {
  return (
    <div className={clsx("relative", className)}>
      {before && (
        <span className="pointer-events-none absolute inset-y-0 left-0 flex w-11 items-center justify-center text-muted">
          {before}
        </span>
      )}
      <input
        autoComplete="off"
        {...useFieldWiring()}
        {...rest}
        className={clsx(
          controlClass,
          "h-11 text-ellipsis read-only:bg-sunken md:h-10 pointer-coarse:h-11",
          before ? "pl-11" : "pl-3",
          after ? "pr-20" : "pr-3",
        )}
      />
      {after && <span className="absolute inset-y-0 right-0 flex items-center pr-3 text-sm text-muted">{after}</span>}
    </div>
  );
}
