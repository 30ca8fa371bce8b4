"use client";

import { Ellipsis, type LucideIcon } from "lucide-react";
import { lazy, startTransition, Suspense, useState } from "react";
import { Button } from "./button";

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

const load = () => import("./menu-panel");
const MenuPanel = lazy(load);

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
      onPointerEnter={load}
      onFocus={load}
      onClick={({ currentTarget }) => startTransition(() => setPlace(currentTarget.closest("dialog, main")))}
    >
      <Ellipsis aria-hidden />
    </Button>
  );
  if (!place) return trigger;
  return (
    <Suspense fallback={trigger}>
      <MenuPanel {...props} place={place} />
    </Suspense>
  );
}
