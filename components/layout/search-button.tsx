"use client";

import { Search } from "lucide-react";
import { startTransition, Suspense, useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { onDemand } from "@/components/ui/on-demand";
import type { ItemMenu } from "@/lib/domain/permissoes";

const Palette = onDemand(() => import("./palette"));

/** Opens the search from the header or by Ctrl/⌘ K. The palette itself is fetched when it is wanted. */
export function SearchButton({ menu }: { menu: readonly ItemMenu[] }) {
  const [open, setOpen] = useState(false);
  const show = () => startTransition(() => setOpen(true));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      show();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
        onPointerEnter={Palette.near}
        onFocus={Palette.near}
        className="flex size-11 items-center justify-center gap-2 rounded-md text-muted hover:bg-sunken md:h-10 md:w-72 md:justify-start md:border md:bg-background md:px-3"
      >
        <Search aria-hidden className="size-5 md:size-4.5" />
        <span className="grow text-left max-md:sr-only">Buscar</span>
        <span className="max-md:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      {open && (
        <Suspense>
          <Palette menu={menu} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
