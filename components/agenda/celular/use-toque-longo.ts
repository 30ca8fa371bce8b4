"use client";

import { useRef, type MouseEvent, type PointerEvent } from "react";
import type { Item } from "@/lib/agenda/queries";
import { useAgenda } from "../use-agenda";

const ESPERA_MS = 450;
const TREMOR = 10;

/** What an element stands for, by the event that hit it. */
const itemDe = ({ target }: { target: EventTarget }) => {
  const bloco = target instanceof Element ? target.closest<HTMLElement>("[data-agendamento]") : null;
  return bloco && Number(bloco.dataset.agendamento);
};

/**
 * A tap on an appointment opens it; a finger that rests on it asks for what comes next, as do the context-menu key and the
 * other mouse button. Put the handlers on what holds all of them.
 */
export function useToqueLongo(itens: readonly Item[], onAtalhos: (item: Item) => void) {
  const { podeAgendar, ir } = useAgenda();
  const espera = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const demorou = useRef(false);

  function parar() {
    if (espera.current) clearTimeout(espera.current.timer);
    espera.current = null;
  }
  function demorar(id: number) {
    parar();
    if (demorou.current) return;
    demorou.current = true;
    const item = itens.find((um) => um.id === id);
    if (item) onAtalhos(item);
  }

  return {
    onPointerDown(event: PointerEvent) {
      parar();
      demorou.current = false;
      const id = itemDe(event);
      if (id === null || !podeAgendar || event.button !== 0) return;
      espera.current = { timer: setTimeout(() => demorar(id), ESPERA_MS), x: event.clientX, y: event.clientY };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const de = espera.current;
      if (de && Math.hypot(clientX - de.x, clientY - de.y) > TREMOR) parar();
    },
    onPointerUp: parar,
    onPointerCancel: parar,
    onContextMenu(event: MouseEvent) {
      const id = itemDe(event);
      if (id === null || !podeAgendar) return;
      event.preventDefault();
      demorar(id);
    },
    onClick(event: MouseEvent) {
      const id = itemDe(event);
      if (id === null) return;
      event.stopPropagation();
      // The click that ends a long press is not a tap.
      if (demorou.current && event.detail > 0) demorou.current = false;
      else ir({ abrir: id });
    },
  };
}
