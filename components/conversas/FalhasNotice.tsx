"use client";

import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { NaoSairam } from "@/lib/balcao/queries";
import { contar } from "@/lib/domain/texto";
import { motivosDePausa } from "@/lib/domain/whatsapp";
import { useVivo } from "./use-vivo";

/** Messages that wait for somebody: the queue stands still, or some did not go out. */
export function FalhasNotice({ lidas }: { lidas: NaoSairam }) {
  const { total, lembretes, pausa, podeResolver } = useVivo("/api/conversas/falhas", lidas).data;
  if (!total && !pausa) return null;
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
    </div>
  );
}
