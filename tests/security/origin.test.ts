import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionId } from "../support/actions";
import { openHouse, type House } from "../support/backstage";
import { callAction, enterByNextAuth, tryToEnter } from "../support/doors";
import { plainForm, type Visitor } from "../support/visitor";
import { hashSenha } from "@/lib/server/password";

const SENHA = "samambaia no vaso azul";
const cargo = (nome: string) => [{ nome, descricao: "" }];

const strangers: { caso: string; headers: Record<string, string | undefined> }[] = [
  { caso: "de outro site", headers: { origin: "https://outro.exemplo.com" } },
  { caso: "de outra porta", headers: { origin: "http://127.0.0.1:1" } },
  { caso: "de origem nula", headers: { origin: "null" } },
  { caso: "de origem ilegível", headers: { origin: "outro" } },
  { caso: "sem dizer de onde", headers: { origin: undefined } },
  { caso: "de outro site, sem Origin", headers: { origin: undefined, "sec-fetch-site": "cross-site" } },
  { caso: "de um subdomínio, sem Origin", headers: { origin: undefined, "sec-fetch-site": "same-site" } },
  {
    caso: "de outro site, com X-Forwarded-Host forjado",
    headers: { origin: "https://outro.exemplo.com", "x-forwarded-host": "outro.exemplo.com" },
  },
];

let guarded: House;

beforeAll(async () => {
  guarded = await openHouse();
});

afterAll(() => guarded.stop());

describe.each([
  { nome: "com o proxy", semProxy: false },
  { nome: "sem o proxy", semProxy: true },
])("um pedido de fora, $nome", ({ semProxy }) => {
  let house: House;
  let master: Visitor;
  const cargos = () => house.rows<{ nome: string }>("select nome from cargos order by id");

  beforeAll(async () => {
    house = semProxy ? await openHouse({ semProxy }) : guarded;
    const senhaHash = await hashSenha(SENHA);
    master = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master", senhaHash }));
  });

  afterAll(async () => {
    if (semProxy) await house.stop();
  });

  test.each(strangers)("$caso não chama uma ação", async ({ headers }) => {
    const before = await cargos();
    const answer = await callAction(master, "criarCargoAction", cargo("Invasor"), headers);
    expect(await cargos()).toEqual(before);
    expect(answer.text).not.toMatch(/node_modules|\.tsx?:\d|\bat \w+ \(/);
    if (!semProxy) expect([answer.status, answer.text]).toEqual([403, "Este pedido não veio desta página."]);
  });

  test.each(strangers)("$caso não envia um formulário", async ({ headers }) => {
    const who = await house.signedIn(await house.person({ nome: `Ana ${Math.random()}`, tipo: "master" }));
    const html = await (await who.get("/conta")).text();
    const response = await who.submit("/conta", plainForm(html, actionId("sairAction")), headers);
    expect(response.headers.getSetCookie().filter((line) => line.includes("session-token"))).toEqual([]);
    expect((await who.get("/conta")).status).toBe(200);
    if (!semProxy) expect(response.status).toBe(403);
  });

  test.each(strangers)("$caso não entra pelo next-auth", async ({ headers }) => {
    const who = house.arrive();
    const { csrfToken } = (await (await who.get("/api/auth/csrf")).json()) as { csrfToken: string };
    const fields = new URLSearchParams({ csrfToken, email: "dona.c.lia@exemplo.com.br", senha: SENHA, json: "true" });
    const response = await who.post("/api/auth/callback/credentials", fields, headers);
    expect([response.status, who.jar.has("next-auth.session-token")]).toEqual([403, false]);
  });

  test("um estranho não chega a uma ação por uma página aberta que não é a dela", async () => {
    const before = await cargos();
    await house.arrive().call("/entrar", actionId("criarCargoAction"), cargo("Invasor"));
    expect(await cargos()).toEqual(before);
  });

  test("da própria página passa, diga Origin ou só Sec-Fetch-Site", async () => {
    const call = (nome: string, headers = {}) => callAction(master, "criarCargoAction", cargo(nome), headers);
    expect((await call("Recepção")).result).toMatchObject({ ok: true });
    const bySite = { origin: undefined, "sec-fetch-site": "same-origin" };
    expect((await call("Manicure", bySite)).result).toMatchObject({ ok: true });
    expect((await enterByNextAuth(house.arrive(), "dona.c.lia@exemplo.com.br", SENHA)).status).toBe(200);
  });
});

describe("o que não é um formulário nosso", () => {
  let master: Visitor;

  beforeAll(async () => {
    master = await guarded.signedIn(await guarded.person({ nome: "Seu Raimundo", tipo: "master" }));
  });

  const send = (bytes: number) =>
    callAction(master, "criarCargoAction", [{ nome: "Longo", descricao: "a".repeat(bytes) }]);

  test("até 1 MB chega inteiro e é o formulário que recusa", async () => {
    expect((await send(900_000)).result).toMatchObject({
      error: { code: "invalido", fields: { descricao: expect.any(String) } },
    });
  });

  test.each([1_100_000, 12_000_000])("%i bytes são recusados com uma frase", async (bytes) => {
    const answer = await send(bytes);
    expect([answer.status, answer.text]).toEqual([413, "Isto é grande demais para enviar: o limite é de 1 MB."]);
  });

  test.each(["/entrar", "/api/auth/callback/credentials", "/api/auth/_log", "/nao-existe"])(
    "também em %s",
    async (path) => {
      const response = await guarded.arrive().post(path, "a".repeat(1_100_000), { "content-type": "text/plain" });
      expect(response.status).toBe(413);
    },
  );

  test.each([["curta"], [7], [{ a: 1 }], [["a"]], ["a".repeat(500_000)]])(
    "uma chave de envio que não é uma chave é inválida: %#",
    async (chave) => {
      const answer = await callAction(master, "criarCargoAction", [{ nome: "Chaveiro", descricao: "" }, chave]);
      expect(answer.result).toMatchObject({ error: { code: "invalido" } });
    },
  );

  test("um corpo sem tamanho declarado é recusado, por maior ou menor que seja", async () => {
    const body = new Blob(["email=ana"]).stream();
    expect((await guarded.arrive().post("/entrar", body, { "content-type": "text/plain" })).status).toBe(411);
  });
});

describe("de onde alguém vem", () => {
  const SENHA_ERRADA = "não é esta";
  const enderecos = (house: House) =>
    house.rows<{ endereco: string }>("select endereco from sessoes order by criada_em desc");
  const ana = async (house: House) => house.person({ nome: "Ana", senhaHash: await hashSenha(SENHA) });

  test("sem proxy de confiança, um X-Forwarded-For forjado não vale nada", async () => {
    await ana(guarded);
    const forged = (n: number) => ({
      "x-forwarded-for": `203.0.113.${n}`,
      "x-real-ip": `203.0.113.${n}`,
      forwarded: `for=203.0.113.${n}`,
    });
    const tryAs = (n: number, senha: string) => tryToEnter(guarded.arrive(), "ana@exemplo.com.br", senha, forged(n));
    expect(await tryAs(1, SENHA)).toBe("entrou");
    expect((await enderecos(guarded))[0]!.endereco).toMatch(/127\.0\.0\.1$/);
    for (let n = 1; n <= 10; n++) await tryAs(n, SENHA_ERRADA);
    expect(await tryAs(99, SENHA)).toMatch(/^Muitas tentativas/);
  });

  test("com um, vale o que ele viu, e não o que o cliente disse antes", async () => {
    const house = await openHouse({ env: { CONFIA_PROXY: "1" } });
    try {
      await ana(house);
      const seen = { "x-forwarded-for": "198.51.100.66, 203.0.113.7" };
      expect(await tryToEnter(house.arrive(), "ana@exemplo.com.br", SENHA, seen)).toBe("entrou");
      expect((await enderecos(house))[0]!.endereco).toBe("203.0.113.7");
    } finally {
      await house.stop();
    }
  });
});
