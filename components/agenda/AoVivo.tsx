"use client";

import { useRouter } from "next/navigation";
import { useAoVivo } from "./use-ao-vivo";

/** Keeps a page of appointments as they are: it is read anew whenever one changes anywhere. */
export function AoVivo() {
  const router = useRouter();
  useAoVivo(() => router.refresh());
  return null;
}
