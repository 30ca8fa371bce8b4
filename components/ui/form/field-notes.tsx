"use client";

import Link from "next/link";
import { createContext, use, useEffect, type ReactNode } from "react";
import { useController, type FieldValues, type Path } from "react-hook-form";
import type { Failure } from "@/lib/domain/result";
import type { FieldNote } from "./use-action-form";

export const NotesContext = createContext<Map<string, FieldNote>>(new Map());

/** Why the form's last try failed; a field that it is about shows the way to what stands in its way. */
export const FailureContext = createContext<Failure | null>(null);

const asText = (value: unknown) => (value === null || value === undefined || value === "" ? "vazio" : String(value));

/** Binds one control to its form and leaves a note of its label and spelling. */
export function useFormField<T extends FieldValues>(name: Path<T>, label: string, show: FieldNote["show"] = asText) {
  const notes = use(NotesContext);
  const failure = use(FailureContext);
  const { field, fieldState } = useController<FieldValues>({ name });

  useEffect(() => {
    notes.set(name, { label, show });
  });
  useEffect(() => () => void notes.delete(name), [notes, name]);

  const { type, message } = fieldState.error ?? {};
  const link = type === "server" && message === failure?.message ? failure?.link : undefined;
  const error: ReactNode = link ? (
    <span>
      {message}{" "}
      <Link href={link.href} prefetch={false} className="font-medium underline underline-offset-4">
        {link.label}
      </Link>
    </span>
  ) : (
    message
  );
  return { field, error };
}
