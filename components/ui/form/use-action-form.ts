"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useEffectEvent, useRef, useState, type BaseSyntheticEvent } from "react";
import { useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from "react-hook-form";
import { call, newKey } from "@/components/ui/call";
import { toast } from "@/components/ui/toast";
import type * as z from "@/lib/domain/mensagens";
import type { Failure, Result } from "@/lib/domain/result";

/** What a field tells its form: how it is called and how its value is written, to compare with newer values. */
export type FieldNote = { label: string; show: (value: unknown) => string };

export type FormKit<Input extends FieldValues> = {
  form: UseFormReturn<Input, unknown, Input>;
  submit: (event?: BaseSyntheticEvent) => Promise<void>;
  /** Why the last try failed, null after success or while trying again. */
  failure: Failure | null;
  /** Fields on the screen by name, in their order on it. */
  notes: Map<string, FieldNote>;
  /** After `conflito`: takes the newer values into the form. */
  adopt: () => void;
  /** After `conflito`: keeps what was typed and saves it over the newer version. */
  insist: () => Promise<void>;
};

type ActionFormOptions<Input extends FieldValues, T> = {
  /** The server's own schema of the command. */
  schema: z.ZodType<unknown, Input>;
  /** The server action. It gets what was typed; parsing it again is the server's business. */
  action: (input: Input, chave: string) => Promise<Result<T>>;
  /** What the form starts with, hidden values such as `id` and `versao` included. */
  values: DefaultValues<Input>;
  /** The toast after success: `Serviço salvo.` */
  done: string;
  onSuccess?: (data: T) => void;
};

/** A form that stays on the screen saves the next time over the version that it has just made. */
const newVersion = (data: unknown) =>
  data && typeof data === "object" && "versao" in data ? { versao: data.versao } : {};

/**
 * Joins a form to a server action: checks while typing, saves once, puts the server's sentences on their fields and
 * keeps what was typed whatever happens. Until a definite answer comes, a retry carries the same idempotency key.
 */
export function useActionForm<Input extends FieldValues, T>({
  schema,
  action,
  values,
  done,
  onSuccess,
}: ActionFormOptions<Input, T>): FormKit<Input> {
  const form = useForm<Input, unknown, Input>({
    resolver: zodResolver<Input, unknown, unknown>(schema, undefined, { raw: true }),
    defaultValues: values,
    mode: "onTouched",
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [notes] = useState(() => new Map<string, FieldNote>());
  const key = useRef<string | null>(null);
  const start = useRef(values);

  // Another part of the page may move the version (a new password, a status); then the form edits the newer one.
  const version: unknown = values.versao;
  const follow = useEffectEvent(() => {
    const before = start.current;
    const meaning = (one: typeof values) => JSON.stringify(schema.safeParse({ ...one, versao: version }).data);
    if (version === before.versao || meaning(before) !== meaning(values)) return;
    const typed = Object.entries(form.getValues()).filter(([name, value]) => value !== before[name]);
    start.current = values;
    form.reset(values as Input, { keepErrors: true, keepTouched: true });
    for (const [name, value] of typed) form.setValue(name as Path<Input>, value, { shouldDirty: true });
  });
  useEffect(() => follow(), [version]);

  async function save(input: Input) {
    setFailure(null);
    const chave = (key.current ??= newKey());
    const answer = await call(() => action(input, chave));
    if (answer.ok || !answer.lost) key.current = null;
    if (answer.ok) {
      start.current = { ...input, ...newVersion(answer.data) } as typeof values;
      form.reset({ ...input, ...newVersion(answer.data) });
      toast.success(done);
      return onSuccess?.(answer.data);
    }
    const { code } = answer.error;
    const again = answer.lost || code === "nao_autenticado" ? " O que você digitou continua aqui." : "";
    const message = answer.error.message + again;
    setFailure({ ...answer.error, message });
    toast.error(message);
    for (const [name, sentence] of Object.entries(answer.error.fields ?? {}))
      if (notes.has(name)) form.setError(name as Path<Input>, { type: "server", message: sentence });
  }

  const submit = (event?: BaseSyntheticEvent) => form.handleSubmit(save)(event);

  function adopt() {
    const typed = form.getValues();
    const newer = Object.entries(failure?.current ?? {}).filter(([name]) => name in typed);
    form.reset({ ...typed, ...Object.fromEntries(newer) });
    setFailure(null);
    const [first] = notes.keys();
    form.setFocus(first as Path<Input>);
  }

  async function insist() {
    form.setValue("versao" as Path<Input>, failure?.current?.versao as never);
    await submit();
  }

  return { form, submit, failure, notes, adopt, insist };
}
