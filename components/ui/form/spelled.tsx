"use client";

import { useState, type ComponentProps } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { Field, type FieldProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { escreverCep, escreverCnpj, escreverCpf, lerCep, lerCnpj, lerCpf } from "@/lib/domain/documentos";
import { escreverTelefone, lerTelefone } from "@/lib/domain/telefone";
import { useFormField } from "./field-notes";

type Spelling = { read: (text: string) => string | null; write: (value: string) => string };

type SpelledProps<T extends FieldValues> = { name: Path<T> } & Pick<FieldProps, "label" | "hint" | "optional"> &
  Pick<ComponentProps<"input">, "inputMode" | "type" | "autoComplete" | "autoFocus" | "placeholder">;

/**
 * A text with one right spelling. The form holds it as it is stored (null: empty), or as typed while nobody could read
 * it, so that the schema refuses it; the person sees their own spelling while they type and the right one afterwards.
 */
function FormSpelled<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  spelling: { read, write },
  ...rest
}: SpelledProps<T> & { spelling: Spelling }) {
  const shown = (value: unknown) => (typeof value === "string" && read(value) !== null ? write(value) : value);
  const { field, error } = useFormField<T>(name, label, (value) => String(shown(value) || "vazio"));
  const [draft, setDraft] = useState<{ text: string; value: string | null } | null>(null);
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Input
        {...rest}
        {...field}
        value={draft && draft.value === field.value ? draft.text : String(shown(field.value) ?? "")}
        onChange={({ target: { value: text } }) => {
          const value = text.trim() === "" ? null : (read(text) ?? text);
          setDraft({ text, value });
          field.onChange(value);
        }}
        onBlur={() => {
          setDraft(null);
          field.onBlur();
        }}
      />
    </Field>
  );
}

/** E.164, shown as `(11) 98765-4321`. */
export function FormPhone<T extends FieldValues>(props: SpelledProps<T>) {
  const spelling = { read: lerTelefone, write: escreverTelefone };
  return <FormSpelled placeholder="(11) 98765-4321" {...props} type="tel" spelling={spelling} />;
}

/** Eleven digits, shown as `123.456.789-09`. */
export function FormCpf<T extends FieldValues>(props: SpelledProps<T>) {
  return <FormSpelled {...props} inputMode="numeric" spelling={{ read: lerCpf, write: escreverCpf }} />;
}

/** Fourteen digits or letters, shown as `12.ABC.345/01DE-35`. */
export function FormCnpj<T extends FieldValues>(props: SpelledProps<T>) {
  return <FormSpelled {...props} spelling={{ read: lerCnpj, write: escreverCnpj }} />;
}

/** Eight digits, shown as `01310-100`. */
export function FormCep<T extends FieldValues>(props: SpelledProps<T>) {
  return (
    <FormSpelled
      placeholder="01310-100"
      {...props}
      inputMode="numeric"
      spelling={{ read: lerCep, write: escreverCep }}
    />
  );
}
