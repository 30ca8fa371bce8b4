"use client";

import { Copy } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { toast } from "./toast";

type CopyButtonProps = { text: string; label: string } & Pick<ComponentProps<typeof Button>, "size" | "variant">;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, size, variant = "secondary" }: CopyButtonProps) {
  async function copy() {
    // Browsers offer no clipboard where a company serves plain HTTP in its own network.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (copied) toast.success("Copiado.");
    else toast.error("Este navegador não deixou copiar. Selecione o texto e copie.");
  }
  return (
    <Button variant={variant} size={size} onClick={() => void copy()}>
      <Copy aria-hidden />
      {label}
    </Button>
  );
}
