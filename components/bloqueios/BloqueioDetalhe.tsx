"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { excluirBloqueioAction } from "@/lib/bloqueios/actions";
import { motivosDeBloqueio, type MotivoDeBloqueio } from "@/lib/domain/agenda";
import { contar } from "@/lib/domain/texto";
import { escreverQuando } from "./AtingidosLista";

type BloqueioDetalheProps = {
  bloqueio: {
    id: number;
    versao: number;
    /** Null: everybody. */
    profissional: string | null;
    /** ISO instants. */
    inicio: string;
    fim: string;
    motivo: MotivoDeBloqueio;
    descricao: string;
    /** It is one of a series. */
    serie: boolean;
  };
  /** IANA zone of the company. */
  fuso: string;
  /** Missing: only to read. */
  podeExcluir?: boolean;
  onClose: () => void;
};

/** One block: when, whose and why, and how to give the time back. */
export default function BloqueioDetalhe({ bloqueio, fuso, podeExcluir = true, onClose }: BloqueioDetalheProps) {
  const { id, versao, profissional, inicio, fim, motivo, descricao, serie } = bloqueio;
  const { run, pending } = useCall();
  const [falha, setFalha] = useState<string | null>(null);

  async function excluir(toda: boolean) {
    const answer = await run((chave) => excluirBloqueioAction({ id, versao, toda }, chave));
    if (!answer.ok) return setFalha(answer.error.message);
    const { excluidos } = answer.data;
    toast.success(excluidos === 1 ? "Horário desbloqueado." : `${contar(excluidos, "bloqueio", "bloqueios")} a menos.`);
    onClose();
  }

  return (
    <Dialog open onClose={onClose} title={`Bloqueio: ${motivosDeBloqueio[motivo].toLowerCase()}`}>
      <DialogBody>
        <div className="grid gap-3">
          {falha && <Notice tone="danger">{falha}</Notice>}
          <p className="font-medium">{profissional ?? "Todos"}</p>
          <p>
            De {escreverQuando(inicio, fuso)} até {escreverQuando(fim, fuso)}
          </p>
          {descricao && <p className="break-words text-muted">{descricao}</p>}
          {serie && <p className="text-muted">Este bloqueio se repete.</p>}
        </div>
      </DialogBody>
      {podeExcluir && (
        <DialogFooter>
          {serie && (
            <Button variant="secondary" pending={pending} onClick={() => excluir(true)}>
              Desbloquear a série daqui em diante
            </Button>
          )}
          <Button variant="danger" pending={pending} onClick={() => excluir(false)}>
            {serie ? "Desbloquear só este" : "Desbloquear"}
          </Button>
        </DialogFooter>
      )}
    </Dialog>
  );
}
