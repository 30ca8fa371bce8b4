import { env } from "./env";
import { AppError } from "./errors";

const TIMEOUT_MS = 10_000;

/** The largest file that is there: what a person sends, and what a client attaches. */
const MAX_BYTES = 16 * 1024 * 1024;

const away = () => new AppError("ocupado", "O UploadThing não respondeu. Tente de novo em alguns instantes.");

// Loaded when wanted: the library weighs more than the rest of the server, and most companies do without it.
async function api() {
  const { UTApi } = await import("uploadthing/server");
  return new UTApi({ logLevel: "None" });
}

/** The origin to which browsers send their files. Undefined: they send them to us. */
export function ingestOrigin(): string | undefined {
  const { UPLOADTHING_TOKEN: token, UPLOADTHING_INGEST_URL: elsewhere } = env();
  return token && new URL(elsewhere ?? `https://${token.regions[0]}.${token.ingestHost}`).origin;
}

/** @returns the key of the file there */
export async function keepRemote(bytes: Buffer, type: string): Promise<string> {
  const file = new File([new Uint8Array(bytes)], "arquivo", { type });
  const { data } = await (
    await api()
  )
    .uploadFiles(file, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    .catch(() => ({ data: null }));
  if (!data) throw away();
  return data.key;
}

/** The whole file of a key, from the address that we make ourselves. */
export async function readRemote(key: string): Promise<Buffer> {
  const { ufsUrl } = await (await api()).generateSignedURL(key, { expiresIn: 60 });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(ufsUrl, { signal, redirect: "error", cache: "no-store" });
    if (!response.ok || !response.body) throw away();
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body) {
      if ((length += part.length) > MAX_BYTES) throw away();
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch {
    throw away();
  }
}

/** Deletes a file; one that is no longer there is deleted. Written by hand: the worker has no use for the library. */
export async function dropRemote(key: string): Promise<void> {
  const { UPLOADTHING_TOKEN: token, UPLOADTHING_API_URL: base } = env();
  if (!token) throw away();
  const response = await fetch(new URL("/v6/deleteFiles", base), {
    method: "POST",
    headers: { "content-type": "application/json", "x-uploadthing-api-key": token.apiKey },
    body: JSON.stringify({ fileKeys: [key] }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw away();
}
