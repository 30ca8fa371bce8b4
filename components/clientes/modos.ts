import { modosConsentimento } from "@/lib/domain/pessoas";

/** How a client may have agreed when a person writes it down: in any way but by import. */
export const opcoesModo = Object.entries(modosConsentimento)
  .filter(([value]) => value !== "importacao")
  .map(([value, label]) => ({ value, label }));
