"use client";

import clsx from "clsx";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef, useState, type Ref } from "react";
import { flushSync } from "react-dom";
import type { ItemMenu } from "@/lib/domain/permissoes";
import { CompanyLogo, type CompanyCard } from "./company";
import { menuIcons, isOpen } from "./menu-item";
import { WaitingBadge } from "./waiting";
import { SIDEBAR_COOKIE, type SidebarState } from "./sidebar-cookie";

const ONE_YEAR_S = 31_536_000;
const itemClass = "flex h-10 items-center gap-3 rounded-md px-3 font-medium whitespace-nowrap pointer-coarse:h-11";

const looks = {
  open: { width: "w-60", label: "truncate", badge: "end" },
  closed: { width: "w-17", label: "sr-only", badge: "corner" },
  auto: { width: "w-17 lg:w-60", label: "truncate max-lg:sr-only", badge: "either" },
} as const satisfies Record<SidebarState, unknown>;

type SidebarProps = { company: CompanyCard; menu: readonly ItemMenu[]; state: SidebarState };

/**
 * The places of the house on the desktop; closed it keeps their icons. As the person leaves it, it is on the next visit; who
 * never touched it has it open where the screen is wide.
 */
export function Sidebar({ company, menu, state: initially }: SidebarProps) {
  const [state, setState] = useState(initially);
  const toggle = useRef<HTMLButtonElement>(null);
  const path = usePathname();

  function change(next: "open" | "closed") {
    document.cookie = `${SIDEBAR_COOKIE}=${next === "open" ? 0 : 1}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
    // The button that opens it where the screen left it closed goes with that; the other takes its place.
    flushSync(() => setState(next));
    toggle.current?.focus();
  }

  const { width, label, badge } = looks[state];
  return (
    <aside
      className={clsx(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-r bg-surface transition-[width] duration-200 ease-calm md:flex print:hidden",
        width,
      )}
    >
      <div className="flex h-(--top-bar) items-center gap-3 overflow-hidden px-4.5 font-semibold">
        <CompanyLogo logo={company.logo} />
        <span className={label}>{company.nome}</span>
      </div>
      <nav aria-label="Menu" className="grid grow content-start gap-1 overflow-x-clip overflow-y-auto px-3 py-2">
        {menu.map(({ href, rotulo }) => {
          const Icon = menuIcons[href];
          return (
            <Link
              key={href}
              href={href}
              prefetch={false}
              title={state === "open" ? undefined : rotulo}
              aria-current={isOpen(href, path) ? "page" : undefined}
              className={clsx(
                itemClass,
                "relative text-muted hover:bg-sunken hover:text-foreground aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
              )}
            >
              <Icon aria-hidden className="size-5 shrink-0" />
              <span className={label}>{rotulo}</span>
              <WaitingBadge href={href} place={badge} />
            </Link>
          );
        })}
      </nav>
      <div className="px-3 py-3">
        <Toggle ref={toggle} to={state === "closed" ? "open" : "closed"} auto={state === "auto"} onToggle={change} />
        {state === "auto" && <Toggle to="open" auto onToggle={change} />}
      </div>
    </aside>
  );
}

type ToggleProps = {
  ref?: Ref<HTMLButtonElement>;
  to: "open" | "closed";
  auto: boolean;
  onToggle: (to: "open" | "closed") => void;
};

/** `auto`: only where the screen's width has left the sidebar the other way. */
function Toggle({ ref, to, auto, onToggle }: ToggleProps) {
  const opens = to === "open";
  const Icon = opens ? PanelLeftOpen : PanelLeftClose;
  const name = opens ? "Mostrar menu" : "Recolher menu";
  return (
    <button
      ref={ref}
      type="button"
      onClick={() => onToggle(to)}
      aria-expanded={!opens}
      title={opens ? name : undefined}
      className={clsx(
        itemClass,
        "w-full text-muted hover:bg-sunken hover:text-foreground",
        auto && (opens ? "lg:hidden" : "max-lg:hidden"),
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className={opens ? "sr-only" : "truncate"}>{name}</span>
    </button>
  );
}
