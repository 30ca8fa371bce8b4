import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contar } from "@/lib/domain/texto";

/** A change of hours left appointments without a place: how many, and the way to decide about each. */
export function PendenciasNotice({ quantas }: { quantas: number }) {
  if (!quantas) return null;
  return (
    <div className="mb-5">
      <Notice
        tone="warning"
        title={`${contar(quantas, "agendamento ficou", "agendamentos ficaram")} fora do horário.`}
        actions={
          <ButtonLink variant="secondary" href="/agenda/pendencias">
            Ver e resolver
          </ButtonLink>
        }
      />
    </div>
  );
}
