"use client";

import { CalendarSearch, Keyboard } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useRef } from "react";
import { Kbd } from "@/components/ui/kbd";

type BlocoMenuProps = {
  /** Where the block is on the screen. */
  caixa: DOMRect;
  onMover: () => void;
  onAbrir: () => void;
  /** Gives the focus back to the block. */
  onClose: () => void;
};

const itemClass =
  "flex min-h-10 items-center gap-3 rounded-sm px-3 outline-none select-none data-highlighted:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:text-muted";

/** What a right click on an appointment offers, and the menu key of the keyboard. */
export default function BlocoMenu({ caixa, onMover, onAbrir, onClose }: BlocoMenuProps) {
  const escolhido = useRef<(() => void) | null>(null);
  return (
    // Closed in the instant in which it opens, it would not give the focus back: that it is closed is heard here.
    <DropdownMenu.Root defaultOpen modal={false} onOpenChange={(aberto) => !aberto && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden className="fixed" style={{ left: caixa.left, top: caixa.bottom, width: caixa.width }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector("main")}>
        <DropdownMenu.Content
          aria-label="Agendamento"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-48 animate-in rounded-md bg-surface p-1 shadow-float ring-1 ring-line fade-in zoom-in-97"
          // It opens while the right button is still down: where that comes up, nothing was chosen.
          onPointerUpCapture={(event) => event.button === 2 && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            escolhido.current?.();
          }}
        >
          <DropdownMenu.Item className={itemClass} onSelect={() => (escolhido.current = onAbrir)}>
            <CalendarSearch aria-hidden />
            Abrir e remarcar
          </DropdownMenu.Item>
          <DropdownMenu.Item className={itemClass} onSelect={() => (escolhido.current = onMover)}>
            <Keyboard aria-hidden />
            <span className="grow">Mover com as setas</span>
            <Kbd>M</Kbd>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
