"use client";

import { memo } from "react";
import { motivosDeBloqueio } from "@/lib/domain/agenda";
import { seMove, type Coluna as ColunaDados, type Conteudo } from "../colunas";
import { recortar, type Trecho } from "../geometria";
import { Bloco, naColuna } from "./Bloco";

type ColunaProps = {
  indice: number;
  coluna: ColunaDados;
  conteudo: Conteudo;
  /** With its appointments, and not only what lies below them. */
  desenhada: boolean;
  faixa: Trecho;
  cor: "profissional" | "situacao";
  podeAgendar: boolean;
  /** The appointment on its way elsewhere. */
  levado: number | null;
  rotulo: string;
};

const listras =
  "bg-[repeating-linear-gradient(135deg,transparent_0_5px,color-mix(in_oklab,var(--muted)_18%,transparent)_5px_6px)]";

/** One professional's day: closed hours and blocks shaded, appointments above them. Drawn anew only if that changed. */
export const Coluna = memo(function Coluna({
  indice,
  coluna,
  conteudo,
  desenhada,
  faixa,
  cor,
  podeAgendar,
  levado,
  rotulo,
}: ColunaProps) {
  const blocos = desenhada ? conteudo.blocos : [];
  return (
    <div role="group" aria-label={rotulo} data-coluna={indice} className="relative border-l pr-2">
      {conteudo.fechados.map((trecho) => {
        const visto = recortar(trecho, faixa);
        return (
          visto && (
            <div
              key={trecho.inicio}
              data-fechado
              style={naColuna(visto, faixa)}
              className="absolute inset-x-0 bg-sunken"
            />
          )
        );
      })}
      {conteudo.bloqueios.map(({ bloqueio, trecho }) => {
        const visto = recortar(trecho, faixa);
        return (
          visto && (
            <div
              key={bloqueio.id}
              data-bloqueio={bloqueio.id}
              style={naColuna(visto, faixa)}
              className={`absolute inset-x-0 overflow-hidden bg-sunken px-1.5 py-1 text-xs text-muted ${listras}`}
            >
              <span className="block truncate rounded-sm bg-sunken px-1 font-medium">
                {motivosDeBloqueio[bloqueio.m]}
              </span>
              {bloqueio.x && <span className="mt-0.5 line-clamp-2 rounded-sm bg-sunken px-1">{bloqueio.x}</span>}
            </div>
          )
        );
      })}
      <div className="pointer-events-none absolute inset-0 mr-2">
        {blocos.map(({ item, trecho }) => {
          const preparo = item.p && recortar({ inicio: trecho.fim, fim: trecho.fim + item.p }, faixa);
          return (
            preparo && (
              <div key={item.id} style={naColuna(preparo, faixa)} className={`absolute inset-x-0 ${listras}`} />
            )
          );
        })}
        <div className="contents *:pointer-events-auto">
          {blocos.map((bloco) => (
            <Bloco
              key={bloco.item.id}
              bloco={bloco}
              faixa={faixa}
              profissional={coluna.profissional}
              cor={cor}
              seMove={podeAgendar && seMove(bloco.item)}
              levado={levado === bloco.item.id}
            />
          ))}
        </div>
      </div>
    </div>
  );
});
