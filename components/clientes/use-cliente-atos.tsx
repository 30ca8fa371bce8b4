"use client";

import { Eye, EyeOff, Pencil, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useCall } from "@/components/ui/call";
import { Confirm } from "@/components/ui/confirm";
import type { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { ativarClienteAction, desativarClienteAction, excluirClienteAction } from "@/lib/clientes/actions";
import type { Result } from "@/lib/domain/result";

type Cliente = { id: number; nome: string; versao: number; ativo: boolean };

/** What can be done to a client, for the menu of a row or of their page, and the dialog that asks before deleting. */
export function useClienteAtos(onDeleted?: () => void): {
  atosDe: (cliente: Cliente) => MenuItem[];
  dialogos: ReactNode;
} {
  const { run } = useCall();
  const [excluindo, setExcluindo] = useState<Cliente | null>(null);

  async function act(fn: (chave: string) => Promise<Result<unknown>>, done: string) {
    const answer = await run(fn);
    if (answer.ok) toast.success(done);
    else toast.error(answer.error.message);
  }

  function atosDe(cliente: Cliente): MenuItem[] {
    const { id, nome, versao, ativo } = cliente;
    return [
      { label: "Editar", icon: Pencil, href: `/clientes/${id}/editar` },
      ativo
        ? {
            label: "Desativar",
            icon: EyeOff,
            onSelect: () => act((chave) => desativarClienteAction({ id, versao }, chave), `${nome} está inativo.`),
          }
        : {
            label: "Ativar",
            icon: Eye,
            onSelect: () => act((chave) => ativarClienteAction({ id, versao }, chave), `${nome} está ativo.`),
          },
      { label: "Excluir", icon: Trash2, danger: true, onSelect: () => setExcluindo(cliente) },
    ];
  }

  const dialogos = excluindo && (
    <Confirm
      open
      onClose={() => setExcluindo(null)}
      title={`Excluir ${excluindo.nome}?`}
      verb="Excluir cliente"
      danger
      run={(chave) => excluirClienteAction({ id: excluindo.id, versao: excluindo.versao }, chave)}
      done="Cliente excluído."
      onDone={onDeleted}
    >
      <p>
        Os dados e os consentimentos saem junto e não voltam; as conversas ficam, sem o cadastro. Para guardar o
        histórico, desative.
      </p>
    </Confirm>
  );
  return { atosDe, dialogos };
}
