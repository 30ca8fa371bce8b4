"use client";

import { useActionState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/domain/result";

type Campo = {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "email" | "password";
  autoComplete: string;
};

type AcessoFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  campos: readonly Campo[];
  verb: string;
  hidden?: Record<string, string>;
  children?: ReactNode;
};

/** A plain form of the doors: it works without JavaScript, and with it keeps what was typed and says what is wrong. */
export function AcessoForm({ action, campos, verb, hidden = {}, children }: AcessoFormProps) {
  const [{ error, values }, submit, pending] = useActionState(action, {});
  const unplaced = error && !campos.some(({ name }) => error.fields?.[name]);
  return (
    <form action={submit} className="grid gap-5">
      {unplaced && <Notice tone="danger">{error.message}</Notice>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {campos.map(({ name, label, hint, type = "text", autoComplete }) => (
        <Field key={name} label={label} hint={hint} error={error?.fields?.[name]}>
          <Input
            name={name}
            type={type}
            autoComplete={autoComplete}
            defaultValue={values?.[name]}
            required
            autoCapitalize={type === "text" ? "words" : "none"}
            maxLength={1_000}
          />
        </Field>
      ))}
      <Button type="submit" pending={pending}>
        {verb}
      </Button>
      {children}
    </form>
  );
}
