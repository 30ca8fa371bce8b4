"use client";

import { useRouter } from "next/navigation";
import { useLive } from "@/components/layout/live";

/** Keeps a page of appointments as they are: it is read anew whenever one changes anywhere. */
export function AoVivo() {
  const router = useRouter();
  useLive("agenda", () => router.refresh());
  return null;
}
