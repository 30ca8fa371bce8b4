"use client";

import clsx from "clsx";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import type { ItemMenu } from "@/lib/domain/permissoes";
import { CompanyLogo, type CompanyCard } from "./company";
import { menuIcons, isOpen } from "./menu-item";
import { WaitingBadge } from "./waiting";
import { SIDEBAR_COOKIE } from "./sidebar-cookie";

const ONE_YEAR_S = 31_536_000;
const itemClass = "flex h-10 items-center gap-3 rounded-md px-3 font-medium whitespace-nowrap pointer-coarse:h-11";

type SidebarProps = { company: CompanyCard; menu: readonly ItemMenu[]; collapsed: boolean };

/** The places of the house on the desktop; collapsed it keeps their icons, and stays so on the next visit. */
export function Sidebar({ company, menu, collapsed: initially }: SidebarProps) {
  const [collapsed, setCollapsed] = useState(initially);
  const path = usePathname();

  function toggle() {
    document.cookie = `${SIDEBAR_COOKIE}=${collapsed ? 0 : 1}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
    setCollapsed(!collapsed);
  }

  const label = clsx(collapsed ? "sr-only" : "truncate");
  const Toggle = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside
      className={clsx(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-r bg-surface transition-[width] duration-200 ease-calm md:flex print:hidden",
        collapsed ? "w-17" : "w-60",
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
              title={collapsed ? rotulo : undefined}
              aria-current={isOpen(href, path) ? "page" : undefined}
              className={clsx(
                itemClass,
                "relative text-muted hover:bg-sunken hover:text-foreground aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
              )}
            >
              <Icon aria-hidden className="size-5 shrink-0" />
              <span className={label}>{rotulo}</span>
              <WaitingBadge href={href} place={collapsed ? "corner" : "end"} />
            </Link>
          );
        })}
      </nav>
      <div className="px-3 py-3">
        <button
          type="button"
          onClick={toggle}
          aria-expanded={!collapsed}
          title={collapsed ? "Mostrar menu" : undefined}
          className={clsx(itemClass, "w-full text-muted hover:bg-sunken hover:text-foreground")}
        >
          <Toggle aria-hidden className="size-5 shrink-0" />
          <span className={label}>{collapsed ? "Mostrar menu" : "Recolher menu"}</span>
        </button>
      </div>
    </aside>
  );
}
