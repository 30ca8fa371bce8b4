"use client";

import clsx from "clsx";
import { Armchair, Ban, Check, CheckCheck, ClockAlert, Link2, StickyNote, UserX, type LucideIcon } from "lucide-react";
import type { Item } from "@/lib/agenda/queries";
import { situacoes, type Situacao } from "@/lib/domain/agenda";
import type { Cor } from "@/lib/domain/cores";
import { escreverHora } from "@/lib/domain/expediente";
import { corDaSituacao, quemE, type Bloco as BlocoDados } from "../colunas";
import { UNIDADE, visivel, type Trecho } from "../geometria";

/** Beside the colour, which not everybody sees. */
const sinais: Record<Situacao, LucideIcon | null> = {
  agendado: null,
  confirmado: Check,
  concluido: CheckCheck,
  cancelado: Ban,
  faltou: UserX,
};

/** Where a stretch stands in the column. */
export const naColuna = ({ inicio, fim }: Trecho, faixa: Trecho) => ({
  top: `calc(var(--u) * ${(inicio - faixa.inicio) / UNIDADE})`,
  height: `calc(var(--u) * ${(fim - inicio) / UNIDADE})`,
});

/** "Corte, Maria Souza, Ana, 14:00 às 15:00, Confirmado, já chegou". */
function porExtenso(item: Item, { inicio, fim }: Trecho, profissional: string): string {
  const marcas = [
    item.e && "encaixe",
    item.g && "já chegou",
    item.t && "parte de uma visita",
    item.o && "tem observações",
  ];
  const horas = `${escreverHora(inicio)} às ${escreverHora(fim % 1_440)}`;
  return [item.n, quemE(item), profissional, horas, situacoes[item.s], ...marcas].filter(Boolean).join(", ");
}

type BlocoProps = {
  bloco: BlocoDados;
  faixa: Trecho;
  profissional: { nome: string; cor: Cor };
  cor: "profissional" | "situacao";
  /** It may be moved by whoever looks at it. */
  seMove: boolean;
  /** It is on its way elsewhere. */
  levado: boolean;
};

/** An appointment in the grid, which hears for it. Short ones say it in one line. */
export function Bloco({ bloco, faixa, profissional, cor, seMove, levado }: BlocoProps) {
  const { item, trecho, lugar } = bloco;
  const Sinal = sinais[item.s];
  const acabou = item.s === "cancelado" || item.s === "faltou";
  const curto = trecho.fim - trecho.inicio < 30;
  const marcas = [item.g && Armchair, item.t && Link2, item.o && StickyNote, item.x && ClockAlert].filter(
    (marca): marca is LucideIcon => Boolean(marca),
  );
  return (
    <button
      type="button"
      data-agendamento={item.id}
      data-cor={cor === "situacao" ? corDaSituacao[item.s] : profissional.cor}
      aria-label={porExtenso(item, trecho, profissional.nome)}
      aria-keyshortcuts={seMove ? "M" : undefined}
      style={{
        ...naColuna(visivel(trecho), faixa),
        left: `${(lugar.via / lugar.vias) * 100}%`,
        width: `calc(${(lugar.largura / lugar.vias) * 100}% - 2px)`,
      }}
      className={clsx(
        "[container-type:size] absolute z-1 flex touch-pan-y flex-col overflow-hidden rounded-sm border border-l-3 border-cor bg-cor-fundo px-1.5 text-left text-xs/4 text-cor-texto select-none hover:z-2 hover:shadow-float focus-visible:z-3",
        curto ? "justify-center" : "justify-start py-0.5",
        acabou && "border-dashed",
        item.s === "concluido" && "bg-surface",
        seMove && "cursor-grab",
        levado && "opacity-50",
      )}
    >
      <span className={clsx("flex w-full shrink-0 items-center gap-1 font-semibold", acabou && "line-through")}>
        {Sinal && <Sinal aria-hidden className="size-3 shrink-0" />}
        <span className="truncate">
          {curto && <span className="font-normal tabular-nums">{escreverHora(trecho.inicio)} </span>}
          {quemE(item)}
        </span>
        {marcas.map((Marca, n) => (
          <Marca key={n} aria-hidden className={clsx("size-3 shrink-0", n === 0 && "ml-auto")} />
        ))}
      </span>
      {!curto && (
        <>
          <span className="w-full shrink-0 truncate tabular-nums">
            {escreverHora(trecho.inicio)}
            <span className="[@container(width<5.25rem)]:hidden"> – {escreverHora(trecho.fim % 1_440)}</span>
            {item.e && " · encaixe"}
          </span>
          {/* Whole lines only, as many as are left below the two above. */}
          <span className="line-clamp-3 max-h-[round(down,100cqh-2rem,1rem)] w-full shrink-0 hyphens-auto">
            {item.n}
          </span>
        </>
      )}
      {seMove && (
        <span data-esticar className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize pointer-coarse:h-3" />
      )}
    </button>
  );
}
