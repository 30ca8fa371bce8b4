"use client";

import { Eye, EyeOff, KeyRound, Pencil } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useCall } from "@/components/ui/call";
import { Confirm } from "@/components/ui/confirm";
import type { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { ativarUsuarioAction, desativarUsuarioAction } from "@/lib/usuarios/actions";
import { RedefinirSenha } from "./RedefinirSenha";

type Usuario = {
  id: number;
  nome: string;
  versao: number;
  ativo: boolean;
  voce: boolean;
  sessoesAbertas: number;
  funcionario: { nome: string } | null;
};

function oQueAcontece({ nome, sessoesAbertas, funcionario }: Usuario): string[] {
  const sessoes =
    sessoesAbertas === 0
      ? `${nome} não está em nenhum aparelho agora.`
      : `${sessoesAbertas === 1 ? "A sessão aberta termina" : `As ${sessoesAbertas} sessões abertas terminam`} na hora.`;
  const equipe = funcionario
    ? `O funcionário ${funcionario.nome}, ligado a este usuário, continua ativo na equipe.`
    : "Nenhum funcionário está ligado a este usuário.";
  return [sessoes, equipe, "Nada do que esta pessoa fez se perde, e você pode ativar de novo quando quiser."];
}

/** What can be done to a user, to oneself only editing, and the dialogs that ask before. */
export function useUsuarioAtos(): { atosDe: (usuario: Usuario) => MenuItem[]; dialogos: ReactNode } {
  const { run } = useCall();
  const [redefinindo, setRedefinindo] = useState<Usuario | null>(null);
  const [desativando, setDesativando] = useState<Usuario | null>(null);
  const visto = ({ id, versao }: Usuario) => ({ id, versao });

  async function ativar(usuario: Usuario) {
    const answer = await run((chave) => ativarUsuarioAction(visto(usuario), chave));
    if (answer.ok) toast.success(`${usuario.nome} pode entrar de novo.`);
    else toast.error(answer.error.message);
  }

  const atosDe = (usuario: Usuario): MenuItem[] => [
    { label: "Editar", icon: Pencil, href: `/usuarios/${usuario.id}` },
    ...(usuario.voce ? [] : atosSobreOutro(usuario)),
  ];

  const atosSobreOutro = (usuario: Usuario): MenuItem[] => [
    { label: "Redefinir senha", icon: KeyRound, onSelect: () => setRedefinindo(usuario) },
    usuario.ativo
      ? { label: "Desativar", icon: EyeOff, danger: true, onSelect: () => setDesativando(usuario) }
      : { label: "Ativar", icon: Eye, onSelect: () => ativar(usuario) },
  ];

  const dialogos = (
    <>
      {redefinindo && <RedefinirSenha usuario={redefinindo} onClose={() => setRedefinindo(null)} />}
      {desativando && (
        <Confirm
          open
          onClose={() => setDesativando(null)}
          title={`Desativar ${desativando.nome}?`}
          verb="Desativar usuário"
          danger
          run={(chave) => desativarUsuarioAction(visto(desativando), chave)}
          done={`${desativando.nome} não entra mais.`}
        >
          {oQueAcontece(desativando).map((frase) => (
            <p key={frase}>{frase}</p>
          ))}
        </Confirm>
      )}
    </>
  );
  return { atosDe, dialogos };
}
