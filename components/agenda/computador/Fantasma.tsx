"use client";

import { useEffect, useRef } from "react";
import { escreverHora } from "@/lib/domain/expediente";
import { corDaSituacao, quemE, type Coluna } from "../colunas";
import { visivel, type Trecho } from "../geometria";
import { naColuna } from "./Bloco";
import type { Movimento } from "./movimento";

type FantasmaProps = {
  movimento: Movimento;
  colunas: readonly Coluna[];
  faixa: Trecho;
  cor: "profissional" | "situacao";
};

/** Where an appointment would be if it were let go now. */
export function Fantasma({ movimento, colunas, faixa, cor }: FantasmaProps) {
  const { item, coluna, inicio, duracao, por } = movimento;
  const trecho = { inicio, fim: inicio + duracao };
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (por === "teclado") ref.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [por, coluna, inicio, duracao]);
  return (
    <div
      ref={ref}
      aria-hidden
      data-fantasma
      data-cor={cor === "situacao" ? corDaSituacao[item.s] : colunas[coluna]!.profissional.cor}
      style={{
        ...naColuna(visivel(trecho), faixa),
        left: `${(coluna / colunas.length) * 100}%`,
        width: `${100 / colunas.length}%`,
      }}
      className="pointer-events-none absolute z-5 scroll-m-16 overflow-hidden rounded-sm border-2 border-cor bg-cor-fundo px-1.5 text-xs/4 text-cor-texto shadow-float"
    >
      <strong className="block truncate tabular-nums">
        {escreverHora(inicio)} – {escreverHora(trecho.fim % 1_440)}
      </strong>
      <span className="block truncate">{quemE(item)}</span>
    </div>
  );
}
