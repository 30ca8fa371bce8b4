"use client";

import type { FieldValues, Path } from "react-hook-form";
import { Field, type FieldProps } from "@/components/ui/field";
import { TagsInput } from "@/components/ui/tags-input";
import { useFormField } from "./field-notes";

type FormTagsProps<T extends FieldValues> = { name: Path<T>; suggestions: readonly string[] } & Pick<
  FieldProps,
  "label" | "hint" | "optional"
>;

/** Several short words, an empty list for none. */
export function FormTags<T extends FieldValues>({ name, label, hint, optional, suggestions }: FormTagsProps<T>) {
  const show = (value: unknown) => (Array.isArray(value) && value.length ? value.join(", ") : "vazio");
  const { field, error } = useFormField<T>(name, label, show);
  const { value, onChange, onBlur, ref } = field;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <TagsInput value={value ?? []} onValueChange={onChange} onBlur={onBlur} ref={ref} suggestions={suggestions} />
    </Field>
  );
}
