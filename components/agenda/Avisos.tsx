"use client";

import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useRead } from "@/components/ui/use-read";
import { contar } from "@/lib/domain/texto";
import { useAgenda } from "./use-agenda";

const SOSSEGO_MS = 1_500;

/** What waits for somebody to decide, and that what is seen may be old. */
export function Avisos() {
  const { podeAgendar } = useAgenda();
  return (
    <>
      {podeAgendar && <Pendencias />}
      <Desatualizada />
    </>
  );
}

/** Counting looks at all that is still to come: the day does not wait for it, nor is it done while changes pour in. */
function Pendencias() {
  const { janela } = useAgenda();
  const [primeira] = useState(janela);
  const { last, again } = useRead<{ total: number }>("/api/agenda/pendencias");
  useEffect(() => {
    if (janela === primeira) return;
    const timer = setTimeout(again, SOSSEGO_MS);
    return () => clearTimeout(timer);
  }, [janela, primeira, again]);

  if (!last?.total) return null;
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
        {contar(last.total, "agendamento está", "agendamentos estão")} fora do horário de trabalho.
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
