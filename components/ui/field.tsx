"use client";

import { CircleAlert } from "lucide-react";
import { createContext, use, useId, type ReactNode } from "react";

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean };

const FieldContext = createContext<Wiring | null>(null);

/** What a control inside a `Field` puts on its element, so that label, hint and error belong to it. */
export function useFieldWiring() {
  const field = use(FieldContext);
  return field
    ? { id: field.id, "aria-describedby": field.describedBy, "aria-invalid": field.invalid || undefined }
    : undefined;
}

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** Says "opcional" beside the label. Most fields are required, so the few that are not carry the word. */
  optional?: boolean;
  /** For several controls under one label (palette, radio): a group instead of a label of one control. */
  group?: boolean;
  children: ReactNode;
};

/** Label, control, hint and error as one thing. The control inside wires itself. */
export function Field({ label, hint, error, optional, group, children }: FieldProps) {
  const id = useId();
  const describedBy = [error && `${id}-erro`, hint && `${id}-dica`].filter(Boolean).join(" ") || undefined;
  const Label = group ? "span" : "label";
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>
      <div
        className="grid grid-cols-1 content-start gap-1.5"
        {...(group && { role: "group", "aria-labelledby": `${id}-rotulo`, "aria-describedby": describedBy })}
      >
        <Label {...(group ? { id: `${id}-rotulo` } : { htmlFor: id })} className="w-fit text-sm font-medium">
          {label}
          {optional && <span className="ml-1.5 font-normal text-muted">opcional</span>}
        </Label>
        {children}
        {error && (
          <p id={`${id}-erro`} className="flex gap-1.5 text-sm text-danger-text">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
        {hint && (
          <p id={`${id}-dica`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
