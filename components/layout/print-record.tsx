"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { call } from "@/components/ui/call";
import type { Result } from "@/lib/domain/result";

export type RecordPrint = (print: { caminho: string }) => Promise<Result<unknown>>;

/** Tells which screen is printed, by whatever menu or key; the server knows which of them matter. */
export function PrintRecord({ record }: { record: RecordPrint }) {
  const caminho = usePathname();
  useEffect(() => {
    const tell = () => void call(() => record({ caminho }));
    window.addEventListener("beforeprint", tell);
    return () => window.removeEventListener("beforeprint", tell);
  }, [caminho, record]);
  return null;
}
