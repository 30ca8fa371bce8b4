"use client";

import clsx from "clsx";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { useRef } from "react";
import { Button } from "./button";
import type { MenuProps } from "./menu";

const itemClass =
  "flex min-h-10 items-center gap-3 rounded-sm px-3 outline-none select-none data-highlighted:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:text-muted";

/** The open menu of `Menu`, which loads it on demand; it opens as it arrives. */
export default function MenuPanel({ label, describedBy, items, place }: MenuProps & { place: Element }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<(() => void) | null>(null);
  return (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button
          ref={trigger}
          variant="ghost"
          size="icon"
          aria-label={label}
          aria-describedby={describedBy}
          className="text-muted"
        >
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={place}>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-48 animate-in rounded-md bg-surface p-1 shadow-float ring-1 ring-line fade-in zoom-in-97"
          onCloseAutoFocus={(event) => {
            // A dialog opened by an item gives the focus back to what had it before: that must be the trigger.
            event.preventDefault();
            trigger.current?.focus();
            chosen.current?.();
            chosen.current = null;
          }}
        >
          {items.map((item) => {
            const content = (
              <>
                {item.icon && <item.icon aria-hidden />}
                {item.label}
              </>
            );
            const look = clsx(itemClass, item.danger && "text-danger-text [&_svg]:text-danger-text");
            return "href" in item ? (
              <DropdownMenu.Item key={item.label} asChild className={look}>
                <Link href={item.href}>{content}</Link>
              </DropdownMenu.Item>
            ) : (
              <DropdownMenu.Item key={item.label} onSelect={() => (chosen.current = item.onSelect)} className={look}>
                {content}
              </DropdownMenu.Item>
            );
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
