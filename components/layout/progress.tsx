"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { innerLink } from "@/components/ui/inner-link";

const GIVE_UP_MS = 15_000;

/** A thin line on top while a navigation takes longer than a blink (300 ms, waited in CSS). */
export function NavigationProgress() {
  const place = `${usePathname()}?${useSearchParams()}`;
  const [leaving, setLeaving] = useState<string | null>(null);
  if (leaving !== null && leaving !== place) setLeaving(null);

  useEffect(() => {
    const start = () => setLeaving(place);
    const onClick = (event: MouseEvent) => {
      const href = innerLink(event);
      if (href !== null && href !== location.pathname + location.search) start();
    };
    document.addEventListener("click", onClick);
    window.addEventListener("navigation-start", start);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("navigation-start", start);
    };
  }, [place]);

  useEffect(() => {
    if (leaving === null) return;
    const timer = setTimeout(() => setLeaving(null), GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [leaving]);

  if (leaving === null) return null;
  return (
    <div
      role="progressbar"
      aria-label="Carregando"
      className="fixed inset-x-0 top-0 z-50 h-0.5 origin-left animate-progress bg-brand print:hidden"
    />
  );
}
