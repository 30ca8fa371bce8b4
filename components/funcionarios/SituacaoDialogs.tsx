"use client";

import { useRouter } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { escreverDia } from "@/lib/domain/instantes";
import { contar } from "@/lib/domain/texto";
import { ativarFuncionarioAction, desativarFuncionarioAction } from "@/lib/funcionarios/actions";

type Funcionario = {
  id: number;
  versao: number;
  nome: string;
  desligamento: string | null;
  usuarioId: number | null;
  /** Whether the user linked to them may sign in now. */
  acessoAberto: boolean;
  /** Appointments with them that are still to come. */
  marcados: number;
};

/** What the person at the screen may do besides. */
export type Poderes = { master: boolean; podeAgendar: boolean };

type DialogoProps = { funcionario: Funcionario; onClose: () => void };

/** Says what follows when somebody stops working here, and deactivates them. */
export function DesativarFuncionario({ funcionario, master, podeAgendar, onClose }: DialogoProps & Poderes) {
  const router = useRouter();
  const { id, versao, nome, usuarioId, acessoAberto, marcados } = funcionario;
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Desativar ${nome}?`}
      verb="Desativar"
      run={(chave) => desativarFuncionarioAction({ id, versao }, chave)}
      done={`${nome} não está mais na equipe ativa.`}
      onDone={({ depois }) => {
        if (depois && podeAgendar) router.push(`/agenda/pendencias?profissional=${id}`);
      }}
    >
      <p>O cadastro e o histórico ficam guardados, e você pode ativar de novo quando quiser.</p>
      {marcados > 0 && (
        <p>
          <strong className="font-semibold text-foreground">
            Tem {contar(marcados, "agendamento marcado", "agendamentos marcados")} daqui para a frente.
          </strong>{" "}
          {podeAgendar
            ? "Em seguida você decide o que fazer com cada um."
            : "Avise quem cuida da agenda: cada um precisa de uma decisão."}
        </p>
      )}
      {acessoAberto && (
        <div className="grid justify-items-start gap-2">
          <p>
            <strong className="font-semibold text-foreground">O acesso ao sistema continua aberto.</strong>{" "}
            {master
              ? "Para que não entre mais, desative também o usuário."
              : "Se não deve entrar mais, peça a um master para desativar o usuário."}
          </p>
          {master && (
            <ButtonLink variant="secondary" size="sm" href={`/usuarios/${usuarioId}`}>
              Abrir o usuário
            </ButtonLink>
          )}
        </div>
      )}
    </Confirm>
  );
}

export function AtivarFuncionario({ funcionario, onClose }: DialogoProps) {
  const { id, versao, nome, desligamento } = funcionario;
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Ativar ${nome}?`}
      verb="Ativar"
      run={(chave) => ativarFuncionarioAction({ id, versao }, chave)}
      done={`${nome} voltou para a equipe ativa.`}
    >
      <p>Volta para a equipe ativa, com os mesmos serviços.</p>
      {desligamento && <p>Se o último dia, {escreverDia(desligamento)}, já passou, a data é apagada do cadastro.</p>}
    </Confirm>
  );
}
