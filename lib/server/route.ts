import { NextResponse, type NextRequest } from "next/server";
import { pode, rotas, type CaminhoRota } from "@/lib/domain/permissoes";
import type { ErrorCode } from "@/lib/domain/result";
import type { Usuario } from "./actor";
import { recordRefusal } from "./audit";
import type { Call } from "./command";
import { AppError, asAppError, naoAutenticado, semPermissao, toFailure } from "./errors";
import { assertSameOrigin, bodyRefusal, currentRequestId } from "./request";
import { currentUsuario } from "./session";

const status: Record<ErrorCode, number> = {
  nao_autenticado: 401,
  sem_permissao: 403,
  nao_encontrado: 404,
  invalido: 422,
  conflito: 409,
  aviso: 409,
  em_uso: 409,
  ocupado: 503,
  limite: 429,
  inesperado: 500,
};

type Visit = { actor: Usuario; request: NextRequest; call: Call & { actor: Usuario } };

/** Lets in whoever may open the route. Refusals and failures become JSON, and so does what `answer` gives, unless it is a `Response`. */
async function door(rota: CaminhoRota, request: NextRequest, answer: (visit: Visit) => Promise<unknown>) {
  const requestId = await currentRequestId();
  try {
    const actor = await currentUsuario();
    if (!actor) throw naoAutenticado();
    if (!pode(actor, rotas[rota].exige)) {
      await recordRefusal(actor, rota, requestId);
      throw semPermissao();
    }
    const result = await answer({ actor, request, call: { actor, requestId } });
    if (result instanceof Response) return result;
    return NextResponse.json(result, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    const failure = toFailure(asAppError(error, { requestId, route: rota }));
    return NextResponse.json({ error: failure }, { status: status[failure.code] });
  }
}

/**
 * A GET route made from queries, for what a finger triggers (search as you type) and for downloads. Answers JSON, never
 * cached, or the `Response` that `read` makes. `params` are those of the path, e.g. of `[id]`.
 */
export function route<P = object>(rota: CaminhoRota, read: (visit: Visit & { params: P }) => Promise<unknown>) {
  return (request: NextRequest, { params }: { params: Promise<P> }) =>
    door(rota, request, async (visit) => read({ ...visit, params: await params }));
}

async function wholeBody(request: NextRequest): Promise<Buffer> {
  const refusal = bodyRefusal(request.headers, request.nextUrl.pathname as CaminhoRota);
  if (refusal) throw new AppError("invalido", refusal.sentence);
  const bytes = Buffer.from(await request.arrayBuffer());
  // Next hands on what arrived, also when the connection broke in the middle.
  if (bytes.length !== Number(request.headers.get("content-length")))
    throw new AppError("invalido", "O arquivo não chegou inteiro. Envie de novo.");
  return bytes;
}

/** A POST route that receives one file as its body, whole and within the `corpoBytes` of the route. */
export function upload(rota: CaminhoRota, receive: (visit: Visit & { bytes: Buffer }) => Promise<unknown>) {
  return (request: NextRequest) =>
    door(rota, request, async (visit) => {
      assertSameOrigin(request.headers);
      return receive({ ...visit, bytes: await wholeBody(request) });
    });
}
