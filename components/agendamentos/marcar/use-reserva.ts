"use client";

import { useEffect } from "react";
import { call } from "@/components/ui/call";
import { liberarAction, reservarAction } from "@/lib/agendamentos/actions";
import type { Parte } from "./formulario";

const UM_INSTANTE_MS = 400;

type Lugar = Parte & { funcionarioId: number; inicio: string };
const escolhida = (parte: Parte): parte is Lugar =>
  parte.funcionarioId !== null && parte.inicio !== null && parte.servicos.length > 0;

/**
 * Holds the chosen places while the form is open, so that nobody takes them from under a person who still types the name.
 * A place that could not be held is refused, with the reason, when it is booked.
 */
export function useReserva(partes: readonly Parte[]): void {
  const lugares = JSON.stringify(partes.every(escolhida) ? partes : null);

  useEffect(() => {
    const escolhidas = JSON.parse(lugares) as Lugar[] | null;
    if (!escolhidas) return;
    const espera = setTimeout(() => void call(() => reservarAction({ partes: escolhidas })), UM_INSTANTE_MS);
    return () => clearTimeout(espera);
  }, [lugares]);

  useEffect(() => () => void call(() => liberarAction({})), []);
}
