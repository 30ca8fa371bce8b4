"use client";

import { useState } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { Field, type FieldProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sugestaoDeEmail } from "@/lib/domain/email";
import { useFormField } from "./field-notes";

type FormEmailProps<T extends FieldValues> = { name: Path<T> } & Pick<FieldProps, "label" | "hint" | "optional">;

/** An e-mail. Once the field is left, a common slip of the domain is offered to be put right; saving it is allowed. */
export function FormEmail<T extends FieldValues>({ name, label, hint, optional }: FormEmailProps<T>) {
  const { field, error } = useFormField<T>(name, label);
  const [typing, setTyping] = useState(false);
  const meant = typing ? null : sugestaoDeEmail(String(field.value ?? ""));
  return (
    <Field
      label={label}
      optional={optional}
      error={error}
      hint={
        meant ? (
          <button
            type="button"
            onClick={() => field.onChange(meant)}
            className="rounded-sm text-left break-all text-brand-text underline underline-offset-4 pointer-coarse:min-h-11"
          >
            Você quis dizer {meant}?
          </button>
        ) : (
          hint
        )
      }
    >
      <Input
        {...field}
        type="email"
        inputMode="email"
        value={field.value ?? ""}
        onFocus={() => setTyping(true)}
        onBlur={() => {
          setTyping(false);
          field.onBlur();
        }}
      />
    </Field>
  );
}
