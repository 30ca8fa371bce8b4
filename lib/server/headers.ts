/** The header in which the proxy hands the page its nonce. */
export const NONCE = "x-nonce";

/** The header by which the proxy has `next.config.ts` put the refusal in place of a page. */
export const REFUSED = "x-recusado";

const dev = process.env.NODE_ENV === "development";

/**
 * Only what this server sends runs here; styles may be inline because React writes them so.
 *
 * @param uploads where else the browser may send a file
 */
export function contentSecurityPolicy(nonce: string, secure: boolean, uploads?: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", uploads, dev && "ws:"].filter(Boolean).join(" "),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** What every answer carries, pages and files alike; `next.config.ts` puts it there. */
export const securityHeaders: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // Not `no-referrer`: a form sent without JavaScript would then name its origin `null` and be refused.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
