import { listarConversas } from "@/lib/balcao/queries";
import { filtroConversasSchema } from "@/lib/balcao/schema";
import { route } from "@/lib/server/route";

export const GET = route("/api/conversas", async ({ actor, request }) =>
  listarConversas(actor, filtroConversasSchema.parse(Object.fromEntries(request.nextUrl.searchParams))),
);
