"use client";

import { useEffect, useState } from "react";
import { useVivo } from "@/components/conversas/use-vivo";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { read } from "@/components/ui/use-read";
import type { NaoSairam as NaoSairamLidas } from "@/lib/balcao/queries";
import { contar } from "@/lib/domain/texto";
import { motivosDePausa } from "@/lib/domain/whatsapp";
import { useAgenda } from "./use-agenda";

const SOSSEGO_MS = 1_500;

/** What waits for somebody to decide, and that what is seen may be old. */
export function Avisos() {
  const { podeAgendar } = useAgenda();
  return (
    <>
      <NaoSairam />
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
    <div className="print:hidden">
      <Notice
        tone="warning"
        actions={
          <ButtonLink variant="secondary" size="sm" href="/agenda/pendencias" prefetch={false}>
            Resolver
          </ButtonLink>
        }
      >
        {contar(total, "agendamento está", "agendamentos estão")} fora do horário de trabalho.
      </Notice>
    </div>
  );
}

/** Messages that wait for somebody: the queue stands still, or some did not go out. */
function NaoSairam() {
  const { naoSairam } = useAgenda();
  return naoSairam && <Falhas lidas={naoSairam} />;
}

function Falhas({ lidas }: { lidas: NaoSairamLidas }) {
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
