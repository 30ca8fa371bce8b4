"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

export type Option = { value: string; label: string };

type SelectProps = ComponentProps<"select"> & {
  options: readonly Option[];
  /** What the empty choice says (`Todas as categorias`). Without it there is no empty choice. */
  empty?: string;
};

/** The native select: the phone's own wheel, the keyboard's own search. */
export function Select({ options, empty, className, ...rest }: SelectProps) {
  return (
    <div className={clsx("relative", className)}>
      <select
        {...useFieldWiring()}
        {...rest}
        className={clsx(controlClass, "h-11 appearance-none truncate pr-9 pl-3 md:h-10 pointer-coarse:h-11")}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  );
}
