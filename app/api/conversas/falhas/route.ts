import { contarFalhas } from "@/lib/balcao/queries";
import { route } from "@/lib/server/route";

export const GET = route("/api/conversas/falhas", async ({ actor }) => contarFalhas(actor));
