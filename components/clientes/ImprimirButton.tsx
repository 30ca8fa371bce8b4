"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useRecordedPrint } from "@/components/ui/use-recorded-print";
import { imprimirClienteAction } from "@/lib/clientes/actions";

/** Prints the page of a client. What goes to paper is remembered. */
export function ImprimirButton({ id }: { id: number }) {
  const { print, pending } = useRecordedPrint((chave) => imprimirClienteAction({ id }, chave));
  return (
    <Button variant="secondary" pending={pending} onClick={print}>
      <Printer aria-hidden />
      Imprimir
    </Button>
  );
}
