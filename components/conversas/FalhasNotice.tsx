"use client";

import { WorkNotice } from "@/components/ui/work-notice";
import type { NaoSairam } from "@/lib/balcao/queries";
import { contar } from "@/lib/domain/texto";
import { motivosDePausa } from "@/lib/domain/whatsapp";
import { useVivo } from "./use-vivo";

/** Messages that wait for somebody: the queue stands still, or some did not go out. */
export function FalhasNotice({ lidas }: { lidas: NaoSairam }) {
  const { total, lembretes, pausa, podeResolver } = useVivo("/api/conversas/falhas", lidas).data;
  const naoSairam =
    total === lembretes
      ? contar(total, "lembrete não saiu", "lembretes não saíram")
      : contar(total, "mensagem não saiu", "mensagens não saíram");
  return (
    <>
      <WorkNotice tone="danger" href={podeResolver ? "/configuracoes/whatsapp" : undefined} action="Resolver">
        {pausa && `${motivosDePausa[pausa]}. As mensagens aos clientes esperam na fila até um master resolver.`}
      </WorkNotice>
      <WorkNotice href="/agenda/mensagens" action="Ver e mandar">
        {total ? `${naoSairam}.` : null}
      </WorkNotice>
    </>
  );
}
