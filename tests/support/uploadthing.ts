import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { waitUntil } from "@/scripts/launcher/process.mjs";

const API_KEY = "sk_live_da_casa";
const APP_ID = "casa";

const sign = (text: string) => `hmac-sha256=${createHmac("sha256", API_KEY).update(text).digest("hex")}`;

type Metadata = { callbackUrl: string; callbackSlug: string; metadata: object; isDev: boolean };
type Stored = { bytes: Buffer; name: string; type: string };
type CallbackResult = { fileKey: string; callbackData?: unknown };

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The address without its signature, as it was when it was signed. */
const unsigned = (url: URL) => url.href.replace(/[?&]signature=[^&]*$/, "");

/**
 * UploadThing as its library and its customers see it, over real HTTP: the ingest server that takes files by signed
 * addresses and tells the application, the store that hands them out again, and the API that deletes them.
 *
 * @returns the environment of an application that uses it, what it holds and heard, and how to misbehave
 */
export async function fakeUploadThing() {
  const files = new Map<string, Stored>();
  const waiting = new Map<string, (result: CallbackResult) => void>();
  const registered = new Map<string, Metadata>();
  const devStreams = new Map<string, ServerResponse>();
  const heard: string[] = [];
  const state = { deaf: false, lying: undefined as Buffer | undefined };
  let origin = "";

  /** The message by which UploadThing tells that a file has come. */
  function message(key: string): string {
    const { bytes, name, type } = files.get(key)!;
    const at = `${origin}/a/${APP_ID}/${key}`;
    const hashed = createHash("md5").update(bytes).digest("hex");
    const known = { key, name, type, size: bytes.length, customId: null, fileHash: hashed };
    const file = { ...known, url: at, appUrl: at, ufsUrl: at };
    return JSON.stringify({ status: "uploaded", metadata: registered.get(key)!.metadata, origin, file });
  }

  function tell(key: string, text = message(key), signature = sign(text)) {
    const { callbackUrl, callbackSlug } = registered.get(key)!;
    return fetch(`${callbackUrl}?slug=${callbackSlug}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "uploadthing-hook": "callback",
        "x-uploadthing-signature": signature,
      },
      body: text,
    });
  }

  /** Waits for what the application makes of a file, as the browser that sent it does. */
  async function outcome(key: string): Promise<unknown> {
    const answered = new Promise<CallbackResult>((resolve) => waiting.set(key, resolve));
    // On a developer's machine the application does not wait for its own registration.
    await waitUntil(() => registered.has(key), 5_000);
    if (registered.get(key)!.isDev) {
      const text = message(key);
      devStreams.get(key)!.end(`${JSON.stringify({ payload: text, signature: sign(text), hook: "callback" })}\n`);
    } else await tell(key);
    return (await answered).callbackData;
  }

  async function takeFile(url: URL, request: IncomingMessage, response: ServerResponse) {
    const key = url.pathname.slice(1);
    const expires = Number(url.searchParams.get("expires"));
    if (url.searchParams.get("signature") !== sign(unsigned(url)) || !(expires > Date.now()))
      return response.writeHead(403).end();
    const type = request.headers["content-type"]!;
    const form = await new Response(new Uint8Array(await read(request)), {
      headers: { "content-type": type },
    }).formData();
    const file = form.get("file") as File;
    if (file.size !== Number(url.searchParams.get("x-ut-file-size"))) return response.writeHead(400).end();
    const name = decodeURIComponent(url.searchParams.get("x-ut-file-name")!);
    files.set(key, { bytes: Buffer.from(await file.arrayBuffer()), name, type: file.type });
    const at = `${origin}/a/${APP_ID}/${key}`;
    const serverData = url.searchParams.has("x-ut-slug") ? await outcome(key) : null;
    return reply(response, { url: at, appUrl: at, ufsUrl: at, fileHash: "md5", serverData });
  }

  function handOut(url: URL, response: ServerResponse) {
    const key = url.pathname.split("/").at(-1)!;
    const file = files.get(key);
    if (url.searchParams.get("signature") !== sign(unsigned(url))) return response.writeHead(403).end();
    if (!file || state.deaf) return response.writeHead(state.deaf ? 500 : 404).end();
    return response.writeHead(200, { "content-type": "text/html" }).end(state.lying ?? file.bytes);
  }

  async function talk(path: string, request: IncomingMessage, response: ServerResponse) {
    const body = JSON.parse((await read(request)).toString()) as Metadata & { fileKeys: string[] } & CallbackResult;
    if (request.headers["x-uploadthing-api-key"] !== API_KEY) return response.writeHead(401).end();
    if (path === "/callback-result") {
      waiting.get(body.fileKey)?.(body);
      return reply(response, { ok: true });
    }
    if (path === "/v6/deleteFiles") {
      for (const key of body.fileKeys) files.delete(key);
      return reply(response, { success: true, deletedCount: body.fileKeys.length });
    }
    for (const key of body.fileKeys) registered.set(key, body);
    if (!body.isDev) return reply(response, { ok: true });
    for (const key of body.fileKeys) devStreams.set(key, response);
    return response.writeHead(200, { "content-type": "application/jsonl" }).flushHeaders();
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url!, origin);
    heard.push(`${request.method} ${url.pathname.replace(/[^/]{20,}$/, "KEY")}`);
    // Browsers ask before they send, and again what they may read.
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    response.setHeader("access-control-allow-headers", request.headers["access-control-request-headers"] ?? "*");
    response.setHeader("access-control-allow-methods", "GET, HEAD, PUT, POST");
    response.setHeader("access-control-expose-headers", "x-ut-range-start");
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    if (request.method === "HEAD") return response.writeHead(200, { "x-ut-range-start": "0" }).end();
    if (request.method === "GET") return handOut(url, response);
    const work = request.method === "PUT" ? takeFile(url, request, response) : talk(url.pathname, request, response);
    return void work.catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  origin = `http://localhost:${port}`;
  const token = { apiKey: API_KEY, appId: APP_ID, regions: ["sea1"], ingestHost: `localhost:${port}` };

  return {
    origin,
    files,
    heard,
    state,
    registered,
    message,
    tell,
    sign,
    /** What an application's environment says to use it. @param dev as on a developer's machine, which nobody can call */
    env: ({ dev = false } = {}) => ({
      UPLOADTHING_TOKEN: Buffer.from(JSON.stringify(token)).toString("base64"),
      UPLOADTHING_INGEST_URL: origin,
      UPLOADTHING_API_URL: origin,
      UPLOADTHING_UFS_HOST: `localhost:${port}`,
      UPLOADTHING_UFS_APP_ID_LOCATION: "path",
      UPLOADTHING_IS_DEV: String(dev),
    }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const reply = (response: ServerResponse, body: object) =>
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
