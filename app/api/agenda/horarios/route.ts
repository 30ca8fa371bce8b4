import { horariosLivres } from "@/lib/horarios/queries";
import { pedidoDeHorariosSchema } from "@/lib/horarios/schema";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/horarios", ({ actor, request }) =>
  horariosLivres(actor, pedidoDeHorariosSchema.parse(Object.fromEntries(request.nextUrl.searchParams)), new Date()),
);
