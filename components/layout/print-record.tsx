"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { call } from "@/components/ui/call";
import type { Result } from "@/lib/domain/result";

export type RecordPrint = (print: { caminho: string; dia?: string }) => Promise<Result<unknown>>;

/** Tells which screen is printed, by whatever menu or key; the server knows which of them matter. */
export function PrintRecord({ record }: { record: RecordPrint }) {
  const caminho = usePathname();
  useEffect(() => {
    const tell = () => {
      const dia = new URLSearchParams(location.search).get("dia") ?? undefined;
      void call(() => record({ caminho, dia }));
    };
    window.addEventListener("beforeprint", tell);
    return () => window.removeEventListener("beforeprint", tell);
  }, [caminho, record]);
  return null;
}
