"use client";

import { useEffect, useState } from "react";
import { FalhasNotice } from "@/components/conversas/FalhasNotice";
import { read } from "@/components/ui/use-read";
import { useStandingToast } from "@/components/ui/use-standing-toast";
import { WorkNotice } from "@/components/ui/work-notice";
import { contar } from "@/lib/domain/texto";
import { useAgenda } from "./use-agenda";

const SOSSEGO_MS = 1_500;

/** What waits for somebody to decide, and that what is seen may be old. */
export function Avisos() {
  const { podeAgendar, naoSairam } = useAgenda();
  useDesatualizada();
  return (
    <>
      {naoSairam && <FalhasNotice lidas={naoSairam} />}
      {podeAgendar && <Pendencias />}
    </>
  );
}

/** It comes with the page, then it follows changes. */
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

  return (
    <WorkNotice href="/agenda/pendencias" action="Resolver">
      {total ? `${contar(total, "agendamento está", "agendamentos estão")} fora do horário de trabalho.` : null}
    </WorkNotice>
  );
}

function useDesatualizada() {
  const { falha, recarregar } = useAgenda();
  useStandingToast(falha && `A agenda pode estar desatualizada. ${falha.message}`, {
    tone: "error",
    action: { label: "Tentar de novo", onClick: () => void recarregar() },
    dismissible: false,
  });
}
