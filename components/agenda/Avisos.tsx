"use client";

import { useEffect, useState } from "react";
import { FalhasNotice } from "@/components/conversas/FalhasNotice";
import { Button } from "@/components/ui/button";
import { Notice, WorkNotice } from "@/components/ui/notice";
import { read } from "@/components/ui/use-read";
import { contar } from "@/lib/domain/texto";
import { useAgenda } from "./use-agenda";

const SOSSEGO_MS = 1_500;

/** What waits for somebody to decide, and that what is seen may be old. */
export function Avisos() {
  const { podeAgendar, naoSairam } = useAgenda();
  return (
    <>
      {naoSairam && <FalhasNotice lidas={naoSairam} />}
      {podeAgendar && <Pendencias />}
      <Desatualizada />
    </>
  );
}

/** It comes with the page, since what appears later would push the day away below the finger; then it follows changes. */
function Pendencias() {
  const { janela, pendencias } = useAgenda();
  const [primeira] = useState(janela);
  const [total, setTotal] = useState(pendencias);
  useEffect(() => {
    if (janela === primeira) return;
    const abort = new AbortController();
    // Counting looks at all that is still to come: not while changes pour in. Without an answer the last count stands.
    const timer = setTimeout(() => {
      read<{ total: number }>("/api/agenda/pendencias", abort.signal).then(
        (lido) => setTotal(lido.total),
        () => {},
      );
    }, SOSSEGO_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [janela, primeira]);

  if (!total) return null;
  return (
    <WorkNotice href="/agenda/pendencias" action="Resolver">
      {contar(total, "agendamento está", "agendamentos estão")} fora do horário de trabalho.
    </WorkNotice>
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
