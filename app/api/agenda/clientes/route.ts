import { umClienteSchema } from "@/lib/agenda/schema";
import { listaSchema } from "@/lib/domain/lista";
import { acharClientesParaAgendar, lerClienteParaAgendar } from "@/lib/marcacoes/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/clientes", async ({ actor, request }) => {
  const { searchParams } = request.nextUrl;
  if (searchParams.has("id"))
    return { clientes: await lerClienteParaAgendar(actor, umClienteSchema.parse(searchParams.get("id"))) };
  const { busca } = listaSchema.parse({ busca: searchParams.get("q") ?? "" });
  return { clientes: await acharClientesParaAgendar(actor, busca) };
});
