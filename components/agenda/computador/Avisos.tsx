"use client";

import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contar } from "@/lib/domain/texto";
import { useAgenda } from "../use-agenda";

/** What waits for somebody to decide. */
export function Avisos() {
  const { pendencias } = useAgenda();
  if (!pendencias) return null;
  return (
    <div className="print:hidden">
      <Notice
        tone="warning"
        actions={
          <ButtonLink variant="secondary" size="sm" href="/agenda/pendencias" prefetch={false}>
            Resolver
          </ButtonLink>
        }
      >
        {contar(pendencias, "agendamento está", "agendamentos estão")} fora do horário de trabalho.
      </Notice>
    </div>
  );
}
