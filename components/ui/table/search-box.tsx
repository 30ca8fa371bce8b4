"use client";

import { Search, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Input } from "@/components/ui/input";
import type { ListUrl } from "./use-list-url";

const PAUSE_MS = 250;

/** Searches when the typing pauses, or at once on Enter. */
export function SearchBox({ url, label }: { url: ListUrl; label: string }) {
  const asked = url.params.get("busca") ?? "";
  const [text, setText] = useState(asked);
  const [seen, setSeen] = useState(asked);
  const input = useRef<HTMLInputElement>(null);

  // The URL changed under the box ("Limpar filtros", back): the box follows, unless it is only its own text, trimmed.
  if (seen !== asked) {
    setSeen(asked);
    if (text.trim() !== asked) setText(asked);
  }

  const search = useEffectEvent(() => {
    if (text.trim() !== asked) url.set({ busca: text.trim() });
  });

  useEffect(() => {
    const timer = setTimeout(search, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  function change(next: string) {
    setText(next);
    if (next === "") url.set({ busca: null });
  }

  return (
    <form
      role="search"
      className="min-w-0 grow basis-40 @2xl:max-w-sm"
      onSubmit={(event) => {
        event.preventDefault();
        url.set({ busca: text.trim() });
      }}
    >
      <Input
        ref={input}
        name="busca"
        aria-label={label}
        placeholder={label}
        enterKeyHint="search"
        maxLength={100}
        value={text}
        onChange={(event) => change(event.target.value)}
        before={<Search aria-hidden className="size-4.5" />}
        after={
          text && (
            <button
              type="button"
              aria-label="Limpar busca"
              className="-mr-2 grid size-9 place-items-center rounded-sm hover:bg-sunken pointer-coarse:-mr-3 pointer-coarse:size-11"
              onClick={() => {
                change("");
                input.current?.focus();
              }}
            >
              <X aria-hidden className="size-4" />
            </button>
          )
        }
      />
    </form>
  );
}
