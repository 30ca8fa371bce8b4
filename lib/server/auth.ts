import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { anonimo, type Actor } from "./actor";
import type { Call } from "./command";
import { env } from "./env";
import { toAppError } from "./errors";
import { CROSS_SITE, currentOrigin, currentRequestId, isSameOrigin } from "./request";
import { COOKIE_AGE_S } from "./session";
import { usuarioDaSessao } from "./session-row";

declare module "next-auth" {
  interface User {
    sessaoId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessaoId?: string;
  }
}

type Doors = {
  enter: (call: Call, input: unknown) => Promise<{ sessaoId: string }>;
  leave: (call: Call, input: unknown) => Promise<unknown>;
};

function options({ enter, leave }: Doors): NextAuthOptions {
  const call = async (actor: Actor) => ({ actor, requestId: await currentRequestId(), origin: await currentOrigin() });
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: COOKIE_AGE_S },
    pages: { signIn: "/entrar", signOut: "/entrar", error: "/entrar" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, senha: { type: "password" } },
        async authorize(credentials) {
          try {
            const input = { email: credentials?.email, senha: credentials?.senha };
            const { sessaoId } = await enter(await call(anonimo), input);
            return { id: sessaoId, sessaoId };
          } catch (error) {
            const known = toAppError(error);
            if (known && known.code !== "inesperado") return null;
            throw new Error("inesperado");
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sessaoId: user ? user.sessaoId : token.sessaoId }),
      async session({ session, token }) {
        const usuario = token.sessaoId ? await usuarioDaSessao(token.sessaoId) : null;
        return { expires: session.expires, user: usuario ? { name: usuario.nome, email: usuario.email } : undefined };
      },
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : baseUrl),
    },
    events: {
      async signOut({ token }) {
        const usuario = token?.sessaoId ? await usuarioDaSessao(token.sessaoId) : null;
        if (usuario) await leave(await call(usuario), {});
      },
    },
  };
}

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

/** next-auth's own endpoints behind the same two commands as our forms: same limits, same timing, same session row. */
export function authRoute(doors: Doors): Handler {
  return async (request, context) => {
    if (request.method !== "GET" && !isSameOrigin(request.headers)) return new Response(CROSS_SITE, { status: 403 });
    return NextAuth(request as never, context as never, options(doors)) as Promise<Response>;
  };
}
