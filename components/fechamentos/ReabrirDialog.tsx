"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { reabrirDiaAction } from "@/lib/fechamentos/actions";

type ReabrirDialogProps = { registro: { id: number; versao: number }; open: boolean; onClose: () => void };

/** Why a day that was counted is opened again. */
export function ReabrirDialog({ registro: { id, versao }, open, onClose }: ReabrirDialogProps) {
  const [motivo, setMotivo] = useState("");
  const [falha, setFalha] = useState<string>();
  const { run, pending } = useCall();

  async function reabrir() {
    const answer = await run((chave) => reabrirDiaAction({ id, versao, motivo }, chave));
    if (!answer.ok) return setFalha(answer.error.fields?.motivo ?? answer.error.message);
    toast.success("Dia reaberto.");
    onClose();
  }

  return (
    <Dialog open={open} onClose={onClose} title="Reabrir este dia?">
      <DialogBody>
        <div className="grid grid-cols-1 gap-4">
          <p className="text-muted">
            O que foi recebido nele poderá ser corrigido, e ele precisará ser fechado de novo. O motivo fica registrado.
          </p>
          <Field label="Motivo" error={falha}>
            <Input data-autofocus value={motivo} maxLength={200} onChange={({ target }) => setMotivo(target.value)} />
          </Field>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={onClose}>
          Cancelar
        </Button>
        <Button pending={pending} onClick={() => void reabrir()}>
          Reabrir
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
