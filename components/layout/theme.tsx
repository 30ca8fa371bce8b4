"use client";

import { Moon, Sun } from "lucide-react";
import { ThemeProvider as Provider, useTheme } from "next-themes";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Sets the theme before the first paint, by an inline script that needs the page's CSP nonce. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <Provider attribute="class" nonce={nonce} storageKey="tema" enableColorScheme={false} disableTransitionOnChange>
      {children}
    </Provider>
  );
}

/** Light or dark. Choosing what the device has already chosen follows the device from then on. */
export function ThemeToggle() {
  const { resolvedTheme, systemTheme, setTheme } = useTheme();
  function toggle() {
    const next = resolvedTheme === "dark" ? "light" : "dark";
    setTheme(next === systemTheme ? "system" : next);
  }
  return (
    <Button variant="ghost" size="icon" aria-label="Alternar tema claro e escuro" onClick={toggle}>
      <Moon aria-hidden className="dark:hidden" />
      <Sun aria-hidden className="hidden dark:block" />
    </Button>
  );
}
