"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";

const temas = [
  { value: "system", label: "Como o aparelho" },
  { value: "light", label: "Claro" },
  { value: "dark", label: "Escuro" },
];

const never = () => () => {};

/** Light, dark, or as the device says. Kept on this device. */
export function TemaEscolha() {
  const { theme, setTheme } = useTheme();
  // The server does not know what this device has chosen.
  const known = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Field group label="Cores da tela">
      <Choice options={temas} value={known ? (theme ?? "system") : ""} onValueChange={setTheme} />
    </Field>
  );
}
