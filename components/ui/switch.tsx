"use client";

import { Check } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

type ToggleProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** On or off, at once or with the form. A native checkbox that says it is a switch. */
export function Switch({ label, hint, ...rest }: ToggleProps) {
  return (
    <Toggle label={label} hint={hint}>
      {(wiring) => (
        <span className="relative mt-0.5 inline-flex shrink-0">
          <input
            {...wiring}
            {...rest}
            type="checkbox"
            role="switch"
            className="peer h-6 w-10.5 appearance-none rounded-full border border-control bg-sunken transition-colors checked:border-brand checked:bg-brand disabled:opacity-55"
          />
          <span
            aria-hidden
            className="pointer-events-none absolute top-1 left-1 size-4 rounded-full bg-control transition-transform peer-checked:translate-x-4.5 peer-checked:bg-on-brand"
          />
        </span>
      )}
    </Toggle>
  );
}

export function Checkbox({ label, hint, ...rest }: ToggleProps) {
  return (
    <Toggle label={label} hint={hint}>
      {(wiring) => (
        <span className="relative mt-0.5 inline-flex shrink-0">
          <input
            {...wiring}
            {...rest}
            type="checkbox"
            className="peer size-5 appearance-none rounded-sm border border-control bg-surface checked:border-brand checked:bg-brand disabled:opacity-55"
          />
          <Check
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute inset-0.5 size-4 text-on-brand opacity-0 peer-checked:opacity-100"
          />
        </span>
      )}
    </Toggle>
  );
}

function Toggle({
  label,
  hint,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  children: (wiring: { id: string; "aria-describedby"?: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="relative flex min-h-11 items-start gap-3 py-2 md:min-h-10">
      {children({ id, "aria-describedby": hint ? `${id}-dica` : undefined })}
      <div>
        <label htmlFor={id} className="block font-medium after:absolute after:inset-0">
          {label}
        </label>
        {hint && (
          <p id={`${id}-dica`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
