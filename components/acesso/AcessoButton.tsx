"use client";

import { useActionState, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/domain/result";

type AcessoButtonProps = Omit<ComponentProps<typeof Button>, "type" | "pending"> & {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the form sends. */
  values?: Record<string, string>;
};

/** One button that is a whole form of the doors (sair, entrar na demonstração); it works without JavaScript. */
export function AcessoButton({ action, values = {}, ...button }: AcessoButtonProps) {
  const [{ error }, submit, pending] = useActionState(action, {});
  return (
    <form action={submit} className="grid">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...button} type="submit" pending={pending} />
      {error && (
        <p role="alert" className="mt-1 text-sm text-danger-text">
          {error.message}
        </p>
      )}
    </form>
  );
}
