import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import type { Usuario } from "./actor";
import { env } from "./env";
import { usuarioDaSessao } from "./session-row";

/** How long the cookie lasts, in seconds. Its session ends sooner, when nobody uses it. */
export const COOKIE_AGE_S = 365 * 24 * 60 * 60;

const secure = () => env().NEXTAUTH_URL?.startsWith("https:") ?? false;

/** The name that next-auth gives its cookie, so that both write and read the same one. */
export const sessionCookie = () => `${secure() ? "__Secure-" : ""}next-auth.session-token`;

/** The person behind the value of the session cookie, read anew from the database; null for everybody else. */
export async function usuarioDoCookie(token: string | undefined): Promise<Usuario | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null);
  return typeof claims?.sessaoId === "string" ? usuarioDaSessao(claims.sessaoId) : null;
}

/** Who is asking, once per render. */
export const currentUsuario = cache(async (): Promise<Usuario | null> => {
  return usuarioDoCookie((await cookies()).get(sessionCookie())?.value);
});

/** Signs this browser in. The cookie carries only the session's id; next-auth encrypts it. */
export async function openSession(sessaoId: string): Promise<void> {
  const value = await encode({ token: { sessaoId }, secret: env().AUTH_SECRET, maxAge: COOKIE_AGE_S });
  (await cookies()).set(sessionCookie(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: COOKIE_AGE_S,
  });
}

export async function closeSession(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}
