"use client";

import { useRef, type PointerEvent } from "react";

const LONGE = 60;
const DEPRESSA_MS = 700;

/**
 * Hears a finger that goes sideways. The element must leave that direction to us (`touch-action: pan-y`).
 *
 * @param aoArrastar `1`: to the left, what comes next
 */
export function useArrasto(aoArrastar: (sentido: 1 | -1) => void) {
  const comeco = useRef<{ x: number; y: number; em: number } | null>(null);
  return {
    onPointerDown({ pointerType, isPrimary, clientX, clientY, timeStamp }: PointerEvent) {
      comeco.current = pointerType === "touch" && isPrimary ? { x: clientX, y: clientY, em: timeStamp } : null;
    },
    onPointerUp({ clientX, clientY, timeStamp }: PointerEvent) {
      const de = comeco.current;
      comeco.current = null;
      if (!de || timeStamp - de.em > DEPRESSA_MS) return;
      const [lado, altura] = [clientX - de.x, Math.abs(clientY - de.y)];
      if (Math.abs(lado) > LONGE && Math.abs(lado) > altura * 2) aoArrastar(lado < 0 ? 1 : -1);
    },
    onPointerCancel() {
      comeco.current = null;
    },
  };
}
