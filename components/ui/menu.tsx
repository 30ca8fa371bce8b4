"use client";

import { Ellipsis, type LucideIcon } from "lucide-react";
import { startTransition, Suspense, useState } from "react";
import { Button } from "./button";
import { onDemand } from "./on-demand";

export type MenuItem = { label: string; icon?: LucideIcon; danger?: boolean } & (
  | { href: string }
  | { onSelect: () => void }
);

export type MenuProps = {
  label: string;
  /** Id of the element that names what the menu acts on. */
  describedBy?: string;
  items: readonly MenuItem[];
};

const MenuPanel = onDemand(() => import("./menu-panel"));

/** The "…" of a row or a page. What draws it is fetched when a finger comes near: a list has dozens of them. */
export function Menu(props: MenuProps) {
  const [place, setPlace] = useState<Element | null>(null);
  const trigger = (
    <Button
      variant="ghost"
      size="icon"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-haspopup="menu"
      className="text-muted"
      onPointerEnter={MenuPanel.near}
      onFocus={MenuPanel.near}
      onClick={({ currentTarget }) => startTransition(() => setPlace(currentTarget.closest("dialog, main")))}
    >
      <Ellipsis aria-hidden />
    </Button>
  );
  if (!place) return trigger;
  return (
    <Suspense fallback={trigger}>
      <MenuPanel {...props} place={place} onClose={() => setPlace(null)} />
    </Suspense>
  );
}
