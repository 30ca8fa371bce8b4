import { verMensagens } from "@/lib/balcao/queries";
import { pedidoDeMensagensSchema } from "@/lib/balcao/schema";
import { route } from "@/lib/server/route";

export const GET = route("/api/conversas/mensagens", async ({ actor, request }) =>
  verMensagens(actor, pedidoDeMensagensSchema.parse(Object.fromEntries(request.nextUrl.searchParams))),
);
