"use client";

import { useState } from "react";
import { useLive } from "@/components/layout/live";
import { read } from "@/components/ui/use-read";

/**
 * What one of our GET routes answers: what the server drew with the page, and from then on read anew whenever something
 * happens in the conversations.
 */
export function useVivo<T>(address: string, drawn: T) {
  const [fresh, setFresh] = useState<{ after: T; data: T } | null>(null);

  async function again() {
    const data = await read<T>(address).catch(() => undefined);
    if (data !== undefined) setFresh({ after: drawn, data });
  }
  useLive("conversas", () => void again());

  // A page drawn later is newer than what was read before it.
  return { data: fresh?.after === drawn ? fresh.data : drawn, again };
}
