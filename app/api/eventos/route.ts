import { changeStream } from "@/lib/server/event-stream";
import { route } from "@/lib/server/route";

export const GET = route("/api/eventos", async ({ actor, request }) =>
  changeStream("/api/eventos", actor, request.headers.get("last-event-id")),
);
