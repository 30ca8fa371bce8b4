"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useRead } from "@/components/ui/use-read";
import type { Detalhe } from "@/lib/fichas/queries";
import { Ficha, type FichaProps } from "./ficha/Ficha";

/** All of one appointment, and what can be done with it: the whole screen of a phone. Only inside the agenda. */
export default function AgendamentoSheet({ id, ...resto }: FichaProps & { id: number }) {
  const { data, failure, again } = useRead<Detalhe>(`/api/agenda/agendamentos/${id}`);
  if (data) return <Ficha key={`${data.id} ${data.versao}`} detalhe={data} {...resto} />;
  return (
    <Dialog open place="screen" onClose={resto.onClose} title="Agendamento">
      <DialogBody>
        {failure ? (
          <Notice
            tone="danger"
            actions={
              <Button variant="secondary" onClick={again}>
                Tentar de novo
              </Button>
            }
          >
            {failure.message}
          </Notice>
        ) : (
          <p role="status" className="text-muted">
            Carregando…
          </p>
        )}
      </DialogBody>
    </Dialog>
  );
}
