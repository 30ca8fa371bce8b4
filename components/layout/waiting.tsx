"use client";

import { createContext, use, useEffect, useRef, type ReactNode } from "react";
import { useRead } from "@/components/ui/use-read";
import type { ItemMenu } from "@/lib/domain/permissoes";
import { useLive } from "./live";

const PLACE = "/conversas";

/** How many clients wait, and whether the house writes to clients at all. */
type Conversations = { quantas: number; ligado: boolean };

const NONE: Conversations = { quantas: 0, ligado: false };

const WaitingContext = createContext(NONE);

/** Whether what happens to an appointment is told to its client. */
export const useTellsClients = () => use(WaitingContext).ligado;

/** How many clients wait at this place of the menu. */
function useWaiting(href: string): number {
  const { quantas } = use(WaitingContext);
  return href === PLACE ? quantas : 0;
}

/** Two short tones, if the browser lets a page make a sound: it does once somebody has clicked in it. */
function ring() {
  const audio = new AudioContext();
  if (audio.state !== "running") return void audio.close();
  for (const [i, pitch] of [660, 880].entries()) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    const from = audio.currentTime + i * 0.16;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.08, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.15);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.16);
  }
  setTimeout(() => void audio.close(), 1_000);
}

const COUNT = /^\(\d+\) /;

/** Keeps a number before the title of the page, whatever page it is. */
function useTitle(count: number) {
  useEffect(() => {
    const write = () => {
      const bare = document.title.replace(COUNT, "");
      const wanted = count ? `(${count}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    write();
    const watch = new MutationObserver(write);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [count]);
}

function Bell({ count, onNews }: { count: number | undefined; onNews: () => void }) {
  const known = useRef<number | undefined>(undefined);
  useLive("conversas", onNews);
  useTitle(count ?? 0);
  useEffect(() => {
    if (known.current !== undefined && count !== undefined && count > known.current) ring();
    known.current = count;
  }, [count]);
  return null;
}

/** Rings when a client waits for a person: in the title, at the menu's entry and, where allowed, with a sound. */
export function WaitingProvider({ menu, children }: { menu: readonly ItemMenu[]; children: ReactNode }) {
  const watches = menu.some(({ href }) => href === PLACE);
  const { last, again } = useRead<Conversations>(watches ? "/api/conversas/esperando" : null);
  return (
    <WaitingContext value={last ?? NONE}>
      {watches && <Bell count={last?.quantas} onNews={again} />}
      {children}
    </WaitingContext>
  );
}

const places = {
  end: "ml-auto",
  corner: "absolute top-0 right-0",
  either: "ml-auto max-lg:absolute max-lg:top-0 max-lg:right-0",
  above: "absolute top-1 left-1/2 ml-1",
};

/** The number on an entry of the menu. */
export function WaitingBadge({ href, place = "end" }: { href: string; place?: keyof typeof places }) {
  const waiting = useWaiting(href);
  if (!waiting) return null;
  return (
    <span
      className={`grid h-5 min-w-5 place-items-center rounded-full bg-danger px-1.5 text-xs font-semibold text-on-danger tabular-nums ${places[place]}`}
    >
      <span aria-hidden>{waiting > 99 ? "99+" : waiting}</span>
      <span className="sr-only">, {waiting} esperando</span>
    </span>
  );
}
