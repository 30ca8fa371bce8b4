"use client";

import { escreverHora } from "@/lib/domain/expediente";
import { horaNoDia, type Coluna } from "../colunas";
import { UNIDADE, type Trecho } from "../geometria";

const HORA = 60;
const acima = (hora: number, faixa: Trecho) => `calc(var(--u) * ${(hora - faixa.inicio) / UNIDADE})`;

/** The hours at the left, and the time it is among them. @param agora minutes since midnight; null: another day */
export function Eixo({ faixa, agora }: { faixa: Trecho; agora: number | null }) {
  const horas = Array.from({ length: (faixa.fim - faixa.inicio) / HORA }, (_, n) => faixa.inicio + n * HORA);
  return (
    <div aria-hidden className="sticky left-0 z-10 bg-surface text-right text-xs text-muted tabular-nums">
      {horas.slice(1).map((hora) => (
        <span key={hora} className="absolute right-2 -translate-y-1/2" style={{ top: acima(hora, faixa) }}>
          {escreverHora(hora)}
        </span>
      ))}
      {agora !== null && agora >= faixa.inicio && agora < faixa.fim && (
        <span
          className="absolute right-1 z-1 -translate-y-1/2 rounded-sm bg-danger px-1 font-semibold text-on-danger"
          style={{ top: acima(agora, faixa) }}
        >
          {escreverHora(agora)}
        </span>
      )}
    </div>
  );
}

type LinhaProps = {
  faixa: Trecho;
  agora: number | null;
  colunas: readonly Coluna[];
  fuso: string;
  /** Minutes since the epoch. */
  instante: number;
};

/** The line of now across the columns of today. */
export function LinhaDoAgora({ faixa, agora, colunas, fuso, instante }: LinhaProps) {
  if (agora === null || agora < faixa.inicio || agora >= faixa.fim) return null;
  const deHoje = colunas.map(({ dia }) => horaNoDia(instante, dia, fuso)).map((hora) => hora >= 0 && hora < 1_440);
  const [de, quantas] = [deHoje.indexOf(true), deHoje.filter(Boolean).length];
  return (
    <div
      aria-hidden
      data-agora
      className="pointer-events-none absolute z-4 h-0.5 -translate-y-1/2 bg-danger"
      style={{
        top: acima(agora, faixa),
        left: `${(de / colunas.length) * 100}%`,
        width: `${(quantas / colunas.length) * 100}%`,
      }}
    />
  );
}
