"use client";

import { Awaiting } from "@/components/ui/awaiting";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { useRead } from "@/components/ui/use-read";
import type { Detalhe } from "@/lib/fichas/queries";
import { Ficha, type FichaProps } from "./ficha/Ficha";

/** All of one appointment, and what can be done with it: the whole screen of a phone. Only inside the agenda. */
export default function AgendamentoSheet({ id, ...resto }: FichaProps & { id: number }) {
  // The last reading stays while it is read again, and where that fails.
  const { last, failure, again } = useRead<Detalhe>(`/api/agenda/agendamentos/${id}`);
  if (last) return <Ficha detalhe={last} reler={again} {...resto} />;
  return (
    <Dialog open place="screen" onClose={resto.onClose} title="Agendamento">
      <DialogBody>
        <Awaiting failure={failure} again={again} />
      </DialogBody>
    </Dialog>
  );
}
