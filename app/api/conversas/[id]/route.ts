import { verConversa } from "@/lib/balcao/queries";
import { pedidoDeConversaSchema } from "@/lib/balcao/schema";
import { route } from "@/lib/server/route";
import { recordId } from "@/lib/server/screen";

export const GET = route<{ id: string }>("/api/conversas/[id]", async ({ actor, request, params }) => {
  const { antes } = pedidoDeConversaSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  return verConversa(actor, recordId(params.id), antes);
});
