"use client";

import { useRead } from "@/components/ui/use-read";

type Found = { rotulo: string; itens: { href: string; titulo: string; detalhe: string }[] };

const PAUSE_MS = 180;

/**
 * Asks `GET /api/busca?q=` as somebody types, which answers `{ grupos: Found[] }`. Questions overtaken by newer ones
 * are aborted, and the last answer stays in sight until the next has come.
 */
export function useSearch(text: string) {
  const question = text.trim();
  const address = question && `/api/busca?q=${encodeURIComponent(question)}`;
  const { last, failure, waiting } = useRead<{ grupos: Found[] }>(address || null, PAUSE_MS);
  return { grupos: (address && !failure && last?.grupos) || [], failure, waiting };
}
