import { receberLogo } from "@/lib/configuracoes/commands";
import { upload } from "@/lib/server/route";

/** The new logo as the body of the request, as the file is. */
export const POST = upload("/api/logo", async ({ call, bytes }) => ({
  ok: true,
  data: await receberLogo(call, bytes),
}));
