import { randomBytes, randomUUID } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { pode, rotaDe, rotas } from "@/lib/domain/permissoes";
import { recusas } from "@/lib/domain/result";
import { recordRefusal } from "@/lib/server/audit";
import { env } from "@/lib/server/env";
import { contentSecurityPolicy, NONCE, REFUSED } from "@/lib/server/headers";
import { log, safeError } from "@/lib/server/log";
import { bodyRefusal, CROSS_SITE, isSameOrigin, REQUEST_ID, SIGNED } from "@/lib/server/request";
import { sessionCookie, usuarioDoCookie } from "@/lib/server/session";
import { unavailable } from "@/lib/server/unavailable";
import { ingestOrigin } from "@/lib/server/uploadthing";

/** Everything but the build's own files, pictures and icons, and what Meta calls: it has a door of its own, and no page. */
export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg|favicon.ico|api/whatsapp/webhook$).*)"] };

const SAFE = ["GET", "HEAD", "OPTIONS"];

/** A refusal that a person may read. With a charset in its type, Next would keep it from the caller of a server action. */
const refuse = (status: number, sentence: string) =>
  new NextResponse(sentence, { status, headers: { "content-type": "text/plain" } });

async function admit(request: NextRequest, headers: Headers): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const onward = () => NextResponse.next({ request: { headers } });
  const safe = SAFE.includes(request.method);
  const rota = rotaDe(pathname);
  const signed = rota !== undefined && SIGNED.includes(rota);
  if (!safe && !signed && !isSameOrigin(request.headers)) return refuse(403, CROSS_SITE);
  const body = bodyRefusal(request.headers, rota);
  if (body) return refuse(body.status, body.sentence);
  if (!rota || rotas[rota].exige === "publico") return onward();

  const usuario = await usuarioDoCookie(request.cookies.get(sessionCookie())?.value);
  const screen = safe && !pathname.startsWith("/api/");
  if (!usuario) {
    if (!screen) return refuse(401, recusas.nao_autenticado);
    const voltar = pathname === "/" ? "" : `?voltar=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(new URL(`/entrar${voltar}`, request.url));
  }
  if (pode(usuario, rotas[rota].exige)) return onward();
  if (usuario.deveTrocarSenha && screen) return NextResponse.redirect(new URL("/trocar-senha", request.url));
  await recordRefusal(usuario, rota, headers.get(REQUEST_ID) ?? "");
  if (!screen) return refuse(403, recusas.sem_permissao);
  headers.set(REFUSED, "1");
  return onward();
}

/** The first door: turns people away early by the table of routes. Every page, route and action asks again by itself. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = randomUUID();
  const nonce = randomBytes(16).toString("base64");
  const secure = env().NEXTAUTH_URL?.startsWith("https:") ?? false;
  const policy = contentSecurityPolicy(nonce, secure, ingestOrigin());

  const headers = new Headers(request.headers);
  headers.set(REQUEST_ID, requestId);
  headers.set(NONCE, nonce);
  headers.set("content-security-policy", policy);

  const response = await admit(request, headers).catch((error: unknown) => {
    log.error({ requestId, error: safeError(error) }, "no answer at the door");
    return unavailable(nonce);
  });
  if (secure) response.headers.set("strict-transport-security", "max-age=31536000");
  response.headers.set("content-security-policy", policy);
  response.headers.set(REQUEST_ID, requestId);
  return response;
}
