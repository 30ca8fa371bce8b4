"use client";

import { useAgora } from "@/components/agenda/use-agora";
import { relogio } from "@/lib/domain/relogio";

/** The company's civil day as it is in the browser. @param fuso IANA zone */
export const useHoje = (fuso: string) => relogio(useAgora(0), fuso).dia;
