import { verMarcacao } from "@/lib/marcacoes/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/marcacao", ({ actor }) => verMarcacao(actor));
