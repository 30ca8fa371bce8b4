import { agendamentosAfetados } from "@/lib/bloqueios/queries";
import { pedidoDeAfetadosSchema } from "@/lib/bloqueios/schema";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/afetados", async ({ actor, request }) => {
  const pedido = pedidoDeAfetadosSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  return agendamentosAfetados(actor, pedido, new Date());
});
