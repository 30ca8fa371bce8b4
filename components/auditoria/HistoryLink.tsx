import { History } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import type { NomeEntidade } from "@/lib/domain/entidades";
import { pode, rotas, type Autorizado } from "@/lib/domain/permissoes";

/** From a record's own screen to its history, for those who may read the trail. */
export function HistoryLink({ actor, entidade, id }: { actor: Autorizado; entidade: NomeEntidade; id: number }) {
  if (!pode(actor, rotas["/auditoria"].exige)) return null;
  return (
    <ButtonLink variant="secondary" href={`/auditoria?entidade=${entidade}&registro=${id}`}>
      <History aria-hidden />
      Histórico
    </ButtonLink>
  );
}
