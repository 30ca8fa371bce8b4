"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";

type RebaixarMasterProps = { nome: string; onClose: () => void; onConfirm: () => void };

/** Asks before a master is saved as somebody who may only do what switches say. */
export function RebaixarMaster({ nome, onClose, onConfirm }: RebaixarMasterProps) {
  function confirmar() {
    onClose();
    onConfirm();
  }
  return (
    <Dialog open onClose={onClose} title={`${nome} deixa de ser master?`}>
      <DialogBody>
        <p className="text-muted">
          A partir do próximo clique, {nome} não abre mais usuários, configurações e auditoria, e faz só o que estiver
          ligado abaixo do tipo. Um master pode desfazer isto quando quiser.
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={onClose}>
          Cancelar
        </Button>
        <Button variant="danger" onClick={confirmar}>
          Tirar master e salvar
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
