import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { faultOf } from "./checks.mjs";

const VERSION = /^\/v\d{2}\.\d\//;
/** Meta lets a pair run ahead by 45 messages and then send one in six seconds. */
const PAIR_MS = 6_000;
const PAIR_AHEAD = 45;

const titles = { 190: "Access token has expired", 130429: "Rate limit hit", 131056: "Pair rate limit hit" };

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/**
 * Meta's Graph API as far as the house uses it, over real HTTP: it checks shapes, limits and the token, keeps what was
 * sent, hands out media, and can be told to fail.
 *
 * `state.failures` are the next answers: a code, `"timeout"` (taken, but never answered), `"reset"` (the line breaks
 * before anything is taken), `"html"` (a gateway's error page) or `"nonsense"` (a yes that says nothing). `state.down`
 * refuses everything. `state.pace` is how many messages a second the number may send; `state.unknown` are numbers without
 * WhatsApp, `state.closed` those outside the 24-hour window.
 *
 * @param {{ token: string, numero: string, templates?: Record<string, number> }} options
 */
export async function fakeGraph({ token, numero, templates = {} }) {
  /** @type {Record<string, any>[]} */
  const sent = [];
  /** @type {string[]} */
  const heard = [];
  /** @type {Map<string, { bytes: Buffer, mime: string, url?: string, size?: number }>} */
  const media = new Map();
  const pairs = new Map();
  const fresh = () => ({
    token,
    templates,
    failures: /** @type {(number | string)[]} */ ([]),
    down: false,
    delayMs: 0,
    pace: Infinity,
    pairs: true,
    unknown: new Set(),
    closed: new Set(),
  });
  const state = fresh();
  let origin = "";
  let counter = 0;
  let second = { at: 0, sent: 0 };

  const reply = (response, status, body) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

  function refuse(response, code, details = "") {
    const error = { message: `(#${code}) ${titles[code] ?? "Error"}`, type: "OAuthException", code };
    const status = code === 190 ? 401 : [2, 131000, 131016].includes(code) ? 503 : 400;
    return reply(response, status, {
      error: { ...error, error_data: { messaging_product: "whatsapp", details }, fbtrace_id: "teste" },
    });
  }

  function tooFast(body) {
    const now = Date.now();
    if (now - second.at >= 1_000) second = { at: now, sent: 0 };
    if (second.sent >= state.pace) return 130429;
    const to = body.to ?? body.recipient;
    const due = Math.max(pairs.get(to) ?? 0, now);
    if (state.pairs && due - now > (PAIR_AHEAD - 1) * PAIR_MS) return 131056;
    pairs.set(to, due + PAIR_MS);
    second.sent++;
    return undefined;
  }

  const digits = (to) => to?.replace(/\D/g, "") ?? "";

  async function takeMessage(body, response) {
    if (body.status === "read") return reply(response, 200, { success: true });
    const failure = state.failures.shift();
    if (failure === "reset") return response.destroy();
    if (failure === "html") return response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
    if (failure === "nonsense") return reply(response, 200, { ok: "talvez" });
    if (typeof failure === "number") return refuse(response, failure, "told to fail");
    const fault = faultOf(body, state.templates);
    if (fault) return refuse(response, fault.code, fault.details);
    const fast = tooFast(body);
    if (fast) return refuse(response, fast);
    if (state.unknown.has(body.to)) return refuse(response, 131026, "Message undeliverable");
    if (body.type !== "template" && state.closed.has(body.to)) return refuse(response, 131047, "Re-engagement message");
    const id = `wamid.FALSA${String(++counter).padStart(8, "0")}`;
    sent.push({ ...body, wamid: id, em: Date.now() });
    if (failure === "timeout") return undefined;
    if (state.delayMs) await new Promise((done) => setTimeout(done, state.delayMs));
    const contacts = body.to
      ? [{ input: body.to, wa_id: digits(body.to) }]
      : [{ input: body.recipient, user_id: body.recipient }];
    return reply(response, 200, { messaging_product: "whatsapp", contacts, messages: [{ id }] });
  }

  function tellMedia(id, response) {
    const one = media.get(id);
    if (!one) return refuse(response, 100, "media not found");
    const sha256 = createHash("sha256").update(one.bytes).digest("hex");
    const url = one.url ?? `${origin}/midia/${id}`;
    const about = { mime_type: one.mime, sha256, file_size: one.size ?? one.bytes.length, id };
    return reply(response, 200, { messaging_product: "whatsapp", url, ...about });
  }

  async function answer(request, response) {
    const { pathname } = new URL(request.url, origin);
    heard.push(`${request.method} ${pathname}`);
    const body = request.method === "POST" ? JSON.parse(await read(request)) : undefined;
    if (state.down) return response.destroy();
    if (request.headers.authorization !== `Bearer ${state.token}`) return refuse(response, 190);
    if (pathname.startsWith("/midia/")) {
      const one = media.get(pathname.slice("/midia/".length));
      return one ? response.writeHead(200, { "content-type": one.mime }).end(one.bytes) : response.writeHead(404).end();
    }
    if (!VERSION.test(pathname)) return refuse(response, 2635, "this version is gone");
    const [, , id, edge] = pathname.split("/");
    if (request.method === "POST" && edge === "messages" && id === numero) return takeMessage(body, response);
    if (request.method === "GET" && id === numero)
      return reply(response, 200, {
        id,
        display_phone_number: "+55 11 3000-0000",
        verified_name: "Salão",
        quality_rating: "GREEN",
      });
    if (request.method === "GET") return tellMedia(id, response);
    return refuse(response, 33, "unknown object");
  }

  const server = createServer(
    (request, response) => void answer(request, response).catch((error) => response.destroy(error)),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${server.address().port}`;

  return {
    origin,
    /** Every message that was taken, in order, with its `wamid`. */
    sent,
    /** Method and path of every request. */
    heard,
    media,
    state,
    /** As it was in the beginning. */
    reset() {
      Object.assign(state, fresh());
      for (const list of [sent, heard]) list.length = 0;
      for (const map of [media, pairs]) map.clear();
      second = { at: 0, sent: 0 };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
