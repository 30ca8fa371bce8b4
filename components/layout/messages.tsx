import { Compass, Lock } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

const home = <ButtonLink href="/">Ir para o início</ButtonLink>;

/** No such page or record. */
export function NotFoundMessage() {
  return (
    <EmptyState page icon={Compass} title="Não encontramos esta página" action={home}>
      O endereço pode estar errado, ou o que havia aqui foi excluído.
    </EmptyState>
  );
}

/** The person may not open this screen. */
export function ForbiddenMessage() {
  return (
    <EmptyState page icon={Lock} title="Você não pode abrir esta tela" action={home}>
      Se precisa dela para o seu trabalho, peça a permissão a quem administra a empresa.
    </EmptyState>
  );
}
