"use client";

import { escreverInstante } from "@/lib/domain/instantes";
import type { Detalhe } from "@/lib/fichas/queries";

/** Who did what to it, the last first. @param fuso IANA zone */
export function Historia({ passos, fuso }: { passos: Detalhe["historia"]; fuso: string }) {
  return (
    <details>
      <summary className="flex min-h-11 items-center rounded-md font-medium text-brand-text">Histórico</summary>
      <ol className="grid grid-cols-1 gap-3 pt-1">
        {passos.toReversed().map(({ quando, quem, rotulo, mudancas }, i) => (
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
          </li>
        ))}
      </ol>
    </details>
  );
}
