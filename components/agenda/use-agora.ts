"use client";

import { useSyncExternalStore } from "react";

const minuto = () => Math.floor(Date.now() / 60_000);

function aCadaMinuto(avisar: () => void) {
  const relogio = setInterval(avisar, 10_000);
  document.addEventListener("visibilitychange", avisar);
  return () => {
    clearInterval(relogio);
    document.removeEventListener("visibilitychange", avisar);
  };
}

/** The minute since the epoch, as it goes by. @param doServidor what the page was made at */
export const useAgora = (doServidor: number) => useSyncExternalStore(aCadaMinuto, minuto, () => doServidor);
