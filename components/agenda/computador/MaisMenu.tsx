"use client";

import { BellRing, CheckCheck, ClockAlert, MailWarning, Printer, Wallet } from "lucide-react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useAgenda } from "../use-agenda";

/** What is done once a day. */
export function MaisMenu() {
  const { podeAgendar, endereco } = useAgenda();
  const items: MenuItem[] = [
    ...(podeAgendar
      ? [
          { label: "Confirmar amanhã", icon: CheckCheck, href: "/agenda/confirmar" },
          { label: "Fechar o dia", icon: Wallet, href: "/agenda/caixa" },
          { label: "Fora do horário", icon: ClockAlert, href: "/agenda/pendencias" },
          { label: "Mensagens que não saíram", icon: MailWarning, href: "/agenda/mensagens" },
        ]
      : []),
    { label: "Novidades", icon: BellRing, href: "/agenda/novidades" },
    ...(endereco.visao === "dia" ? [{ label: "Imprimir", icon: Printer, onSelect: () => window.print() }] : []),
  ];
  return <Menu label="Mais" items={items} />;
}
