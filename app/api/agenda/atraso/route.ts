import { pedidoDeAtrasoSchema } from "@/lib/atendimentos/schema";
import { verAtraso } from "@/lib/atrasos/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/atraso", ({ actor, request }) =>
  verAtraso(actor, pedidoDeAtrasoSchema.parse(Object.fromEntries(request.nextUrl.searchParams)), new Date()),
);
