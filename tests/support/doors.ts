import { actionId, actionNamed, addressOf } from "./actions";
import { formArguments, plainForm, type Visitor } from "./visitor";

/** Calls an action from a page that owns it. */
export function callAction(who: Visitor, name: string, args: unknown[], headers?: Record<string, string | undefined>) {
  const { id, pages } = actionNamed(name);
  return who.call(addressOf(pages[0]!), id, args, headers);
}

type Refusal = { error?: { code: string; message: string } };

/** Signs in the way a browser without JavaScript does: opens the page, fills in the form, sends it. */
export async function enter(who: Visitor, email: string, senha: string, path = "/entrar"): Promise<Response> {
  const html = await (await who.get(path)).text();
  return who.submit(path, { ...plainForm(html, actionId("entrarAction")), email, senha });
}

/** Signs in the way React does. @returns what the person reads, or "entrou" */
export async function tryToEnter(who: Visitor, email: string, senha: string, headers?: Record<string, string>) {
  const answer = await who.call("/entrar", actionId("entrarAction"), formArguments({ email, senha }), headers);
  return answer.redirect ? "entrou" : ((answer.result as Refusal | undefined)?.error?.message ?? answer.text);
}

/** Signs in through next-auth's own endpoint. */
export async function enterByNextAuth(who: Visitor, email: string, senha: string, more = {}): Promise<Response> {
  const { csrfToken } = (await (await who.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const fields = new URLSearchParams({ csrfToken, email, senha, json: "true", ...more });
  return who.post("/api/auth/callback/credentials", fields);
}
