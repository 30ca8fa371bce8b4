"use client";

import { useMemo } from "react";
import { ColorDot } from "@/components/ui/color-dot";
import { contar } from "@/lib/domain/texto";
import { escreverDiaLongo } from "@/lib/domain/relogio";
import type { Coluna } from "../colunas";
import { useAgenda } from "../use-agenda";
import { Grade } from "./Grade";
import { NinguemAtende } from "./NinguemAtende";

/** One day, a column for each professional. */
export function Dia() {
  const { janela, endereco, ir } = useAgenda();
  const { dia, profissional } = endereco;
  const { profissionais } = janela;
  const colunas = useMemo(
    () =>
      profissionais
        .filter(({ id }) => !profissional || id === profissional)
        .map((um): Coluna => ({ chave: String(um.id), dia, profissional: um })),
    [profissionais, profissional, dia],
  );
  if (!colunas.length) return <NinguemAtende />;
  return (
    <Grade
      rotulo={`Agenda de ${escreverDiaLongo(dia)}`}
      colunas={colunas}
      rotuloDe={({ profissional: { nome } }) => nome}
      cabeca={({ profissional: { id, nome, cor } }, quantos) => (
        <button
          type="button"
          title={`Semana de ${nome}`}
          onClick={() => ir({ visao: "semana", profissional: id })}
          className="flex h-12 w-full min-w-0 flex-col justify-center px-2 text-left -outline-offset-2 hover:bg-sunken"
        >
          <span className="flex w-full items-center gap-1.5 font-semibold">
            <ColorDot cor={cor} />
            <span className="truncate">{nome}</span>
          </span>
          <span className="w-full truncate text-xs text-muted">{contar(quantos, "marcado", "marcados")}</span>
        </button>
      )}
    />
  );
}
