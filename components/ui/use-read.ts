"use client";

import { useCallback, useEffect, useState } from "react";
import { recusas, type Failure } from "@/lib/domain/result";

type Answer<T> = { address: string; data?: T; failure?: Failure };

export type Reading<T> = {
  /** What the address answers; undefined until it has. */
  data: T | undefined;
  /** The last answer, also while another address is asked: for lists that must not flicker. */
  last: T | undefined;
  failure: Failure | undefined;
  waiting: boolean;
  again: () => void;
};

async function failureOf(response: Response): Promise<Failure> {
  // The proxy refuses in plain text, a route in JSON.
  if (response.headers.get("content-type")?.includes("json"))
    return ((await response.json()) as { error: Failure }).error;
  const code = response.status === 401 ? "nao_autenticado" : "sem_permissao";
  if (response.status === 401 || response.status === 403) return { code, message: recusas[code] };
  return { code: "inesperado", message: "Não deu certo desta vez. Tente de novo." };
}

/** Reads one of our own GET routes. @throws Failure, also when no answer came */
export async function read<T>(address: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch {
    throw { code: "inesperado", message: "Sem conexão. Tente de novo." } satisfies Failure;
  }
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as T;
}

/**
 * What a GET route of ours answers, read anew whenever the address changes and when asked `again`. Overtaken questions are
 * aborted. @param address null: nothing to ask yet @param pause how long the address must stand still, in milliseconds
 */
export function useRead<T>(address: string | null, pause = 0): Reading<T> {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [last, setLast] = useState<T>();
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const data = await read<T>(address, abort.signal);
        if (abort.signal.aborted) return;
        setAnswer({ address, data });
        setLast(data);
      } catch (failure) {
        if (!abort.signal.aborted) setAnswer({ address, failure: failure as Failure });
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, pause, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  const current = answer?.address === address ? answer : null;
  return { data: current?.data, last, failure: current?.failure, waiting: address !== null && !current, again };
}
