"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useFormState } from "react-hook-form";

/** A part of a long form, folded until wanted. It opens by itself when something in it is refused. */
export function Parte({ titulo, aberta, children }: { titulo: string; aberta?: boolean; children: ReactNode }) {
  const parte = useRef<HTMLDetailsElement>(null);
  const { submitCount } = useFormState();

  useEffect(() => {
    if (submitCount && parte.current?.querySelector("[aria-invalid]")) parte.current.open = true;
  }, [submitCount]);

  return (
    <details ref={parte} open={aberta} className="border-t pt-2">
      <summary className="flex min-h-11 cursor-pointer items-center rounded-md font-semibold">{titulo}</summary>
      <div className="grid grid-cols-1 gap-4 pt-2 pb-2">{children}</div>
    </details>
  );
}
