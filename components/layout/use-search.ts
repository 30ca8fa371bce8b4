"use client";

import { useEffect, useState } from "react";

type Found = { rotulo: string; itens: { href: string; titulo: string; detalhe: string }[] };
type Answer = { question: string; grupos: Found[]; failed: boolean };

const PAUSE_MS = 180;

/**
 * Asks `GET /api/busca?q=` as somebody types, which answers `{ grupos: Found[] }`. Questions overtaken by newer ones
 * are aborted, and the last answer stays in sight until the next has come.
 */
export function useSearch(text: string) {
  const [answer, setAnswer] = useState<Answer>({ question: "", grupos: [], failed: false });
  const question = text.trim();

  useEffect(() => {
    if (question === "") return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/busca?q=${encodeURIComponent(question)}`, { signal: abort.signal });
        if (!response.ok) throw new Error(response.statusText);
        const { grupos } = (await response.json()) as { grupos: Found[] };
        setAnswer({ question, grupos, failed: false });
      } catch {
        if (!abort.signal.aborted) setAnswer({ question, grupos: [], failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [question]);

  if (question === "") return { grupos: [], failed: false, waiting: false };
  return { grupos: answer.grupos, failed: answer.failed, waiting: answer.question !== question };
}
