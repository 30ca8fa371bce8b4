import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

const derive = () => Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "hora-marcada/segredos/v1", 32));

let key: Buffer | undefined;

/**
 * Encrypts what the company entrusts to us, for a column of the class `segredo`: AES-256-GCM under a key derived from
 * `AUTH_SECRET`. Equal texts give different results.
 *
 * @param purpose names the column; what was sealed for one does not open in another
 * @returns `v1.` and base64url of initialisation vector, tag and cipher text
 */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, (key ??= derive()), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** What was sealed, or null when it cannot be opened any more: another `AUTH_SECRET`, another purpose, a damaged text. */
export function unseal(purpose: string, sealed: string): string | null {
  const [version, text = ""] = sealed.split(".");
  const bytes = Buffer.from(text, "base64url");
  if (version !== VERSION || bytes.length < IV_BYTES + TAG_BYTES) return null;
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv(ALGORITHM, (key ??= derive()), iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** What may be shown of a secret so that a person knows which one it is: its last four characters, if that gives little away. */
export function lastFour(text: string): string {
  return text.length >= 12 ? text.slice(-4) : "";
}
