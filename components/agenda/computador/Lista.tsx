"use client";

import { CalendarPlus } from "lucide-react";
import { useMemo } from "react";
import { ColorDot } from "@/components/ui/color-dot";
import { EmptyState } from "@/components/ui/empty-state";
import type { Item, Profissional } from "@/lib/agenda/queries";
import { escreverDiaLongo, escreverHoraDe, relogio } from "@/lib/domain/relogio";
import { contar } from "@/lib/domain/texto";
import { corDaSituacao, quemE, visiveis } from "../colunas";
import { SituacaoBadge } from "../SituacaoBadge";
import { useAgenda } from "../use-agenda";

function agrupar(itens: readonly Item[], fuso: string): Map<string, Item[]> {
  const grupos = new Map<string, Item[]>();
  for (const item of itens) {
    const { dia } = relogio(item.i, fuso);
    grupos.set(dia, [...(grupos.get(dia) ?? []), item]);
  }
  return grupos;
}

/** Seven days as a list, day by day. */
export function Lista() {
  const { janela, endereco, carregando, hoje, podeAgendar, ir } = useAgenda();
  const { fuso, itens, profissionais } = janela;
  const { canceladas, profissional, cor } = endereco;
  const porDia = useMemo(
    () => agrupar(visiveis(itens, { canceladas, profissional }), fuso),
    [itens, canceladas, profissional, fuso],
  );
  if (!porDia.size && !carregando) {
    return (
      <EmptyState icon={CalendarPlus} title="Nada marcado nestes sete dias">
        {podeAgendar ? "Escolha outro período, ou marque o primeiro horário em Agendar." : "Escolha outro período."}
      </EmptyState>
    );
  }
  return (
    <div aria-busy={carregando} className="grid gap-4">
      {[...porDia].map(([dia, doDia]) => (
        <section key={dia} aria-labelledby={`lista-${dia}`} className="rounded-lg border bg-surface">
          <h2 id={`lista-${dia}`} className="flex justify-between gap-4 border-b px-4 py-2.5 font-semibold">
            <span className="first-letter:uppercase">
              {dia === hoje && "Hoje, "}
              {escreverDiaLongo(dia)}
            </span>
            <span className="font-normal text-muted">{contar(doDia.length, "agendamento", "agendamentos")}</span>
          </h2>
          <ul className="divide-y">
            {doDia.map((item) => (
              <Linha
                key={item.id}
                item={item}
                fuso={fuso}
                profissional={profissionais.find(({ id }) => id === item.f)}
                porSituacao={cor === "situacao"}
                onClick={() => ir({ abrir: item.id })}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type LinhaProps = {
  item: Item;
  fuso: string;
  profissional: Profissional | undefined;
  porSituacao: boolean;
  onClick: () => void;
};

function Linha({ item, fuso, profissional, porSituacao, onClick }: LinhaProps) {
  return (
    <li>
      <button
        type="button"
        data-agendamento={item.id}
        onClick={onClick}
        className="grid min-h-12 w-full grid-cols-[7rem_minmax(0,3fr)_minmax(0,3fr)_minmax(0,1.5fr)_7rem] items-center gap-3 px-4 py-2 text-left -outline-offset-2 hover:bg-sunken"
      >
        <span className="font-medium tabular-nums">
          {escreverHoraDe(item.i, fuso)} – {escreverHoraDe(item.i + item.d, fuso)}
        </span>
        <span className="truncate font-medium">{quemE(item)}</span>
        <span className="truncate text-muted">{item.n}</span>
        <span className="flex min-w-0 items-center gap-2">
          <ColorDot cor={porSituacao ? corDaSituacao[item.s] : (profissional?.cor ?? "cinza")} />
          <span className="truncate">{profissional?.nome}</span>
        </span>
        <span className="justify-self-end">
          <SituacaoBadge item={item} />
        </span>
      </button>
    </li>
  );
}
