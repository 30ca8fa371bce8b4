import type { NextRequest } from "next/server";
import { isReady } from "@/lib/server/health";

/** Live: this process answers. Ready (`?pronto=1`): the database answers and has this version's schema. */
export async function GET(request: NextRequest) {
  const headers = { "cache-control": "no-store" };
  if (!request.nextUrl.searchParams.has("pronto")) return Response.json({ vivo: true }, { headers });
  const pronto = await isReady();
  return Response.json({ pronto }, { status: pronto ? 200 : 503, headers });
}
