"use client";

import { BellRing, CalendarX, CheckCheck, ClockAlert, Hourglass, MailWarning, Wallet } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { Profissional } from "@/lib/agenda/queries";
import { useAgenda } from "../use-agenda";

const AtrasarSheet = lazy(() => import("@/components/agendamentos/AtrasarSheet"));

/** What is done once a day. */
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
          { label: "Confirmar amanhã", icon: CheckCheck, href: "/agenda/confirmar" },
          { label: "Fechar o dia", icon: Wallet, href: "/agenda/caixa" },
          { label: "Fora do horário", icon: ClockAlert, href: "/agenda/pendencias" },
          { label: "Mensagens que não saíram", icon: MailWarning, href: "/agenda/mensagens" },
        ]
      : []),
    { label: "Novidades", icon: BellRing, href: "/agenda/novidades" },
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
