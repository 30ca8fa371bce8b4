import { createHmac } from "node:crypto";
import http from "node:http";
import { fakeGraph } from "../tests/support/graph/server.mjs";

const NUMERO = "106540352242922";
const SECRET = "0123456789abcdef0123456789abcdef";
const TOKEN = "EAAG-um-token-que-so-existe-nos-testes";

/** A Meta of our own, which the companies that are opened from now on speak to. */
export async function openMeta() {
  const graph = await fakeGraph({ token: TOKEN, numero: NUMERO });
  Object.assign(process.env, {
    ...{ WHATSAPP_PHONE_NUMBER_ID: NUMERO, WHATSAPP_APP_SECRET: SECRET, WHATSAPP_ACCESS_TOKEN: TOKEN },
    WHATSAPP_GRAPH_URL: graph.origin,
  });
  return graph;
}

let counter = 0;

/** Somebody new writes. */
export function delivery() {
  const n = ++counter;
  const from = `55119${String(70_000_000 + n)}`;
  const message = { from, id: `wamid.BENCH${Date.now()}${n}`, timestamp: String(Math.floor(Date.now() / 1_000)) };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "551130000000", phone_number_id: NUMERO },
    contacts: [{ profile: { name: `Cliente ${n}` }, wa_id: from }],
    messages: [{ ...message, type: "text", text: { body: "oi, tudo bem?" } }],
  };
  const entry = [{ id: "102290129340398", changes: [{ field: "messages", value }] }];
  const body = Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry }));
  return { body, signature: `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}` };
}

/**
 * Requests on connections that stay open, as Meta makes them.
 * @returns the milliseconds that the answer took since there was a connection for it
 */
export function sender({ url, headers: signedIn }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const send = (path, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      let started = 0;
      const request = http.request(new URL(path, url), { method, headers, agent }, (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200
            ? resolve(performance.now() - started)
            : reject(new Error(`${path} answered ${response.statusCode}`)),
        );
      });
      request.on("socket", () => (started = performance.now()));
      request.on("error", reject);
      request.end(body);
    });
  return {
    empty: () => send("/api/busca?q=", { headers: signedIn }),
    deliver({ body, signature }) {
      const headers = {
        "content-type": "application/json",
        "content-length": body.length,
        "x-hub-signature-256": signature,
      };
      return send("/api/whatsapp/webhook", { method: "POST", headers, body });
    },
    close: () => agent.destroy(),
  };
}
