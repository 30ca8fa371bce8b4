"use client";

import { Printer } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { call, newKey, useCall } from "@/components/ui/call";
import { toast } from "@/components/ui/toast";
import { imprimirClienteAction } from "@/lib/clientes/actions";

/** Prints the page of a client. What goes to paper is remembered once, also when the browser's own menu prints it. */
export function ImprimirButton({ id }: { id: number }) {
  const { run, pending } = useCall();
  const recorded = useRef(false);

  const onBefore = useEffectEvent(() => {
    if (recorded.current) return;
    recorded.current = true;
    void call(() => imprimirClienteAction({ id }, newKey()));
  });
  const onAfter = useEffectEvent(() => {
    recorded.current = false;
  });
  useEffect(() => {
    const [before, after] = [() => onBefore(), () => onAfter()];
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);

  async function print() {
    const answer = await run((chave) => imprimirClienteAction({ id }, chave));
    if (!answer.ok) return void toast.error(answer.error.message);
    recorded.current = true;
    window.print();
    // Some phones return at once and tell of no end: remembering a print twice is better than not at all.
    recorded.current = false;
  }

  return (
    <Button variant="secondary" pending={pending} onClick={print}>
      <Printer aria-hidden />
      Imprimir
    </Button>
  );
}
