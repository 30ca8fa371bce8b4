"use client";

import { Suspense, use } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contar } from "@/lib/domain/texto";
import { useAgenda } from "./use-agenda";

/** What waits for somebody to decide, and that what is seen may be old. */
export function Avisos() {
  return (
    <>
      <Suspense>
        <Pendencias />
      </Suspense>
      <Desatualizada />
    </>
  );
}

function Pendencias() {
  const pendencias = use(useAgenda().pendencias);
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

function Desatualizada() {
  const { falha, recarregar } = useAgenda();
  if (!falha) return null;
  return (
    <div className="print:hidden">
      <Notice
        tone="danger"
        actions={
          <Button variant="secondary" size="sm" onClick={() => void recarregar()}>
            Tentar de novo
          </Button>
        }
      >
        A agenda pode estar desatualizada. {falha.message}
      </Notice>
    </div>
  );
}
