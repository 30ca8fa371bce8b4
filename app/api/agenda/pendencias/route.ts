import { contarPendencias } from "@/lib/bloqueios/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda/pendencias", async ({ actor }) => ({
  total: await contarPendencias(actor, new Date()),
}));
