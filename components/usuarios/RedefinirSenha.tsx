"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { redefinirSenhaAction } from "@/lib/usuarios/actions";
import { SenhaTemporaria } from "./SenhaTemporaria";

type RedefinirSenhaProps = { usuario: { id: number; nome: string; versao: number }; onClose: () => void };

/** Gives somebody a temporary password and shows it this once. */
export function RedefinirSenha({ usuario, onClose }: RedefinirSenhaProps) {
  const { run, pending } = useCall();
  const [senha, setSenha] = useState<string | null>(null);
  const [erro, setErro] = useState<string | null>(null);

  async function redefinir() {
    const answer = await run(() => redefinirSenhaAction({ id: usuario.id, versao: usuario.versao }));
    if (answer.ok) setSenha(answer.data.senha);
    else setErro(answer.error.message);
  }

  if (senha) return <SenhaTemporaria nome={usuario.nome} senha={senha} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={`Redefinir a senha de ${usuario.nome}?`}>
      <DialogBody>
        <div className="grid gap-4">
          {erro && <Notice tone="danger">{erro}</Notice>}
          <p className="text-muted">
            A senha atual para de funcionar, as sessões abertas terminam, e você recebe uma senha temporária para
            entregar.
          </p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={onClose}>
          Cancelar
        </Button>
        <Button pending={pending} onClick={redefinir}>
          Redefinir senha
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
