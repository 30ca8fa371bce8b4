"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { DialogBody, Sheet } from "@/components/ui/dialog";
import type { ItemMenu } from "@/lib/domain/permissoes";
import { WaitingBadge } from "./waiting";
import { menuIcons, isOpen } from "./menu-item";

const ROOM = 5;
const tabClass =
  "relative flex min-w-0 flex-1 flex-col items-center justify-center gap-1 rounded-md text-xs font-medium text-muted -outline-offset-2 aria-[current=page]:text-brand-text [&_svg]:size-5.5";

/** The places of the house on a phone: all where five fit, else the first four and the others behind "Mais". */
export function BottomBar({ menu }: { menu: readonly ItemMenu[] }) {
  const [more, setMore] = useState(false);
  const path = usePathname();
  const shown = menu.length > ROOM ? menu.slice(0, ROOM - 1) : menu;
  const rest = menu.slice(shown.length);
  const current = (href: string) => (isOpen(href, path) ? "page" : undefined);

  return (
    <>
      <nav
        aria-label="Menu"
        className="fixed inset-x-0 bottom-0 z-20 flex h-(--bottom-bar) border-t bg-surface px-1 pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
      >
        {shown.map(({ href, rotulo }) => {
          const Icon = menuIcons[href];
          return (
            <Link key={href} href={href} prefetch={false} aria-current={current(href)} className={tabClass}>
              <Icon aria-hidden />
              <span className="max-w-full truncate px-0.5">{rotulo}</span>
              <WaitingBadge href={href} place="above" />
            </Link>
          );
        })}
        {rest.length > 0 && (
          <button
            type="button"
            aria-haspopup="dialog"
            aria-current={rest.some(({ href }) => isOpen(href, path)) ? "page" : undefined}
            onClick={() => setMore(true)}
            className={tabClass}
          >
            <Ellipsis aria-hidden />
            Mais
          </button>
        )}
      </nav>
      <Sheet open={more} onClose={() => setMore(false)} title="Mais">
        <DialogBody>
          <ul className="-mx-2 grid gap-1">
            {rest.map(({ href, rotulo }) => {
              const Icon = menuIcons[href];
              return (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    aria-current={current(href)}
                    onClick={() => setMore(false)}
                    className="flex min-h-12 items-center gap-3 rounded-md px-3 font-medium hover:bg-sunken aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text"
                  >
                    <Icon aria-hidden className="size-5" />
                    {rotulo}
                    <WaitingBadge href={href} />
                  </Link>
                </li>
              );
            })}
          </ul>
        </DialogBody>
      </Sheet>
    </>
  );
}
