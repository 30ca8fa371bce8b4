"use client";

import { useTheme } from "next-themes";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";

const temas = [
  { value: "system", label: "Como o aparelho" },
  { value: "light", label: "Claro" },
  { value: "dark", label: "Escuro" },
];

/** Light, dark, or as the device says. Kept on this device. */
export function TemaEscolha() {
  const { theme, setTheme } = useTheme();
  // The server does not know what this device has chosen.
  const known = useHydrated();
  return (
    <Field group label="Cores da tela">
      <Choice options={temas} value={known ? (theme ?? "system") : ""} onValueChange={setTheme} />
    </Field>
  );
}
