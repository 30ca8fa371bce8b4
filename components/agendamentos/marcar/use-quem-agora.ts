"use client";

import { useEffect, useEffectEvent } from "react";
import { useRead } from "@/components/ui/use-read";
import { fazTudo, type QuemFaz } from "@/lib/domain/oferta";
import { minutoDoInstante } from "@/lib/domain/relogio";
import type { HorariosLivres } from "@/lib/horarios/queries";
import { enderecoDosHorarios } from "../enderecos";
import { porDia } from "../horarios";
import type { Parte } from "./formulario";

/** Whoever is free so soon is free now. */
const LOGO_MINUTOS = 15;

type QuemAgora = {
  agora: boolean;
  parte: Parte;
  profissionais: readonly QuemFaz[];
  /** Today. */
  dia: string;
  onAchar: (mudanca: Partial<Parte>) => void;
};

/**
 * For a walk-in with whoever can: finds who is free first once the services are known. Whoever is busy for longer than some
 * minutes gets it when they are free again.
 *
 * @returns whether it is still looking
 */
export function useQuemAgora({ agora, parte, profissionais, dia, onAchar }: QuemAgora): boolean {
  const { servicos, funcionarioId, duracaoMinutos, inicio } = parte;
  const procura = agora && funcionarioId === null && servicos.length > 0;
  const { data, failure } = useRead<HorariosLivres>(
    procura ? enderecoDosHorarios({ servicos, funcionarioId, duracaoMinutos, de: dia, ate: dia }) : null,
  );
  const achar = useEffectEvent((lidos: HorariosLivres) => {
    const primeiro = porDia(lidos)[0]?.livres[0];
    if (!inicio) return;
    if (!primeiro) {
      // Nobody is free: whoever can is offered, with what stands in the way.
      const alguem = profissionais.find((um) => fazTudo(um, servicos));
      if (alguem) onAchar({ funcionarioId: alguem.id });
      return;
    }
    const espera = minutoDoInstante(primeiro.inicio) - minutoDoInstante(inicio);
    onAchar({ funcionarioId: primeiro.funcionarioId, ...(espera > LOGO_MINUTOS && { inicio: primeiro.inicio }) });
  });
  useEffect(() => {
    if (procura && data) achar(data);
  }, [procura, data]);
  return procura && !data && !failure;
}
