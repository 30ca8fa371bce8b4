"use client";

import { useEffect, useEffectEvent } from "react";

const TOGETHER_MS = 60;
const WAITS_MS = [1_000, 2_000, 5_000, 15_000];
/** So long after the server drew it a screen is shown at the latest, where the line was open already. */
const DRAWN_MS = 10_000;

/** What the house tells its open screens. */
type News = "agenda" | "conversas";
type Ear = { news: News; hear: () => void };

// One line to the server for the whole page: browsers give few.
const ears = new Set<Ear>();
let source: EventSource | null = null;
let wait: ReturnType<typeof setTimeout> | undefined;
let falls = 0;
let missed = false;
const heard = new Map<News, number>();

/** What this page has done itself: its screens need not wait until it comes back from the server. */
export function tell(news: News) {
  heard.set(news, Date.now());
  for (const ear of ears) if (ear.news === news) ear.hear();
}

function tellAll() {
  tell("agenda");
  tell("conversas");
}

function open() {
  clearTimeout(wait);
  if (source || document.hidden || !ears.size) return;
  const opened = new EventSource("/api/eventos");
  source = opened;
  opened.addEventListener("agenda", () => tell("agenda"));
  opened.addEventListener("conversas", () => tell("conversas"));
  opened.onopen = () => {
    falls = 0;
    if (missed) tellAll();
    missed = false;
  };
  opened.onerror = () => {
    missed = true;
    // The browser tries again by itself after a broken line, but not after a refusal.
    if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
    source = null;
    wait = setTimeout(open, WAITS_MS[Math.min(falls++, WAITS_MS.length - 1)]);
  };
}

function close() {
  clearTimeout(wait);
  source?.close();
  source = null;
  missed = true;
}

const onSight = () => (document.hidden ? close() : open());

function listen(ear: Ear): () => void {
  if (!ears.size) {
    missed = false;
    document.addEventListener("visibilitychange", onSight);
    window.addEventListener("online", open);
  }
  ears.add(ear);
  if (Date.now() - (heard.get(ear.news) ?? 0) < DRAWN_MS) ear.hear();
  open();
  return () => {
    ears.delete(ear);
    if (ears.size) return;
    document.removeEventListener("visibilitychange", onSight);
    window.removeEventListener("online", open);
    close();
  };
}

/**
 * Calls `onNews` soon after something changed anywhere, and once after each gap in which a change may have been missed: the
 * way from the server to the screen, a broken connection, a page that was in the background. There it holds no connection.
 */
export function useLive(news: News, onNews: () => void) {
  const changed = useEffectEvent(onNews);

  useEffect(() => {
    let together: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      together ??= setTimeout(() => {
        together = undefined;
        changed();
      }, TOGETHER_MS);
    };
    const deafen = listen({ news, hear });
    return () => {
      clearTimeout(together);
      deafen();
    };
  }, [news]);
}
