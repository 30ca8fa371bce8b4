"use client";

import { CalendarX, Hourglass } from "lucide-react";
import { Suspense, useState } from "react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { onDemand } from "@/components/ui/on-demand";
import type { Profissional } from "@/lib/agenda/queries";
import { useAgenda } from "../use-agenda";
import { useTarefas } from "../use-tarefas";

const AtrasarSheet = onDemand(() => import("@/components/agendamentos/AtrasarSheet"));

/** What is done to the day on the screen, and what is done once a day. */
export function CelularMenu({ profissional }: { profissional: Profissional | null }) {
  const { podeAgendar, endereco, agora, hoje, abrir } = useAgenda();
  const [atrasando, setAtrasando] = useState<Profissional | null>(null);
  const items: MenuItem[] = [
    ...(podeAgendar
      ? [
          {
            label: "Bloquear",
            icon: CalendarX,
            onSelect: () => abrir({ tipo: "bloquear", inicial: { funcionarioId: profissional?.id } }),
          },
          ...(profissional && endereco.dia === hoje
            ? [
                {
                  label: `Atrasar o dia de ${profissional.nome}`,
                  icon: Hourglass,
                  onSelect: () => setAtrasando(profissional),
                },
              ]
            : []),
        ]
      : []),
    ...useTarefas(),
  ];
  return (
    <>
      <Menu label="Mais" items={items} />
      {atrasando && (
        <Suspense>
          <AtrasarSheet profissional={atrasando} de={agora} onClose={() => setAtrasando(null)} />
        </Suspense>
      )}
    </>
  );
}
