import { porQueNao } from "@/lib/horarios/queries";
import { pedidoDeMotivoSchema } from "@/lib/horarios/schema";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/motivo", async ({ actor, request }) => {
  const pedido = pedidoDeMotivoSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  return { impedimentos: await porQueNao(actor, pedido, new Date()) };
});
