"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";

type SenhaTemporariaProps = { nome: string; senha: string; onClose: () => void };

/** A temporary password, this once. */
export function SenhaTemporaria({ nome, senha, onClose }: SenhaTemporariaProps) {
  async function copiar() {
    // Browsers offer no clipboard where a company serves plain HTTP in its own network.
    const copiada = await navigator.clipboard?.writeText(senha).then(
      () => true,
      () => false,
    );
    if (copiada) toast.success("Senha copiada.");
    else toast.error("Este navegador não deixou copiar. Selecione a senha e copie.");
  }
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
        <Button onClick={copiar}>Copiar senha</Button>
      </DialogFooter>
    </Dialog>
  );
}
