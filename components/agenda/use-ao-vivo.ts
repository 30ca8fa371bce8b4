"use client";

import { useEffect, useEffectEvent } from "react";

const JUNTAR_MS = 60;
const ESPERAS_MS = [1_000, 2_000, 5_000, 15_000];

const aqui = new EventTarget();

/** What this page has done itself: the screen need not wait until it comes back from the server. */
export const avisarMudanca = () => aqui.dispatchEvent(new Event("agenda"));

/**
 * Calls `aoMudar` soon after the agenda changed anywhere, and once after each gap in which a change may have been missed: a
 * broken connection, a page that was in the background. There it holds no connection.
 */
export function useAoVivo(aoMudar: () => void) {
  const mudou = useEffectEvent(aoMudar);

  useEffect(() => {
    let fonte: EventSource | null = null;
    let junta: ReturnType<typeof setTimeout> | undefined;
    let espera: ReturnType<typeof setTimeout> | undefined;
    let quedas = 0;
    let perdeu = false;

    function avisar() {
      junta ??= setTimeout(() => {
        junta = undefined;
        mudou();
      }, JUNTAR_MS);
    }
    function abrir() {
      clearTimeout(espera);
      if (fonte || document.hidden) return;
      fonte = new EventSource("/api/eventos");
      fonte.addEventListener("agenda", avisar);
      fonte.onopen = () => {
        quedas = 0;
        if (perdeu) avisar();
        perdeu = false;
      };
      fonte.onerror = () => {
        perdeu = true;
        // The browser tries again by itself after a broken line, but not after a refusal.
        if (fonte?.readyState !== EventSource.CLOSED) return;
        fonte = null;
        espera = setTimeout(abrir, ESPERAS_MS[Math.min(quedas++, ESPERAS_MS.length - 1)]);
      };
    }
    function fechar() {
      clearTimeout(espera);
      fonte?.close();
      fonte = null;
      perdeu = true;
    }
    const aoVer = () => (document.hidden ? fechar() : abrir());

    abrir();
    aqui.addEventListener("agenda", avisar);
    document.addEventListener("visibilitychange", aoVer);
    window.addEventListener("online", abrir);
    return () => {
      aqui.removeEventListener("agenda", avisar);
      document.removeEventListener("visibilitychange", aoVer);
      window.removeEventListener("online", abrir);
      clearTimeout(junta);
      fechar();
    };
  }, []);
}
