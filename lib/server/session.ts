import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import type { Usuario } from "./actor";
import { env } from "./env";
import { usuarioDaSessao } from "./session-row";

const MAX_AGE = 30 * 24 * 60 * 60;

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
  const value = await encode({ token: { sessaoId }, secret: env().AUTH_SECRET, maxAge: MAX_AGE });
  (await cookies()).set(sessionCookie(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: MAX_AGE,
  });
}

export async function closeSession(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}
