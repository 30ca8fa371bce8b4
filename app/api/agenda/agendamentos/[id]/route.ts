import { verAgendamento } from "@/lib/fichas/queries";
import { route } from "@/lib/server/route";
import { recordId } from "@/lib/server/screen";

export const GET = route<{ id: string }>("/api/agenda/agendamentos/[id]", ({ actor, params }) =>
  verAgendamento(actor, recordId(params.id)),
);
