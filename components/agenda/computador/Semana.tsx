"use client";

import clsx from "clsx";
import { useMemo } from "react";
import { escreverDiaCurto, escreverDiaLongo, somarDias } from "@/lib/domain/relogio";
import { contar } from "@/lib/domain/texto";
import type { Coluna } from "../colunas";
import { periodoDe } from "../endereco";
import { useAgenda } from "../use-agenda";
import { Grade } from "./Grade";
import { NinguemAtende } from "./NinguemAtende";

/** A week of one professional: whom the address names, else the first. */
export function Semana() {
  const { janela, endereco, hoje, ir } = useAgenda();
  const { profissionais } = janela;
  const quem = profissionais.find(({ id }) => id === endereco.profissional) ?? profissionais[0];
  const { de } = periodoDe(endereco);
  const colunas = useMemo(
    () =>
      quem
        ? [0, 1, 2, 3, 4, 5, 6].map((n): Coluna => {
            const dia = somarDias(de, n);
            return { chave: dia, dia, profissional: quem };
          })
        : [],
    [quem, de],
  );
  if (!quem) return <NinguemAtende />;
  return (
    <Grade
      rotulo={`Semana de ${quem.nome}`}
      colunas={colunas}
      rotuloDe={({ dia }) => escreverDiaLongo(dia)}
      cabeca={({ dia }, quantos) => (
        <button
          type="button"
          title={`Dia ${escreverDiaLongo(dia)}`}
          onClick={() => ir({ visao: "dia", dia, profissional: null })}
          className="flex h-12 w-full min-w-0 flex-col justify-center px-1 text-left -outline-offset-2 hover:bg-sunken lg:px-2"
        >
          <span
            className={clsx("w-full truncate text-sm font-semibold lg:text-base", dia === hoje && "text-brand-text")}
          >
            {escreverDiaCurto(dia)}
          </span>
          <span className="w-full truncate text-xs text-muted">
            {dia === hoje && "hoje, "}
            {contar(quantos, "marcado", "marcados")}
          </span>
        </button>
      )}
    />
  );
}
