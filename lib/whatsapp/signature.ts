import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** The digest that `X-Hub-Signature-256` carries: over the bytes as they came, since Meta escapes what JSON need not. */
export const signatureOf = (bytes: Uint8Array, secret: string): string =>
  `sha256=${createHmac("sha256", secret).update(bytes).digest("hex")}`;

/** Whether the header signs these bytes; takes the same time wherever it differs. */
export function isSigned(bytes: Uint8Array, header: string | null, secret: string): boolean {
  if (!header || !/^sha256=[0-9a-f]{64}$/.test(header)) return false;
  return timingSafeEqual(Buffer.from(header), Buffer.from(signatureOf(bytes, secret)));
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether two secrets are equal, in a time that does not tell how much of them is. */
export const isSame = (given: string, known: string): boolean => timingSafeEqual(digest(given), digest(known));
