import { modosConsentimento } from "@/lib/domain/pessoas";

/** How a client may have agreed when a person writes it down; the import says so of itself. */
export const opcoesModo = Object.entries(modosConsentimento)
  .filter(([value]) => value !== "importacao")
  .map(([value, label]) => ({ value, label }));
