"use client";

import { useRouter } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { contar } from "@/lib/domain/texto";

type DepoisDoUltimoDiaProps = {
  funcionario: { id: number; nome: string };
  depois: number;
  podeAgendar?: boolean;
};

/** Somebody's last day was set and appointments lie behind it: how many, and the way to decide about each. */
export function DepoisDoUltimoDia({ funcionario: { id, nome }, depois, podeAgendar }: DepoisDoUltimoDiaProps) {
  const router = useRouter();
  const fechar = () => router.push("/funcionarios");
  return (
    <Dialog open onClose={fechar} title={`${contar(depois, "agendamento", "agendamentos")} depois do último dia`}>
      <DialogBody>
        <p className="text-muted">
          {nome} ainda tem horários marcados depois do último dia de trabalho.{" "}
          {podeAgendar
            ? "Passe para um colega, mude de horário, mantenha ou cancele cada um."
            : "Avise quem cuida da agenda: cada um precisa de uma decisão."}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant={podeAgendar ? "secondary" : "primary"} onClick={fechar}>
          {podeAgendar ? "Depois" : "Entendi"}
        </Button>
        {podeAgendar && (
          <ButtonLink data-autofocus href={`/agenda/pendencias?profissional=${id}`}>
            Resolver agora
          </ButtonLink>
        )}
      </DialogFooter>
    </Dialog>
  );
}
