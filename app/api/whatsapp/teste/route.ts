import { testarLigacao } from "@/lib/assistente/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/whatsapp/teste", async ({ actor }) => ({ conferidos: await testarLigacao(actor) }));
