import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashSenha } from "@/lib/server/password";
import { startApp } from "../setup/app";
import { openHouse, SESSION_COOKIE, type House } from "../support/backstage";
import { actionId } from "../support/actions";
import { enter, enterByNextAuth, tryToEnter } from "../support/doors";
import { formArguments, plainForm, visitor, type Visitor } from "../support/visitor";

const SENHA = "samambaia no vaso azul";
const ANA = "ana@exemplo.com.br";
const NAO_CONFEREM = "E-mail ou senha não conferem.";

let house: House;
/** Another process of the same company, which is known to the world by a secure address. */
let safe: Awaited<ReturnType<typeof startApp>>;
let ana: number;
let hash: string;

beforeAll(async () => {
  hash = await hashSenha(SENHA);
  house = await openHouse();
  const { urlApp: DATABASE_URL, urlDono: DATABASE_URL_DONO } = house;
  const env = { DATABASE_URL, DATABASE_URL_DONO, NEXTAUTH_URL: "https://agenda.exemplo.com.br" };
  safe = await startApp({ vazio: true, env });
  ana = await house.person({ nome: "Ana", pode: ["pode_cadastrar_cargo"], senhaHash: hash });
  await house.person({ nome: "Dona Célia", tipo: "master", senhaHash: hash });
  await house.person({ nome: "Bruno", ativo: false, senhaHash: hash });
});

afterAll(async () => {
  await safe.stop();
  await house.stop();
});

beforeEach(async () => {
  await house.rows("delete from limites");
  await house.rows("update usuarios set ativo = true, deve_trocar_senha = false, senha_hash = $2 where id = $1", [
    ana,
    hash,
  ]);
});

const opens = async (who: Visitor, path = "/cargos") => (await who.get(path)).status;

async function entered(): Promise<Visitor> {
  const who = house.arrive();
  expect((await enter(who, ANA, SENHA)).status).toBe(303);
  return who;
}

describe("entrar", () => {
  test("sem JavaScript abre a sessão, num cookie que só o servidor lê", async () => {
    const who = house.arrive();
    const response = await enter(who, ANA, SENHA);
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=lax/i);
      expect(cookie).toMatch(/; Path=\//i);
      // The session ends when nobody uses it, not the cookie.
      expect(Number(/Max-Age=(\d+)/i.exec(cookie)![1])).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
    }
    expect(await opens(who)).toBe(200);
  });

  test("responde o mesmo a quem não existe, a quem errou a senha e a quem está inativo", async () => {
    const tries = [
      [ANA, "não é esta"],
      ["ninguem@exemplo.com.br", SENHA],
      ["bruno@exemplo.com.br", SENHA],
    ] as const;
    for (const [email, senha] of tries) expect(await tryToEnter(house.arrive(), email, senha)).toBe(NAO_CONFEREM);
    const pages = await Promise.all(
      tries.map(async ([email, senha]) => (await enter(house.arrive(), email, senha)).status),
    );
    expect(pages).toEqual([200, 200, 200]);
  });

  test("a página devolve o e-mail digitado e nunca a senha", async () => {
    const html = await (await enter(house.arrive(), ANA, "segredo digitado")).text();
    expect(html).toContain(`value="${ANA}"`);
    expect(html).not.toContain("segredo digitado");
  });

  test.each([
    ["/cargos", "/cargos"],
    ["/cargos?busca=a%20b", "/cargos?busca=a%20b"],
    ["https://exemplo.com", "/"],
    ["//exemplo.com", "/"],
    ["/\\exemplo.com", "/"],
    ["/\t/exemplo.com", "/"],
    ["/\n/exemplo.com", "/"],
    ["/.//exemplo.com", "/"],
    ["/x/..//exemplo.com", "/"],
    ["javascript:alert(1)", "/"],
    ["", "/"],
  ])("depois volta para %j só se for daqui", async (voltar, destino) => {
    const response = await enter(house.arrive(), ANA, SENHA, `/entrar?voltar=${encodeURIComponent(voltar)}`);
    expect(response.headers.get("location")).toBe(destino);
    const args = formArguments({ email: ANA, senha: SENHA, voltar });
    expect((await house.arrive().call("/entrar", actionId("entrarAction"), args)).redirect).toBe(destino);
  });

  test("quem abriu uma página sem ter entrado volta a ela", async () => {
    const who = house.arrive();
    const response = await who.get("/cargos?busca=a");
    expect(response.headers.get("location")).toBe("/entrar?voltar=%2Fcargos%3Fbusca%3Da");
    expect((await enter(who, ANA, SENHA, "/entrar?voltar=%2Fcargos%3Fbusca%3Da")).headers.get("location")).toBe(
      "/cargos?busca=a",
    );
  });

  test("com endereço https o cookie é seguro e o navegador não volta ao http", async () => {
    const response = await enter(visitor(safe.url), ANA, SENHA);
    expect(response.headers.getSetCookie().filter((cookie) => !/; Secure/i.test(cookie))).toEqual([]);
    expect(response.headers.getSetCookie().join()).toContain(`__Secure-${SESSION_COOKIE}=`);
    expect(response.headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(response.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });
});

describe("tentativas demais", () => {
  const wrong = (email: string, who = house.arrive()) => tryToEnter(who, email, "não é esta");
  const LIMITE = /^Muitas tentativas seguidas\. Tente de novo em \d+ minutos?\.$/;

  test("10 erros na conta e no endereço fecham a porta, também do next-auth e em outro processo", async () => {
    for (let n = 0; n < 10; n++) expect(await wrong(ANA)).toBe(NAO_CONFEREM);
    expect(await tryToEnter(house.arrive(), ANA, SENHA)).toMatch(LIMITE);
    expect((await enterByNextAuth(house.arrive(), ANA, SENHA)).status).toBe(401);
    expect(await tryToEnter(visitor(safe.url), ANA, SENHA)).toMatch(LIMITE);
  });

  test("o aparelho que já entrou não fica do lado de fora", async () => {
    const known = await entered();
    known.jar.delete(SESSION_COOKIE);
    for (let n = 0; n < 11; n++) await wrong(ANA);
    expect(await tryToEnter(house.arrive(), ANA, SENHA)).toMatch(LIMITE);
    expect(await tryToEnter(known, ANA, SENHA)).toBe("entrou");
  });

  test("30 erros do mesmo endereço fecham a porta para contas novas", async () => {
    for (let n = 0; n < 30; n++) expect(await wrong(`pessoa${n % 5}@exemplo.com.br`)).toBe(NAO_CONFEREM);
    expect(await tryToEnter(house.arrive(), ANA, SENHA)).toMatch(LIMITE);
  });

  test("acertos não contam", async () => {
    for (let n = 0; n < 12; n++) expect(await tryToEnter(house.arrive(), ANA, SENHA)).toBe("entrou");
  });
});

describe("next-auth", () => {
  const session = async (who: Visitor) => (await who.get("/api/auth/session")).json();

  test("abre a mesma linha de sessão que o formulário", async () => {
    const who = house.arrive();
    expect((await enterByNextAuth(who, ANA, SENHA)).status).toBe(200);
    expect(await opens(who)).toBe(200);
    expect(await session(who)).toMatchObject({ user: { name: "Ana", email: ANA } });
  });

  test("não manda ninguém para outro site", async () => {
    for (const callbackUrl of ["https://exemplo.com", "//exemplo.com", "/\\exemplo.com"]) {
      const response = await enterByNextAuth(house.arrive(), ANA, SENHA, { callbackUrl });
      expect(new URL(((await response.json()) as { url: string }).url).origin).toBe(house.url);
    }
  });

  test("sem o token contra falsificação não entra", async () => {
    const who = house.arrive();
    const response = await who.post(
      "/api/auth/callback/credentials",
      new URLSearchParams({ email: ANA, senha: SENHA, json: "true" }),
    );
    expect([response.status, who.jar.has(SESSION_COOKIE)]).toEqual([200, false]);
  });

  test("cala quando a sessão acabou", async () => {
    const who = await entered();
    await house.rows("update sessoes set encerrada_em = now()");
    expect(JSON.stringify(await session(who))).not.toMatch(/Ana|ana@/);
  });

  test("o sair dele encerra a sessão de verdade", async () => {
    const who = await entered();
    const kept = new Map(who.jar);
    const { csrfToken } = (await (await who.get("/api/auth/csrf")).json()) as { csrfToken: string };
    await who.post("/api/auth/signout", new URLSearchParams({ csrfToken, json: "true" }));
    who.jar.set(SESSION_COOKIE, kept.get(SESSION_COOKIE)!);
    expect(await opens(who)).toBe(307);
  });
});

describe("sair", () => {
  async function press(who: Visitor, action: string) {
    const html = await (await who.get("/conta")).text();
    return who.submit("/conta", plainForm(html, actionId(action)));
  }

  test("aqui encerra esta sessão, mesmo para quem guardou o cookie", async () => {
    const [here, there] = [await entered(), await entered()];
    const cookie = here.jar.get(SESSION_COOKIE)!;
    expect((await press(here, "sairAction")).headers.get("location")).toBe("/entrar");
    expect(here.jar.has(SESSION_COOKIE)).toBe(false);
    here.jar.set(SESSION_COOKIE, cookie);
    expect([await opens(here), await opens(there)]).toEqual([307, 200]);
  });

  test("de todos os aparelhos encerra todas", async () => {
    const [here, there] = [await entered(), await entered()];
    await press(here, "encerrarSessoesAction");
    expect([await opens(here), await opens(there)]).toEqual([307, 307]);
  });
});

describe("vale já no pedido seguinte", () => {
  test("desativar alguém", async () => {
    const who = await entered();
    await house.rows("update usuarios set ativo = false where id = $1", [ana]);
    expect([await opens(who), (await who.get("/api/busca?q=a")).status]).toEqual([307, 401]);
  });

  test("tirar e dar uma permissão", async () => {
    const who = await entered();
    const set = (value: boolean) =>
      house.rows("update usuarios set pode_cadastrar_cargo = $2 where id = $1", [ana, value]);
    await set(false);
    expect(await opens(who)).toBe(403);
    await set(true);
    expect(await opens(who)).toBe(200);
  });

  test("trocar a senha: os outros aparelhos saem, este fica", async () => {
    const [here, there] = [await entered(), await entered()];
    const fields = { senhaAtual: SENHA, senhaNova: "girassol atrás do balcão", voltar: "//exemplo.com" };
    const changed = await here.call("/conta", actionId("trocarSenhaAction"), formArguments(fields));
    expect(changed.redirect?.split("?")[0]).toBe("/");
    expect([await opens(here), await opens(there)]).toEqual([200, 307]);
  });

  test("a senha temporária só leva a trocá-la", async () => {
    await house.rows("update usuarios set deve_trocar_senha = true where id = $1", [ana]);
    const who = await entered();
    for (const path of ["/", "/cargos", "/conta", "/servicos"]) {
      expect((await who.get(path)).headers.get("location"), path).toBe("/trocar-senha");
    }
    expect((await who.get("/api/busca?q=a")).status).toBe(403);
    expect(await opens(who, "/trocar-senha")).toBe(200);
    await who.call(
      "/trocar-senha",
      actionId("trocarSenhaAction"),
      formArguments({ senhaAtual: SENHA, senhaNova: "girassol atrás do balcão" }),
    );
    expect(await opens(who)).toBe(200);
  });
});

test.each(["lixo", "eyJhbGciOiJub25lIn0.e30.", "a".repeat(4_000)])(
  "um cookie inventado não abre nada: %s",
  async (cookie) => {
    const who = house.arrive();
    who.jar.set(SESSION_COOKIE, cookie);
    expect(await opens(who)).toBe(307);
    expect(await (await who.get("/api/auth/session")).json()).toEqual({});
  },
);
