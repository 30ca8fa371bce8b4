"use client";

import { CalendarPlus } from "lucide-react";
import { ColorDot } from "@/components/ui/color-dot";
import { EmptyState } from "@/components/ui/empty-state";
import type { Item, Profissional } from "@/lib/agenda/queries";
import { escreverDiaLongo, escreverDiaRelativo, escreverHoraDe, relogio } from "@/lib/domain/relogio";
import { quemE, visiveis } from "../colunas";
import { SituacaoBadge } from "../SituacaoBadge";
import { useAgenda } from "../use-agenda";
import { useToqueLongo } from "./use-toque-longo";

type CelularListaProps = {
  /** Null: everybody. */
  profissional: Profissional | null;
  onAtalhos: (item: Item) => void;
};

/** What is booked, one under the other, from the day on. */
export function CelularLista({ profissional, onAtalhos }: CelularListaProps) {
  const { janela, endereco, carregando, hoje, podeAgendar } = useAgenda();
  const { fuso, profissionais } = janela;
  const itens = visiveis(janela.itens, {
    canceladas: endereco.canceladas,
    profissional: profissional?.id ?? null,
  }).filter(({ i }) => relogio(i, fuso).dia >= endereco.dia);
  const dias = [...new Set(itens.map(({ i }) => relogio(i, fuso).dia))];
  const toques = useToqueLongo(itens, onAtalhos);
  if (!itens.length && !carregando)
    return (
      <EmptyState icon={CalendarPlus} title="Nada marcado nestes dias">
        {podeAgendar && "Toque em Agendar para marcar o primeiro horário."}
      </EmptyState>
    );
  return (
    <div {...toques} aria-busy={carregando} className="grid grid-cols-1 gap-3 [-webkit-touch-callout:none]">
      {dias.map((dia) => (
        <section key={dia} aria-labelledby={`lista-${dia}`} className="rounded-lg border bg-surface">
          <h2 id={`lista-${dia}`} className="border-b px-4 py-2 font-semibold first-letter:uppercase">
            {dia === hoje ? escreverDiaRelativo(dia, hoje) : escreverDiaLongo(dia)}
          </h2>
          <ul className="divide-y">
            {itens
              .filter(({ i }) => relogio(i, fuso).dia === dia)
              .map((item) => {
                const quem = profissionais.find(({ id }) => id === item.f);
                return (
                  <li key={item.id}>
                    <button
                      type="button"
                      data-agendamento={item.id}
                      className="flex min-h-14 w-full touch-pan-y items-center gap-3 px-4 py-2 text-left -outline-offset-2 select-none hover:bg-sunken"
                    >
                      <span className="shrink-0 font-medium tabular-nums">{escreverHoraDe(item.i, fuso)}</span>
                      <span className="min-w-0 grow">
                        <span className="block truncate font-medium">{quemE(item)}</span>
                        <span className="flex items-center gap-1.5 text-sm text-muted">
                          <ColorDot cor={quem?.cor ?? "cinza"} />
                          <span className="truncate">
                            {quem?.nome}, {item.n}
                          </span>
                        </span>
                      </span>
                      <SituacaoBadge item={item} />
                    </button>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
