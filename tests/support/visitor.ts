type Sent = { headers?: Record<string, string | undefined>; body?: BodyInit };

/** What a server action answered, decoded from React's stream; `redirect` is where it sends the person. */
export type ActionAnswer = { status: number; redirect?: string; result?: unknown; text: string };

const unescape = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

/** The hidden fields of the form that sends the action, as a browser without JavaScript posts them. */
export function plainForm(html: string, actionId: string): Record<string, string> {
  const form = [...html.matchAll(/<form\b.*?<\/form>/gs)].map(([text]) => text).find((text) => text.includes(actionId));
  if (!form) throw new Error(`Nenhum formulário da página envia a ação ${actionId}.`);
  const inputs = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
  const attribute = (input: string, name: string) => unescape(input.match(` ${name}="([^"]*)"`)?.[1] ?? "");
  return Object.fromEntries(inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]));
}

/** What the tab says. The text of a page is no proof: that of its other states travels along unseen. */
export const titleOf = (html: string) => html.match(/<title>([^<]*)/)?.[1];

function decodeAnswer(stream: string): unknown {
  const rows = new Map(stream.split("\n").map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 1)]));
  const promise = rows.get("0")?.match(/"a":"\$@(\w+)"/)?.[1];
  const row = promise && rows.get(promise);
  return row?.startsWith("{") ? JSON.parse(row) : undefined;
}

/** A browser without a screen: it keeps cookies, follows nothing, and names its origin in what it posts. */
export function visitor(url: string, cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));

  async function send(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const defaults = {
      "accept-encoding": "identity",
      ...(cookie && { cookie }),
      ...(method !== "GET" && { origin: url }),
    };
    const all = Object.entries({ ...defaults, ...headers }).filter(([, value]) => value !== undefined);
    // Node wants to know that a stream is sent before the answer is read; the type of browsers does not have it.
    const stream = body instanceof ReadableStream && { duplex: "half" };
    const init: RequestInit = { method, headers: all as [string, string][], body, redirect: "manual", ...stream };
    const response = await fetch(new URL(path, url), init);
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/)!;
      if (!value || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return response;
  }

  return {
    jar,
    send,
    get: (path: string, headers?: Sent["headers"]) => send("GET", path, { headers }),
    post: (path: string, body?: BodyInit, headers?: Sent["headers"]) => send("POST", path, { headers, body }),
    /** Posts a form the way a browser without JavaScript does. */
    submit(path: string, fields: Record<string, string>, headers?: Sent["headers"]) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return send("POST", path, { headers, body: form });
    },
    /** Calls an action the way React does: plain arguments, or the state and the fields of a form. */
    async call(path: string, id: string, args: unknown[] | FormData, headers?: Sent["headers"]): Promise<ActionAnswer> {
      const accept = { accept: "text/x-component", "next-action": id };
      const plain = args instanceof FormData ? {} : { "content-type": "text/plain;charset=UTF-8" };
      const body = args instanceof FormData ? args : JSON.stringify(args);
      const response = await send("POST", path, { headers: { ...accept, ...plain, ...headers }, body });
      const text = await response.text();
      const redirect = response.headers.get("x-action-redirect")?.replace(/;(push|replace)$/, "");
      return { status: response.status, redirect, result: decodeAnswer(text), text };
    },
  };
}

export type Visitor = ReturnType<typeof visitor>;

/** The arguments of a form's action as React encodes them: the state of `useActionState`, then the fields. */
export function formArguments(fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(`_1_${name}`, value);
  form.set("0", '[{},"$K1"]');
  return form;
}
