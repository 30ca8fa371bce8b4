import { createHash, randomBytes, randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { rotas, type CaminhoRota, type Rota } from "@/lib/domain/permissoes";
import type { Origin } from "./command";
import { env } from "./env";
import { AppError } from "./errors";

export const REQUEST_ID = "x-request-id";
/** What carries its own signature instead of coming from a page of ours; nothing else is exempt. */
export const SIGNED: readonly CaminhoRota[] = ["/api/uploadthing", "/api/whatsapp/webhook"];

/** What a person reads whose request did not come from a page of ours. */
export const CROSS_SITE = "Este pedido não veio desta página.";

/** The longest body that a door takes, in bytes, if `rotas` says nothing else: what Next allows a server action. */
const MAX_BODY = 1024 * 1024;

const DEVICE_COOKIE = "aparelho";
const ONE_YEAR = 365 * 24 * 60 * 60;

/**
 * Whether a browser sent this from one of our own pages. Browsers name the sender of every unsafe request in `Origin`
 * or `Sec-Fetch-Site` (Fetch standard); a request with neither is not from a page of ours.
 */
export function isSameOrigin(incoming: Headers): boolean {
  const origin = incoming.get("origin");
  const host = incoming.get("x-forwarded-host") ?? incoming.get("host");
  if (!origin) return incoming.get("sec-fetch-site") === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === host;
}

export function assertSameOrigin(incoming: Headers): void {
  if (!isSameOrigin(incoming)) throw new AppError("sem_permissao", CROSS_SITE);
}

/**
 * Why a body is refused before it is read: too long (413), or of a length that nobody declared (411), as browsers always
 * do. Without this Next would hand on the beginning as if it were all.
 */
export function bodyRefusal(
  incoming: Headers,
  rota?: CaminhoRota,
): { status: 411 | 413; sentence: string } | undefined {
  // Meta may send in pieces; its door counts them, and what is cut off is not signed any more.
  if (incoming.has("transfer-encoding") && rota === "/api/whatsapp/webhook") return undefined;
  if (incoming.has("transfer-encoding")) return { status: 411, sentence: "Este pedido não diz de que tamanho é." };
  const corpoBytes = (rota && (rotas[rota] as Rota).corpoBytes) || MAX_BODY;
  if (Number(incoming.get("content-length")) <= corpoBytes) return undefined;
  const mega = corpoBytes / 1024 / 1024;
  return { status: 413, sentence: `Isto é grande demais para enviar: o limite é de ${mega} MB.` };
}

/** The address of the person: what our outermost trusted proxy saw, or the socket's own (Next puts it there). */
function addressOf(incoming: Headers): string {
  const chain = (incoming.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return chain.at(-Math.max(1, env().CONFIA_PROXY)) || "desconhecido";
}

const hash = (value: string) => createHash("sha256").update(value).digest("base64url");

/** Facts about the request being answered, for commands that open doors. */
export async function currentOrigin(): Promise<Origin> {
  const [incoming, jar] = [await headers(), await cookies()];
  let device = jar.get(DEVICE_COOKIE)?.value;
  if (!device) {
    device = randomBytes(18).toString("base64url");
    const secure = env().NEXTAUTH_URL?.startsWith("https:") ?? false;
    jar.set(DEVICE_COOKIE, device, { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: ONE_YEAR });
  }
  return { address: addressOf(incoming), device: hash(device), userAgent: incoming.get("user-agent") ?? "" };
}

export async function currentRequestId(): Promise<string> {
  return (await headers()).get(REQUEST_ID) ?? randomUUID();
}

/** All that was sent, or undefined when it is longer than `most` bytes: then the rest is not read. */
export async function boundedBody(request: Request, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > most) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
