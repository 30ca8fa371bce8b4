"use client";

import { useRecordedPrint } from "@/components/ui/use-recorded-print";
import { imprimirAgendaAction } from "@/lib/agenda/actions";

/** Prints a day of the agenda, which is remembered. */
export const useImprimir = (dia: string) => useRecordedPrint((chave) => imprimirAgendaAction({ dia }, chave)).print;
