import { isIP } from "node:net";
import { log, safeError } from "@/lib/server/log";

/** How Meta is reached: for whom, with what, and where. */
export type Ligacao = { numeroId: string | null; token: string | null; versaoGraph: string; graphUrl: string };

/** What became of a message that was handed to Meta. */
export type Resultado =
  | { tipo: "aceita"; wamid: string; waId: string | null }
  | { tipo: "recusada"; codigo: number; detalhe: string }
  /** The line failed before Meta can have taken it. */
  | { tipo: "nao_saiu" }
  /** Nobody knows whether Meta took it. */
  | { tipo: "incerta" };

const PATIENCE_MS = 10_000;

/** Errors of a line on which nothing was sent yet. */
const BEFORE = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ENETUNREACH", "EHOSTUNREACH"];

type Answer = {
  error?: { code?: number; message?: string; error_data?: { details?: string } };
  messages?: { id?: string }[];
  contacts?: { wa_id?: string }[];
};

const notReady: Resultado = { tipo: "recusada", codigo: 190, detalhe: "Falta configurar o número e o token." };

const ocupado: Resultado = { tipo: "recusada", codigo: 131016, detalhe: "" };

/** Hands one message to Meta. Never throws: what is not known is an answer too. */
export async function enviarAoGraph(ligacao: Ligacao, body: object): Promise<Resultado> {
  const { numeroId, token, versaoGraph, graphUrl } = ligacao;
  if (!numeroId || !token) return notReady;
  let response: Response;
  let answer: Answer | null;
  try {
    response = await fetch(new URL(`/${versaoGraph}/${numeroId}/messages`, graphUrl), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    answer = await response.json().then(
      (it: unknown) => it as Answer,
      () => null,
    );
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
    log.warn({ error: safeError(error), code: cause?.code }, "graph did not answer");
    return { tipo: BEFORE.includes(cause?.code ?? "") ? "nao_saiu" : "incerta" };
  }
  // A page of some server on the way: it says whether it handed the request on.
  if (!answer) return [429, 500, 503].includes(response.status) ? ocupado : { tipo: "incerta" };
  const wamid = answer.messages?.[0]?.id;
  if (response.ok && wamid) return { tipo: "aceita", wamid, waId: answer.contacts?.[0]?.wa_id ?? null };
  const { code, message = "", error_data } = answer.error ?? {};
  if (typeof code !== "number") return { tipo: "incerta" };
  return { tipo: "recusada", codigo: code, detalhe: (error_data?.details || message).slice(0, 500) };
}

/** The hosts that Meta hands out media from, and the one that tests and proxies stand for. */
function isMetas(url: URL, graphUrl: string): boolean {
  if (url.origin === new URL(graphUrl).origin) return true;
  return (
    url.protocol === "https:" &&
    !url.port &&
    !isIP(url.hostname) &&
    /(^|\.)(fbsbx\.com|facebook\.com|whatsapp\.net)$/.test(url.hostname)
  );
}

type Found = { bytes: Buffer; mime: string };

/**
 * Fetches what a client attached.
 *
 * @returns why not, in one word, when Meta has it no longer, or it is longer than `most` bytes, or not from Meta
 * @throws when Meta does not answer, so that it is worth another try
 */
export async function buscarDoGraph(
  ligacao: Ligacao,
  id: string,
  most: number,
): Promise<Found | "sumiu" | "grande" | "estranha"> {
  const { token, versaoGraph, graphUrl } = ligacao;
  if (!/^[\w-]{1,200}$/.test(id)) return "estranha";
  const ask = (url: URL) =>
    fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  const about = await ask(new URL(`/${versaoGraph}/${id}`, graphUrl));
  if (about.status >= 500 || about.status === 401 || about.status === 429)
    throw new Error(`graph answered ${about.status}`);
  if (!about.ok) return "sumiu";
  const { url = "", file_size = 0 } = (await about.json()) as { url?: string; file_size?: number };
  if (!URL.canParse(url) || !isMetas(new URL(url), graphUrl)) return "estranha";
  if (file_size > most) return "grande";
  const file = await ask(new URL(url));
  if (file.status >= 500) throw new Error(`graph answered ${file.status}`);
  if (!file.ok) return "sumiu";
  const bytes = await bounded(file, most);
  return bytes ? { bytes, mime: file.headers.get("content-type") ?? "" } : "grande";
}

async function bounded(response: Response, most: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
