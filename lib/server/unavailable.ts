import { NextResponse } from "next/server";

const RETRY_SECONDS = 5;

const page = (nonce: string) => `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_SECONDS}">
<title>Um momento, por favor</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; }
  body { font: 1.0625rem/1.5 system-ui, sans-serif; display: grid; min-height: 100dvh; place-items: center; margin: 0; }
  main { max-width: 30rem; padding: 1.5rem; }
  h1 { font-size: 1.5rem; }
  a { display: inline-block; padding-block: 0.75rem; }
</style>
</head>
<body>
<main>
<h1>Um momento, por favor</h1>
<p>O sistema não respondeu a tempo. Esta página tenta de novo sozinha em alguns segundos, e nada do que você já salvou se perdeu.</p>
<a href="">Tentar de novo agora</a>
</main>
</body>
</html>
`;

/** What a person reads while nobody can be asked who they are. It needs nothing that could be missing, and tries again by itself. */
export const unavailable = (nonce: string) =>
  new NextResponse(page(nonce), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(RETRY_SECONDS),
    },
  });
