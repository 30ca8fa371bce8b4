import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { decode, encode } from "next-auth/jwt";
import { createRouteHandler, createUploadthing } from "uploadthing/next";
import { UploadThingError } from "uploadthing/server";
import { pode, rotas, type CaminhoRota } from "@/lib/domain/permissoes";
import { recusas, type Result } from "@/lib/domain/result";
import type { Usuario } from "./actor";
import { recordRefusal } from "./audit";
import type { Call } from "./command";
import { env } from "./env";
import { asAppError, naoAutenticado, toFailure } from "./errors";
import { log, safeError } from "./log";
import { CROSS_SITE, isSameOrigin } from "./request";
import { sessionCookie, usuarioDoCookie } from "./session";
import { usuarioDaSessao } from "./session-row";
import { dropRemote, readRemote } from "./uploadthing";

/** For how long a file may be on its way, in seconds. */
const ON_ITS_WAY_S = 60 * 60;

/** Of its own, so that what UploadThing carries for us opens no door as a session cookie. */
const salt = "uploadthing";

const seal = ({ sessaoId }: Usuario) =>
  encode({ token: { sessaoId }, secret: env().AUTH_SECRET, salt, maxAge: ON_ITS_WAY_S });

async function unseal(token: string): Promise<Usuario> {
  const claims = await decode({ token, secret: env().AUTH_SECRET, salt }).catch(() => null);
  const usuario = claims?.sessaoId && (await usuarioDaSessao(claims.sessaoId));
  if (!usuario) throw naoAutenticado();
  return usuario;
}

/** Where UploadThing tells us. Left alone, the library would believe the `Host` of the request, and no proxy. */
function calledBack(): { callbackUrl?: string } {
  const { NEXTAUTH_URL: ours, UPLOADTHING_CALLBACK_URL: elsewhere } = env();
  const callbackUrl = elsewhere ?? (ours && new URL("/api/uploadthing", ours).href);
  return callbackUrl ? { callbackUrl } : {};
}

type Visit = { call: Call; bytes: Buffer };

async function receiveFrom<R>(key: string, sender: string, receive: (visit: Visit) => Promise<R>): Promise<Result<R>> {
  const requestId = randomUUID();
  try {
    const actor = await unseal(sender);
    return { ok: true, data: await receive({ call: { actor, requestId }, bytes: await readRemote(key) }) };
  } catch (error) {
    return { ok: false, error: toFailure(asAppError(error, { requestId })) };
  } finally {
    // What was sent is only raw material, accepted or not.
    await dropRemote(key).catch((error) => log.warn({ requestId, error: safeError(error) }, "upload left behind"));
  }
}

/**
 * The POST route by which browsers send a file straight to UploadThing, which then tells us. Asks for what `rota`, our
 * own door for the same file, demands: before the file is sent, and again when it has come.
 *
 * @returns answers 404 without `UPLOADTHING_TOKEN`
 */
export function remoteUpload<R>(rota: CaminhoRota, receive: (visit: Visit) => Promise<R>) {
  const file = createUploadthing()({ blob: { maxFileSize: "16MB", maxFileCount: 1 } })
    .middleware(async ({ req }) => {
      const usuario = await usuarioDoCookie(req.cookies.get(sessionCookie())?.value);
      if (!usuario) throw new UploadThingError({ code: "FORBIDDEN", message: recusas.nao_autenticado });
      if (!pode(usuario, rotas[rota].exige)) {
        await recordRefusal(usuario, rota, randomUUID());
        throw new UploadThingError({ code: "FORBIDDEN", message: recusas.sem_permissao });
      }
      return { sender: await seal(usuario) };
    })
    .onUploadComplete(
      // A result is plain JSON, which its type cannot say.
      ({ file: { key }, metadata }) => receiveFrom(key, metadata.sender, receive) as Promise<{ ok: boolean }>,
    );
  let handler: ReturnType<typeof createRouteHandler> | undefined;
  const open = () =>
    (handler ??= createRouteHandler({ router: { file }, config: { logLevel: "None", ...calledBack() } }));

  return async (request: NextRequest): Promise<Response> => {
    if (!env().UPLOADTHING_TOKEN) return new Response(null, { status: 404 });
    // What UploadThing itself sends is signed, and the library looks at the signature; the rest comes from our pages.
    if (!request.headers.has("uploadthing-hook") && !isSameOrigin(request.headers))
      return new Response(CROSS_SITE, { status: 403 });
    return open().POST(request);
  };
}
