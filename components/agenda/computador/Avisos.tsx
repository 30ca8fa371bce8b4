"use client";

import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contar } from "@/lib/domain/texto";
import { motivosDePausa } from "@/lib/domain/whatsapp";
import { useAgenda } from "../use-agenda";

/** What waits for somebody to decide. */
export function Avisos() {
  const { pendencias, naoSairam } = useAgenda();
  const { total = 0, lembretes = 0, pausa = null, podeResolver = false } = naoSairam ?? {};
  if (!pendencias && !total && !pausa) return null;
  return (
    <div className="grid gap-2 print:hidden">
      {pausa && (
        <Notice
          tone="danger"
          actions={
            podeResolver && (
              <ButtonLink variant="secondary" size="sm" href="/configuracoes/whatsapp" prefetch={false}>
                Resolver
              </ButtonLink>
            )
          }
        >
          {motivosDePausa[pausa]}. As mensagens aos clientes esperam na fila até um master resolver.
        </Notice>
      )}
      {total > 0 && (
        <Notice
          tone="warning"
          actions={
            <ButtonLink variant="secondary" size="sm" href="/agenda/mensagens" prefetch={false}>
              Ver e mandar
            </ButtonLink>
          }
        >
          {total === lembretes
            ? `${contar(total, "lembrete não saiu", "lembretes não saíram")}.`
            : `${contar(total, "mensagem não saiu", "mensagens não saíram")}.`}
        </Notice>
      )}
      {pendencias > 0 && (
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
      )}
    </div>
  );
}
