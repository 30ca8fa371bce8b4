import { BellRing, CheckCheck, ClockAlert, MailWarning, Wallet } from "lucide-react";
import type { MenuItem } from "@/components/ui/menu";
import { useAgenda } from "./use-agenda";

/** What is done once a day, each on a screen of its own. A past day that is looked at is the one to be closed. */
export function useTarefas(): MenuItem[] {
  const { podeAgendar, endereco, hoje } = useAgenda();
  const passado = endereco.dia < hoje && !["semana", "mes"].includes(endereco.visao);
  const caixa = passado ? `/agenda/caixa?dia=${endereco.dia}` : "/agenda/caixa";
  return [
    ...(podeAgendar
      ? [
          { label: "Confirmar amanhã", icon: CheckCheck, href: "/agenda/confirmar" },
          { label: "Fechar o dia", icon: Wallet, href: caixa },
          { label: "Fora do horário", icon: ClockAlert, href: "/agenda/pendencias" },
          { label: "Mensagens que não saíram", icon: MailWarning, href: "/agenda/mensagens" },
        ]
      : []),
    { label: "Novidades", icon: BellRing, href: "/agenda/novidades" },
  ];
}
