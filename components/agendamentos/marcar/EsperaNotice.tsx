"use client";

import { useAgora } from "@/components/agenda/use-agora";
import { Notice } from "@/components/ui/notice";
import { escreverDiaRelativo, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { Parte } from "./formulario";

type EsperaNoticeProps = {
  parte: Parte;
  profissionais: readonly { id: number; nome: string }[];
  /** IANA zone. */
  fuso: string;
};

/** That a walk-in does not begin at once, but when somebody is free. */
export function EsperaNotice({ parte: { funcionarioId, inicio }, profissionais, fuso }: EsperaNoticeProps) {
  const agora = useAgora(0);
  const quem = profissionais.find(({ id }) => id === funcionarioId);
  const minuto = inicio === null ? 0 : minutoDoInstante(inicio);
  if (!quem || minuto <= agora) return null;
  const dia = escreverDiaRelativo(relogio(minuto, fuso).dia, relogio(agora, fuso).dia);
  return (
    <Notice tone="warning" title={`${quem.nome}, livre ${dia} às ${escreverHoraDe(minuto, fuso)}`}>
      O atendimento só começa nesse horário.
    </Notice>
  );
}
