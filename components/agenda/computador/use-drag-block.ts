"use client";

import { useEffect, useLayoutEffect, useRef, type PointerEvent } from "react";
import { arrastar, type DragOptions } from "./arrastar";
import type { Movimento } from "./movimento";

/**
 * Moves a block, or its end (`data-esticar`), with mouse, pen or finger: one code path of Pointer Events. A finger must
 * rest on it first, else it scrolls. Near an edge the grid scrolls along; Esc takes everything back.
 *
 * @returns what begins it, for `onPointerDown` of a block
 */
export function useDragBlock(options: DragOptions) {
  const atual = useRef(options);
  const encerrar = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    atual.current = options;
  });
  useEffect(() => () => encerrar.current?.(), []);

  return (
    alvo: HTMLElement,
    event: PointerEvent<HTMLElement>,
    base: Pick<Movimento, "item" | "coluna" | "inicio" | "duracao">,
  ) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const estica = event.target instanceof Element && event.target.closest("[data-esticar]");
    encerrar.current?.();
    const pega = {
      alvo,
      pointerId: event.pointerId,
      toque: event.pointerType === "touch",
      ponto: { x: event.clientX, y: event.clientY },
    };
    encerrar.current = arrastar(
      { ...pega, base: { ...base, modo: estica ? "esticar" : "mover", por: "ponteiro" } },
      atual,
    );
  };
}
