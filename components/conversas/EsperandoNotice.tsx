"use client";

import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contar } from "@/lib/domain/texto";
import { useVivo } from "./use-vivo";

/** Clients who wrote and wait for somebody of the house. */
export function EsperandoNotice({ lidas }: { lidas: { quantas: number } }) {
  const { quantas } = useVivo("/api/conversas/esperando", lidas).data;
  if (!quantas) return null;
  return (
    <div className="print:hidden">
      <Notice
        tone="warning"
        actions={
          <ButtonLink variant="secondary" size="sm" href="/conversas?filtro=esperando" prefetch={false}>
            Responder
          </ButtonLink>
        }
      >
        {contar(quantas, "cliente espera", "clientes esperam")} uma resposta no WhatsApp.
      </Notice>
    </div>
  );
}
