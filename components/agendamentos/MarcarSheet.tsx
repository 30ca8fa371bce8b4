"use client";

import { Awaiting } from "@/components/ui/awaiting";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { useRead } from "@/components/ui/use-read";
import type { Marcacao } from "@/lib/marcacoes/queries";
import type { Inicial } from "./marcar/formulario";
import { MarcarForm } from "./marcar/MarcarForm";

export type MarcarSheetProps = {
  inicial: Inicial;
  onClose: () => void;
  onDone?: (feito: { ids: number[]; versoes: number[] }) => void;
};

/** Books: an appointment, a walk-in who is here (`agora`), or a visit of several professionals. */
export default function MarcarSheet({ inicial, onClose, onDone }: MarcarSheetProps) {
  const { data: marcacao, failure, again } = useRead<Marcacao>("/api/agenda/marcacao");
  if (marcacao) return <MarcarForm inicial={inicial} marcacao={marcacao} onClose={onClose} onDone={onDone} />;
  return (
    <Dialog open place="screen" onClose={onClose} title={inicial.agora ? "Chegou agora" : "Novo agendamento"}>
      <DialogBody>
        <Awaiting failure={failure} again={again} />
      </DialogBody>
    </Dialog>
  );
}
