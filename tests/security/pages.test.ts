import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rotas } from "@/lib/domain/permissoes";
import { openHouse, type House } from "../support/backstage";
import { titleOf, type Visitor } from "../support/visitor";

let house: House;
let master: Visitor;
let restrito: Visitor;
let cliente: { id: number } | undefined;

beforeAll(async () => {
  house = await openHouse();
  master = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master" }));
  [cliente] = await house.rows<{ id: number }>(
    "insert into usuarios (nome, tipo) values ('Bia Prado', 'cliente') returning id",
  );
  await house.rows("insert into funcionarios (nome, cargo_id) select 'Ana Prado', min(id) from cargos");
  await house.rows(`
    insert into agendamentos (funcionario_id, inicio, fim, livre_em, origem, situacao, concluido_em)
    select min(id), '2026-01-06 12:00Z', '2026-01-06 13:00Z', '2026-01-06 13:00Z', 'painel', 'concluido', now()
    from funcionarios`);
  restrito = await house.signedIn(await house.person({ nome: "Ana" }));
});

afterAll(() => house.stop());

/** The tab of a page that has no title of its own. */
const casa = "Salão da Dona Célia · Hora Marcada";

const headers = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const nonceOf = (response: Response) =>
  response.headers
    .get("content-security-policy")
    ?.match(/script-src 'self' 'nonce-([^']{20,})' 'strict-dynamic';/)?.[1];

async function expectGuarded(response: Response, status: number) {
  const html = await response.text();
  const nonce = nonceOf(response);
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(response.status).toBe(status);
  expect(nonce).toBeDefined();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(html).not.toMatch(/<[^>]+\son\w+="/);
  expect(Object.fromEntries(response.headers)).toMatchObject(headers);
  return html;
}

const screens = Object.keys(rotas).filter((rota) => !/^\/(api|entrar|primeiro|sem-permissao|$)/.test(rota));

test("há dois dias sem backup: cada tela avisa o master, e só a ele", async () => {
  const aviso = "Faz mais de 48 horas que não há um backup.";
  const mostra = async (quem: Visitor) => (await (await quem.get("/conta")).text()).includes(aviso);
  expect(await mostra(master)).toBe(false);
  await house.rows("update log_auditoria set em = em - interval '49 hours'");
  expect([await mostra(master), await mostra(restrito)]).toEqual([true, false]);
});

describe("cada script leva o nonce da sua página", () => {
  test.each(screens.filter((rota) => !rota.startsWith("/servicos/[")))("%s", async (rota) => {
    await expectGuarded(
      await master.get(rota.replace("[id]", String(rota.startsWith("/clientes") ? cliente!.id : 1))),
      200,
    );
  });

  test("na entrada, e cada vez outro", async () => {
    const [first, second] = [await house.arrive().get("/entrar"), await house.arrive().get("/entrar")];
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    await expectGuarded(first, 200);
  });

  test("onde não há página, para quem não pode e para quem errou o registro", async () => {
    await expectGuarded(await house.arrive().get("/nao-existe"), 404);
    expect(titleOf(await expectGuarded(await restrito.get("/usuarios"), 403))).toBe(casa);
    expect(titleOf(await expectGuarded(await master.get("/cargos/999"), 404))).toBe(casa);
  });

  test("quando o banco falha, sem contar por quê", async () => {
    await house.rows("alter table cargos rename to cargos_fora");
    try {
      const html = await expectGuarded(await master.get("/cargos/1"), 500);
      expect(html).not.toMatch(/cargos_fora|42P01|relation|node_modules|lib\/server/);
    } finally {
      await house.rows("alter table cargos_fora rename to cargos");
    }
  });
});

test("arquivos e recusas levam os mesmos cabeçalhos", async () => {
  const html = await (await house.arrive().get("/entrar")).text();
  const script = html.match(/\/_next\/static\/[^"]+\.js/)![0];
  for (const path of [script, "/icon.svg", "/robots.txt", "/api/saude"]) {
    const response = await house.arrive().get(path);
    expect(response.status, path).toBe(200);
    expect(Object.fromEntries(response.headers), path).toMatchObject(headers);
  }
  for (const refusal of [
    await house.arrive().get("/cargos"),
    await restrito.post("/usuarios"),
    await house.arrive().post("/conta"),
  ]) {
    expect([307, 401, 403]).toContain(refusal.status);
    expect(Object.fromEntries(refusal.headers)).toMatchObject(headers);
  }
});

describe("endereços que ninguém devia escrever", () => {
  const ids = [
    "abc",
    "0",
    "-1",
    "1.5",
    "1e3",
    "01",
    "2147483648",
    "9".repeat(30),
    "1%00",
    "1%27--",
    "%F0%9F%98%80",
    "..%2f1",
  ];

  test.each(ids)("/cargos/%s não existe", async (id) => {
    expect((await master.get(`/cargos/${id}`)).status).toBe(404);
  });

  test.each([
    "busca=%00",
    "depois=lixo",
    "antes=WzEsMl0",
    "por=-1",
    "por=999999",
    "ordem=senha_hash",
    "busca=a&busca=b",
  ])("a lista aguenta ?%s", async (query) => {
    for (const lista of ["/cargos", "/servicos", "/clientes", "/auditoria"]) {
      const response = await master.get(`${lista}?${query}`);
      expect(response.status, lista).toBe(200);
      expect(await response.text(), lista).not.toMatch(/data-dgst|Algo deu errado/);
    }
  });

  test("um endereço malformado não derruba nada", async () => {
    for (const path of ["/%", "/%E0%A4%A", "/cargos/%C0%AF", "//exemplo.com.br", "/\\exemplo.com.br"]) {
      expect((await house.arrive().get(`${house.url}${path}`)).status, path).toBeLessThan(500);
    }
    expect((await house.arrive().get("/api/saude")).status).toBe(200);
  });
});

describe("não há outro caminho para a mesma página", () => {
  const paths = [
    "/cargos.rsc",
    "/cargos.txt",
    "/cargos/",
    "/Cargos",
    "/cargos.segments/_tree.segment.rsc",
    "/cargos;x",
    "/%63argos",
  ];

  test.each(paths)("%s não mostra os cargos a um estranho", async (path) => {
    const response = await house.arrive().get(path);
    expect(await response.text()).not.toContain("Especialista");
  });

  test.each([
    { RSC: "1" },
    { RSC: "1", "next-router-prefetch": "1" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  ])("nem com %o", async (extra) => {
    for (const who of [house.arrive(), restrito]) {
      const response = await who.get("/cargos", Object.fromEntries(Object.entries(extra)));
      expect(await response.text()).not.toContain("Especialista");
    }
    expect(await (await master.get("/cargos")).text()).toContain("Especialista");
  });
});
