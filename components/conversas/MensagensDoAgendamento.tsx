"use client";

import { useRead } from "@/components/ui/use-read";
import type { MensagensDe } from "@/lib/balcao/queries";
import { ListaDeMensagens } from "./ListaDeMensagens";

/** What was written to the client about an appointment, and whether it was read. Nothing where nothing was. */
export function MensagensDoAgendamento({ id }: { id: number }) {
  const { data } = useRead<MensagensDe>(`/api/conversas/mensagens?agendamento=${id}`);
  if (!data?.mensagens.length) return null;
  return (
    <section>
      <h3 className="text-sm text-muted">Mensagens</h3>
      <ListaDeMensagens mensagens={data.mensagens} fuso={data.fuso} />
    </section>
  );
}
