"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";

type SenhaTemporariaProps = { nome: string; senha: string; onClose: () => void };

/** A temporary password, this once. */
export function SenhaTemporaria({ nome, senha, onClose }: SenhaTemporariaProps) {
  return (
    <Dialog open onClose={onClose} title={`Senha temporária de ${nome}`}>
      <DialogBody>
        <div className="grid gap-4">
          <p className="rounded-md bg-sunken p-4 text-center font-mono text-2xl tracking-wide select-all">{senha}</p>
          <p className="text-muted">Ela aparece só agora e vale por 24 horas. Ao entrar, {nome} vai escolher outra.</p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={onClose}>
          Fechar
        </Button>
        <CopyButton text={senha} label="Copiar senha" variant="primary" />
      </DialogFooter>
    </Dialog>
  );
}
