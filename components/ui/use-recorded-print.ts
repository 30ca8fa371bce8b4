"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { Result } from "@/lib/domain/result";
import { call, newKey, useCall } from "./call";
import { toast } from "./toast";

/**
 * Printing that is remembered: `print` records it first and prints only then; the browser's own menu prints whatever
 * happens, so there it is recorded along. Once each.
 *
 * @param record the act that remembers
 */
export function useRecordedPrint(record: (chave: string) => Promise<Result<unknown>>) {
  const { run, pending } = useCall();
  const recorded = useRef(false);

  const onBefore = useEffectEvent(() => {
    if (recorded.current) return;
    recorded.current = true;
    void call(() => record(newKey()));
  });
  const onAfter = useEffectEvent(() => {
    recorded.current = false;
  });
  useEffect(() => {
    const [before, after] = [() => onBefore(), () => onAfter()];
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);

  async function print() {
    const answer = await run(record);
    if (!answer.ok) return void toast.error(answer.error.message);
    recorded.current = true;
    window.print();
    // Some phones return at once and tell of no end: remembering a print twice is better than not at all.
    recorded.current = false;
  }

  return { print, pending };
}
