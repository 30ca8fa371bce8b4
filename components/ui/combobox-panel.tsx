"use client";

import { Command } from "cmdk";
import { Check, Plus } from "lucide-react";
import { Popover } from "radix-ui";
import { useRef, useState } from "react";
import { semAcento } from "@/lib/domain/texto";
import type { ComboboxProps } from "./combobox";

type PanelProps = Pick<ComboboxProps, "options" | "value" | "onValueChange" | "empty" | "creatable"> & {
  id: string;
  anchor: HTMLButtonElement;
  onClose: () => void;
};

const itemClass =
  "flex min-h-10 items-center gap-2 rounded-sm px-3 select-none data-[selected=true]:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-brand-text";

/** The open list of `Combobox`, which loads it on demand. */
export default function ComboboxPanel({
  options,
  value,
  onValueChange,
  empty,
  creatable,
  id,
  anchor,
  onClose,
}: PanelProps) {
  const anchorRef = useRef(anchor);
  const [search, setSearch] = useState("");
  const typed = search.trim();
  const isNew = typed !== "" && !options.some((option) => semAcento(option.label) === semAcento(typed));

  function choose(next: string | null) {
    onValueChange(next);
    onClose();
  }

  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchorRef} />
      <Popover.Portal container={anchor.closest("dialog, main")}>
        <Popover.Content
          id={id}
          aria-label="Opções"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            if (anchor.contains(event.target as Node)) event.preventDefault();
          }}
          onCloseAutoFocus={() => anchor.focus()}
          style={{ width: anchor.offsetWidth }}
          className="z-50 min-w-56 animate-in rounded-md bg-surface shadow-float ring-1 ring-line fade-in zoom-in-97"
        >
          <Command
            label="Opções"
            filter={(label, wanted) => (semAcento(label).includes(semAcento(wanted)) ? 1 : 0)}
            className="flex max-h-[min(20rem,var(--radix-popover-content-available-height))] flex-col"
          >
            <Command.Input
              value={search}
              onValueChange={setSearch}
              placeholder={creatable ? "Buscar ou criar…" : "Buscar…"}
              className="h-11 shrink-0 border-b bg-transparent px-4 outline-none placeholder:text-muted"
            />
            <Command.List label="Opções" className="overflow-y-auto overscroll-contain p-1">
              {!(creatable && isNew) && (
                <Command.Empty className="px-3 py-4 text-muted">Nada encontrado.</Command.Empty>
              )}
              {empty !== undefined && !typed && (
                <Command.Item
                  value={empty}
                  onSelect={() => choose(creatable ? "" : null)}
                  className={`${itemClass} text-muted`}
                >
                  <span className="grow">{empty}</span>
                  {!value && <Check aria-hidden />}
                </Command.Item>
              )}
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.label}
                  onSelect={() => choose(option.value)}
                  className={itemClass}
                >
                  <span className="grow truncate">{option.label}</span>
                  {option.value === value && <Check aria-hidden />}
                </Command.Item>
              ))}
              {creatable && isNew && (
                <Command.Item forceMount value={`criar ${typed}`} onSelect={() => choose(typed)} className={itemClass}>
                  <Plus aria-hidden />
                  <span className="truncate">Criar “{typed}”</span>
                </Command.Item>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
