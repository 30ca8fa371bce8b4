import { listaSchema } from "@/lib/domain/lista";
import { acharClientesParaAgendar } from "@/lib/marcacoes/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/clientes", async ({ actor, request }) => {
  const { busca } = listaSchema.parse({ busca: request.nextUrl.searchParams.get("q") ?? "" });
  return { clientes: await acharClientesParaAgendar(actor, busca) };
});
