"use client";

import { WorkNotice } from "@/components/ui/work-notice";
import { contar } from "@/lib/domain/texto";
import { useVivo } from "./use-vivo";

/** Clients who wrote and wait for somebody of the house. */
export function EsperandoNotice({ lidas }: { lidas: { quantas: number } }) {
  const { quantas } = useVivo("/api/conversas/esperando", lidas).data;
  return (
    <WorkNotice href="/conversas?filtro=esperando" action="Responder">
      {quantas ? `${contar(quantas, "cliente espera", "clientes esperam")} uma resposta no WhatsApp.` : null}
    </WorkNotice>
  );
}
