"use client";

import { Dialog, DialogBody } from "@/components/ui/dialog";
import { AtrasarForm } from "./AtrasarForm";

type AtrasarSheetProps = {
  profissional: { id: number; nome: string };
  /** Minute since the epoch. */
  de: number;
  onClose: () => void;
};

/** "Atrasar o resto do dia de Ana em N min", with what would change. */
export default function AtrasarSheet({ profissional, de, onClose }: AtrasarSheetProps) {
  return (
    <Dialog open onClose={onClose} title={`Atrasar o resto do dia de ${profissional.nome}`}>
      <DialogBody>
        <div className="grid grid-cols-1 gap-5">
          <AtrasarForm funcionarioId={profissional.id} de={de} onClose={onClose} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
