"use client";

import { UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { escreverDia } from "@/lib/domain/instantes";
import type { FuncionarioDoFormulario } from "@/lib/funcionarios/queries";
import { AtivarFuncionario, DesativarFuncionario, type Poderes } from "./SituacaoDialogs";

type SituacaoProps = { funcionario: FuncionarioDoFormulario } & Poderes;

const paraDialogo = ({ usuario, ...funcionario }: FuncionarioDoFormulario) => ({
  ...funcionario,
  usuarioId: usuario?.id ?? null,
  acessoAberto: usuario?.ativo ?? false,
});

/** Takes an employee out of the active team, or back into it. */
export function SituacaoButton({ funcionario, ...poderes }: SituacaoProps) {
  const [aberto, setAberto] = useState(false);
  const fechar = () => setAberto(false);
  const pessoa = paraDialogo(funcionario);
  return (
    <>
      <Button variant="secondary" onClick={() => setAberto(true)}>
        {funcionario.ativo ? <UserX aria-hidden /> : <UserCheck aria-hidden />}
        {funcionario.ativo ? "Desativar" : "Ativar"}
      </Button>
      {aberto && funcionario.ativo && <DesativarFuncionario funcionario={pessoa} {...poderes} onClose={fechar} />}
      {aberto && !funcionario.ativo && <AtivarFuncionario funcionario={pessoa} onClose={fechar} />}
    </>
  );
}

/** The last day has come and nobody deactivated them yet. `perguntar`: asks at once. */
export function UltimoDiaNotice({ funcionario, perguntar, ...poderes }: SituacaoProps & { perguntar: boolean }) {
  const [aberto, setAberto] = useState(perguntar);
  return (
    <div className="mb-5 max-w-2xl">
      <Notice
        tone="warning"
        title={`O último dia de trabalho foi marcado para ${escreverDia(funcionario.desligamento ?? "")}.`}
        actions={
          <Button variant="secondary" onClick={() => setAberto(true)}>
            Desativar
          </Button>
        }
      >
        {funcionario.nome} continua na equipe ativa.
      </Notice>
      {aberto && (
        <DesativarFuncionario funcionario={paraDialogo(funcionario)} {...poderes} onClose={() => setAberto(false)} />
      )}
    </div>
  );
}
