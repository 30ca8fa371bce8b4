"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import { useRef, useState } from "react";
import { recusas, type ErrorCode, type Failure, type Result } from "@/lib/domain/result";

/** `lost`: no answer came, so the server may or may not have done it; the same `chave` must be used again. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: Failure; lost: boolean };

/** A fresh idempotency key. `crypto.randomUUID` is missing where a company serves plain HTTP in its own network. */
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const refusals = Object.entries(recusas) as [ErrorCode, string][];

/** A refusal of the proxy, which stands before the action and cannot answer in its name. */
function refusal(error: unknown): Failure | undefined {
  const found = refusals.find(([, sentence]) => error instanceof Error && error.message === sentence);
  return found && { code: found[0], message: found[1] };
}

function lostMessage(error: unknown): string {
  if (isUnrecognizedAction(error)) return "O sistema foi atualizado. Recarregue a página para continuar.";
  if (!navigator.onLine || error instanceof TypeError) return "Sem conexão.";
  return "Não deu certo desta vez. Tente de novo.";
}

/** Calls a server action and turns a broken connection into an answer like any other. */
export async function call<T>(act: () => Promise<Result<T>>): Promise<Answer<T>> {
  try {
    const result = await act();
    return result.ok ? result : { ...result, lost: false };
  } catch (error) {
    const refused = refusal(error);
    if (refused) return { ok: false, lost: false, error: refused };
    return { ok: false, lost: true, error: { code: "inesperado", message: lostMessage(error) } };
  }
}

/** Whether it may have been done all the same: nothing came back, or the server itself does not know. */
const unsure = ({ lost, error: { code } }: Extract<Answer<unknown>, { ok: false }>) =>
  lost || code === "ocupado" || code === "inesperado";

/**
 * One press of one button. Keeps the idempotency key until a definite answer came, so that a second press after a
 * broken connection does not do it twice.
 */
export function useCall() {
  const [pending, setPending] = useState(false);
  const key = useRef<string | null>(null);
  const sent = useRef<string>(undefined);

  /** @param content what is sent, where it may be another the next time: that has a key of its own */
  async function run<T>(act: (chave: string) => Promise<Result<T>>, content?: string): Promise<Answer<T>> {
    if (sent.current !== content) key.current = null;
    sent.current = content;
    const chave = (key.current ??= newKey());
    setPending(true);
    const answer = await call(() => act(chave));
    setPending(false);
    if (answer.ok || !unsure(answer)) key.current = null;
    return answer;
  }

  return { run, pending };
}
