"use client";

import { DoorOpen, Plus, Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Profissional } from "@/lib/agenda/queries";
import { useAgenda } from "../use-agenda";

/** What an attendant does all day, where the thumb is. */
export function AcoesDoPolegar({ profissional }: { profissional: Profissional | null }) {
  const { podeAgendar, endereco, abrir } = useAgenda();
  if (!podeAgendar) return null;
  // Whose day is on the screen only because somebody's must be was not chosen.
  const escolhido = endereco.profissional && profissional ? { funcionarioId: profissional.id } : {};
  return (
    <div className="fixed inset-x-0 bottom-(--bottom-bar) z-11 grid grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_auto] gap-2 border-t bg-background/95 px-3 py-2 backdrop-blur-sm print:hidden">
      <Button
        variant="secondary"
        className="px-2!"
        onClick={() => abrir({ tipo: "marcar", inicial: { ...escolhido, agora: true } })}
      >
        <DoorOpen aria-hidden />
        <span className="truncate">Chegou agora</span>
      </Button>
      <Button variant="secondary" className="px-2!" onClick={() => abrir({ tipo: "procurar" })}>
        <Search aria-hidden />
        <span className="truncate">Procurar</span>
      </Button>
      <Button
        size="icon"
        aria-label="Agendar"
        onClick={() => abrir({ tipo: "marcar", inicial: { ...escolhido, dia: endereco.dia } })}
      >
        <Plus aria-hidden />
      </Button>
    </div>
  );
}
