"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { ColorDot } from "@/components/ui/color-dot";
import type { Profissional } from "@/lib/agenda/queries";
import { escreverDiaCurto, escreverDiaRelativo, somarDias } from "@/lib/domain/relogio";
import { useAgenda } from "../use-agenda";
import { CelularMenu } from "./CelularMenu";

const mostrar = (chip: HTMLElement | null) => chip?.scrollIntoView({ block: "nearest", inline: "center" });

/** The day, how it is looked at, and whose it is. It stays while the day scrolls. */
export function CelularCabeca({ profissional }: { profissional: Profissional | null }) {
  const { janela, endereco, hoje, ir } = useAgenda();
  const { dia, visao } = endereco;
  const lista = visao === "lista";
  const relativo = escreverDiaRelativo(dia, hoje);
  const curto = escreverDiaCurto(dia);
  return (
    <div className="sticky top-(--top-bar) z-11 -mx-2 grid grid-cols-1 border-b bg-background/95 px-2 backdrop-blur-sm print:hidden">
      <div className="flex items-center gap-1 pt-1">
        <Passo sentido={-1} />
        <label className="relative flex min-h-11 min-w-0 grow flex-col items-center justify-center rounded-md focus-within:outline-2 focus-within:outline-ring">
          <h1 className="max-w-full truncate leading-tight font-semibold">
            <span className="sr-only">Agenda, </span>
            <span className="inline-block first-letter:uppercase">{relativo}</span>
          </h1>
          {relativo !== curto && <span className="text-xs text-muted">{curto}</span>}
          <input
            type="date"
            aria-label="Ir para o dia"
            value={dia}
            onChange={({ target }) => target.value && ir({ dia: target.value })}
            onClick={({ currentTarget }) => currentTarget.showPicker?.()}
            className="absolute inset-0 size-full opacity-0"
          />
        </label>
        <Passo sentido={1} />
        {dia !== hoje && (
          <Button variant="ghost" size="sm" onClick={() => ir({ dia: hoje })}>
            Hoje
          </Button>
        )}
        <Button variant="ghost" size="sm" onClick={() => ir({ visao: lista ? "dia" : "lista" })}>
          {lista ? "Grade" : "Lista"}
        </Button>
        <CelularMenu profissional={profissional} />
      </div>
      <div
        role="group"
        aria-label="Profissional"
        className="-mx-2 flex [scrollbar-width:none] gap-2 overflow-x-auto overscroll-x-contain px-4 py-1.5"
      >
        {lista && (
          <Chip chosen={!profissional} className="shrink-0" onClick={() => ir({ profissional: null })}>
            Todos
          </Chip>
        )}
        {janela.profissionais.map(({ id, nome, cor }) => (
          <Chip
            key={id}
            ref={profissional?.id === id ? mostrar : undefined}
            chosen={profissional?.id === id}
            className="shrink-0"
            onClick={() => ir({ profissional: id })}
          >
            {profissional?.id !== id && <ColorDot cor={cor} />}
            {nome}
          </Chip>
        ))}
      </div>
    </div>
  );
}

function Passo({ sentido }: { sentido: 1 | -1 }) {
  const { endereco, ir } = useAgenda();
  const Icon = sentido < 0 ? ChevronLeft : ChevronRight;
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={sentido < 0 ? "Dia anterior" : "Próximo dia"}
      onClick={() => ir({ dia: somarDias(endereco.dia, sentido) })}
    >
      <Icon aria-hidden />
    </Button>
  );
}
