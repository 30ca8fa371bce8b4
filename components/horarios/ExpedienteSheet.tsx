"use client";

import { Suspense } from "react";
import { DialogBody, Sheet } from "@/components/ui/dialog";
import { onDemand } from "@/components/ui/on-demand";
import type { ExpedienteInput } from "@/lib/horarios/schema";

const ExpedienteForm = onDemand(() => import("./ExpedienteForm"));

type ExpedienteSheetProps = { titulo: string; expediente: ExpedienteInput; onClose: () => void };

/** A week of working hours beside the page. */
export function ExpedienteSheet({ titulo, expediente, onClose }: ExpedienteSheetProps) {
  return (
    <Sheet open onClose={onClose} title={titulo}>
      <DialogBody>
        <Suspense>
          <ExpedienteForm expediente={expediente} onDone={onClose} />
        </Suspense>
      </DialogBody>
    </Sheet>
  );
}
