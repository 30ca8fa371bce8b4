import type { NextRequest } from "next/server";
import { lerLigacao, type Ligacao } from "@/lib/assistente/queries";
import { MAIOR_ENTREGA } from "@/lib/domain/permissoes";
import { sistema } from "@/lib/server/actor";
import { log, safeError } from "@/lib/server/log";
import { boundedBody } from "@/lib/server/request";
import { receberEntrega } from "@/lib/whatsapp/receive";
import { isSame, isSigned } from "@/lib/whatsapp/signature";

/** How long what we know of the connection may be old: a delivery costs one round trip, not two. */
const FRESH_MS = 5_000;
/** Whoever signs wrongly makes us look again, but not more often. */
const LOOK_AGAIN_MS = 500;

let known: { em: number; ligacao: Promise<Ligacao> } | undefined;

function ligacaoDe(oldest: number): Promise<Ligacao> {
  if (known && Date.now() - known.em < oldest) return known.ligacao;
  const ligacao = lerLigacao(sistema);
  known = { em: Date.now(), ligacao };
  ligacao.catch(() => (known = undefined));
  return ligacao;
}

const answer = (status: number, body: string | null = null) =>
  new Response(body, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });

/** The handshake: Meta asks for its challenge back from whoever knows the verify token. */
export async function GET(request: NextRequest) {
  const asked = request.nextUrl.searchParams;
  const [mode, token, challenge] = ["mode", "verify_token", "challenge"].map((one) => asked.get(`hub.${one}`));
  if (mode !== "subscribe" || !token || !challenge || challenge.length > 200) return answer(400);
  const { verificacao } = await ligacaoDe(0);
  return verificacao && isSame(token, verificacao) ? answer(200, challenge) : answer(403);
}

/** A delivery. Answered once it is stored; whoever is not Meta is told nothing and leaves nothing. */
export async function POST(request: NextRequest) {
  try {
    const bytes = await boundedBody(request, MAIOR_ENTREGA);
    if (!bytes) return answer(413);
    const signature = request.headers.get("x-hub-signature-256");
    for (const oldest of [FRESH_MS, LOOK_AGAIN_MS]) {
      const { segredo } = await ligacaoDe(oldest);
      if (!segredo || !isSigned(bytes, signature, segredo)) continue;
      await receberEntrega(bytes);
      return answer(200);
    }
    return answer(401);
  } catch (error) {
    // Not stored, so Meta shall bring it again.
    log.error({ error: safeError(error) }, "delivery not stored");
    return answer(503);
  }
}
