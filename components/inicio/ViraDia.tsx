"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useAgora } from "@/components/agenda/use-agora";
import { relogio } from "@/lib/domain/relogio";

type ViraDiaProps = { agora: number; hoje: string; fuso: string };

/** Reads the page anew when midnight has passed, for a screen that stays open. @param agora epoch minutes */
export function ViraDia({ agora, hoje, fuso }: ViraDiaProps) {
  const router = useRouter();
  const { dia } = relogio(useAgora(agora), fuso);
  useEffect(() => {
    if (dia > hoje) router.refresh();
  }, [dia, hoje, router]);
  return null;
}
