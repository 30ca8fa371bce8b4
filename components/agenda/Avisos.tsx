"use client";

import { useEffect, useRef, useState } from "react";
import { FalhasNotice } from "@/components/conversas/FalhasNotice";
import { read } from "@/components/ui/use-read";
import { useStandingToast } from "@/components/ui/use-standing-toast";
import { WorkNotice } from "@/components/ui/work-notice";
import { contar } from "@/lib/domain/texto";
import { useAgenda } from "./use-agenda";

const SOSSEGO_MS = 1_500;
const PACIENCIA_MS = 5_000;

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
  const desde = useRef<number>(null);
  useEffect(() => {
    if (janela === primeira) return;
    desde.current ??= Date.now();
    const resta = desde.current + PACIENCIA_MS - Date.now();
    // Counting looks at all that is still to come: seldom while changes pour in. Without an answer the last count stands.
    const timer = setTimeout(
      () => {
        desde.current = null;
        read<{ total: number }>("/api/agenda/pendencias").then(
          (lido) => setTotal(lido.total),
          () => {},
        );
      },
      Math.min(SOSSEGO_MS, resta),
    );
    return () => clearTimeout(timer);
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
