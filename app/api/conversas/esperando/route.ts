import { contarEsperando } from "@/lib/balcao/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/conversas/esperando", async ({ actor }) => contarEsperando(actor));
