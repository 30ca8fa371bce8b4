"use client";

import { Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { escreverInstante } from "@/lib/domain/instantes";
import type { Detalhe } from "@/lib/fichas/queries";

type HistoriaProps = {
  passos: Detalhe["historia"];
  /** IANA zone. */
  fuso: string;
  /** Takes the last step back. */
  onDesfazer?: () => void;
};

/** Who did what to it, the last first. */
export function Historia({ passos, fuso, onDesfazer }: HistoriaProps) {
  return (
    <details>
      <summary className="flex min-h-11 items-center rounded-md font-medium text-brand-text">Histórico</summary>
      <ol className="grid grid-cols-1 gap-3 pt-1">
        {passos.toReversed().map(({ quando, quem, ato, rotulo, mudancas }, i) => (
          <li key={`${quando} ${i}`} className="border-l-2 pl-3">
            <p className="font-medium">{rotulo}</p>
            <p className="text-sm text-muted">
              {quem}, {escreverInstante(quando, fuso)}
            </p>
            {mudancas.map(({ campo, antes, depois }, j) => (
              <p key={j} className="text-sm">
                {campo}: {[antes, depois].filter((valor) => valor !== null).join(" → ") || "vazio"}
              </p>
            ))}
            {i === 0 && onDesfazer && ato.startsWith("agendamento.") && (
              <Button variant="secondary" size="sm" className="mt-2" onClick={onDesfazer}>
                <Undo2 aria-hidden />
                Desfazer
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
