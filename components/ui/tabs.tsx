"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type LinkTabsProps = {
  label: string;
  tabs: readonly { href: string; label: string }[];
  /** The address of the open one, where it is not that of the page. */
  current?: string;
  /** Whether the others are fetched before somebody wants them. */
  prefetch?: false;
};

/** Where they do not fit side by side, the open one comes into view. */
function show(tab: HTMLElement | null) {
  const bar = tab?.parentElement;
  if (tab && bar) bar.scrollLeft = tab.offsetLeft - (bar.clientWidth - tab.clientWidth) / 2;
}

/** Tabs that are places: each has its own address, so back, reload and sharing work. */
export function LinkTabs({ label, tabs, current, prefetch }: LinkTabsProps) {
  const path = usePathname();
  return (
    <nav
      aria-label={label}
      className="relative -mx-4 flex gap-1 overflow-x-auto border-b px-4 md:mx-0 md:px-0 print:hidden"
    >
      {tabs.map(({ href, label }) => {
        const open = href === (current ?? path);
        return (
          <Link
            key={href}
            ref={open ? show : undefined}
            href={href}
            prefetch={prefetch}
            aria-current={open ? "page" : undefined}
            className="flex h-11 items-center border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-foreground aria-[current=page]:border-brand aria-[current=page]:text-foreground"
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
