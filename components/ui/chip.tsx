"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";

type ChipProps = ComponentProps<"button"> & {
  /** For chips of which one or several are chosen; missing where a tap acts at once. */
  chosen?: boolean;
};

/** A small choice among many, as wide as its words and as tall as a thumb needs. */
export function Chip({ chosen, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      {...rest}
      className={clsx(
        "inline-flex min-h-11 max-w-full min-w-11 items-center justify-center gap-2 rounded-full border px-4 font-medium transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 md:min-h-9 md:px-3 pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:shrink-0",
        chosen
          ? "border-transparent bg-brand text-on-brand hover:bg-brand-hover"
          : "border-control/45 bg-surface text-foreground hover:bg-sunken",
        className,
      )}
    />
  );
}

/** Chips beside each other, in as many lines as they need. */
export function Chips({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {children}
    </div>
  );
}
