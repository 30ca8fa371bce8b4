"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { announceNavigation } from "@/components/ui/use-go";

export type ListUrl = {
  /** What the screen asks for, ahead of the server's answer. */
  params: URLSearchParams;
  /** Changes the question. Null or empty removes a key; anything but a cursor goes back to the first page. */
  set: (changes: Record<string, string | string[] | null>) => void;
  pending: boolean;
};

const CURSORS = ["depois", "antes"];

/** The state of a list, which is its URL: it survives reload and back, and can be sent to somebody. */
export function useListUrl(): ListUrl {
  const path = usePathname();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [asked, setAsked] = useOptimistic(useSearchParams().toString());
  const params = new URLSearchParams(asked);

  function set(changes: Record<string, string | string[] | null>) {
    const next = new URLSearchParams(asked);
    for (const cursor of CURSORS) next.delete(cursor);
    for (const [key, value] of Object.entries(changes)) {
      next.delete(key);
      for (const item of [value ?? ""].flat()) if (item !== "") next.append(key, item);
    }
    const paging = CURSORS.some((cursor) => cursor in changes);
    announceNavigation();
    startTransition(() => {
      setAsked(next.toString());
      router.replace(next.size ? `${path}?${next}` : path, { scroll: paging });
    });
  }

  return { params, set, pending };
}
