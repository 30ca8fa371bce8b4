"use client";

import clsx from "clsx";
import { ChevronsUpDown } from "lucide-react";
import { startTransition, Suspense, useId, useState } from "react";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";
import { onDemand } from "./on-demand";
import type { Option } from "./select";

export type ComboboxProps = {
  options: readonly Option[];
  value: string | null;
  onValueChange: (value: string | null) => void;
  onBlur?: () => void;
  ref?: (element: HTMLButtonElement | null) => void;
  disabled?: boolean;
  /** What is shown, and offered, for no choice: `Sem categoria`. Without it one must be chosen. */
  empty?: string;
  /** The value is a text and may be one that is not in the list; no choice is then `""` instead of null. */
  creatable?: boolean;
  placeholder?: string;
};

const ComboboxPanel = onDemand(() => import("./combobox-panel"));

/** Choose from a long list by typing. The list itself is fetched when the field is approached. */
export function Combobox({ ref, onBlur, disabled, placeholder = "Escolher…", ...choice }: ComboboxProps) {
  const listId = useId();
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const { value, options, empty } = choice;
  const shown = !value ? empty : (options.find((option) => option.value === value)?.label ?? value);

  return (
    <>
      <button
        {...useFieldWiring()}
        ref={ref}
        type="button"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? listId : undefined}
        disabled={disabled}
        onPointerEnter={ComboboxPanel.near}
        onFocus={ComboboxPanel.near}
        onBlur={onBlur}
        onClick={({ currentTarget }) => startTransition(() => setAnchor(anchor ? null : currentTarget))}
        className={clsx(
          controlClass,
          "flex h-11 items-center justify-between gap-2 px-3 text-left md:h-10 pointer-coarse:h-11",
        )}
      >
        <span className={clsx("truncate", !value && "text-muted")}>{shown ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </button>
      {anchor && (
        <Suspense>
          <ComboboxPanel {...choice} id={listId} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
