import { verJanela } from "@/lib/agenda/queries";
import { janelaSchema } from "@/lib/agenda/schema";
import { route } from "@/lib/server/route";

export const GET = route("/api/agenda", ({ actor, request }) =>
  verJanela(actor, janelaSchema.parse(Object.fromEntries(request.nextUrl.searchParams)), new Date()),
);
