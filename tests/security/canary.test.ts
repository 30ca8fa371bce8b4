import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Failure } from "@/lib/domain/result";
import { hashSenha } from "@/lib/server/password";
import { actionId } from "../support/actions";
import { openHouse, SESSION_COOKIE, type House } from "../support/backstage";
import { callAction, enter, enterByNextAuth, tryToEnter } from "../support/doors";
import { corte } from "../support/people";
import { visitor, type Visitor } from "../support/visitor";

/** Every value that people type or carry here has this word in it, and no line of the log may. */
const MARCA = "canario";
const email = `ana.${MARCA}@exemplo.com.br`;
const senha = `senha certa de ${MARCA}`;
const telefone = "+5511987654321";

const servico = {
  ...corte,
  nome: `Corte ${MARCA}`,
  descricao: `Ligar para ${telefone} ${MARCA}`,
  categoria: MARCA,
};

let house: House;
let aberta: House;
let ana: Visitor;
const segredos: string[] = [MARCA, telefone, telefone.slice(3)];

beforeAll(async () => {
  [house, aberta] = [await openHouse(), await openHouse({ semProxy: true })];
  const senhaHash = await hashSenha(senha);
  for (const one of [house, aberta]) {
    const id = await one.person({ nome: "Ana", tipo: "master", senhaHash });
    await one.rows("update usuarios set email = $1, telefone = $2 where id = $3", [email, telefone, id]);
    await one.rows("insert into usuarios (nome, telefone, tipo) values ($1, $2, 'cliente')", [MARCA, "+5511912345678"]);
  }
  ana = house.arrive();
});

afterAll(async () => {
  await house.stop();
  await aberta.stop();
});

/** Runs while a table is not where the code looks for it, so that every statement on it fails. */
async function without(one: House, table: string, act: () => Promise<unknown>) {
  await one.rows(`alter table ${table} rename to fora_do_lugar`);
  await act();
  await one.rows(`alter table fora_do_lugar rename to ${table}`);
}

async function live(one: House, who: Visitor) {
  expect(await tryToEnter(one.arrive(), email, `senha errada ${MARCA}`)).toMatch(/não conferem/);
  expect(await tryToEnter(one.arrive(), `ninguem.${MARCA}@exemplo.com.br`, `outra ${MARCA}`)).toMatch(/não conferem/);
  expect((await enter(who, email, senha, `/entrar?voltar=/cargos?busca=${MARCA}`)).status).toBe(303);
  expect((await enterByNextAuth(one.arrive(), email, `errada ${MARCA}`)).status).toBe(401);
  segredos.push(who.jar.get(SESSION_COOKIE)!, who.jar.get("aparelho")!);

  expect((await callAction(who, "criarServicoAction", [servico])).result).toMatchObject({ ok: true });
  expect((await callAction(who, "criarServicoAction", [servico])).result).toMatchObject({
    error: { code: "conflito" },
  });
  const odd = { ...servico, nome: `${MARCA}\0`, cor: MARCA, telefone };
  expect((await callAction(who, "criarServicoAction", [odd])).result).toMatchObject({ error: { code: "invalido" } });
  for (const lista of ["servicos", "clientes", "cargos", "auditoria"]) await who.get(`/${lista}?busca=${MARCA}`);
  expect(await (await who.get(`/api/busca?q=${MARCA}`)).text()).toContain(MARCA);
}

async function fail(one: House, who: Visitor) {
  await without(one, "servicos", async () => {
    const answer = await callAction(who, "criarServicoAction", [{ ...servico, nome: `Outro ${MARCA}` }]);
    expect(answer.result).toMatchObject({ error: { code: "inesperado" } });
    expect(answer.text).not.toMatch(/servicos|relation|42P01/);
    await who.get(`/servicos?busca=${MARCA}`);
    await who.get("/servicos/1");
    await who.get(`/api/busca?q=${MARCA}`);
  });
  await without(one, "usuarios", async () => {
    await tryToEnter(one.arrive(), email, senha);
    await enterByNextAuth(one.arrive(), email, senha);
    await who.get(`/clientes?busca=${MARCA}`);
    await callAction(who, "criarServicoAction", [servico]);
  });
  await without(one, "limites", () => tryToEnter(one.arrive(), email, senha));
  await without(one, "sessoes", () => tryToEnter(one.arrive(), email, senha));
}

async function garble(one: House, who: Visitor) {
  const id = actionId("criarServicoAction");
  for (const body of [
    `[{"nome":"${MARCA}"`,
    `${MARCA}`,
    `["$K1${MARCA}"]`,
    `[{"then":"${MARCA}"}]`,
    `["$F${MARCA}"]`,
    `["$n${MARCA}"]`,
  ]) {
    await who.post("/servicos", body, { "next-action": id, "content-type": "text/plain;charset=UTF-8" });
  }
  await who.post("/servicos", "[]", { "next-action": `${MARCA}${id.slice(MARCA.length)}` });
  await who.submit("/entrar", { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${MARCA}"`, senha: MARCA });
  await who.submit("/entrar", { [`$ACTION_ID_${MARCA}`]: "", email });
  await who.post("/entrar", `--x\r\n${MARCA}`, { "content-type": "multipart/form-data; boundary=x" });
  await who.post("/api/auth/callback/credentials", `{"senha":"${MARCA}`, { "content-type": "application/json" });
  await who.post("/api/auth/_log", new URLSearchParams({ level: "error", code: MARCA, message: senha }));
  await who.get(`/api/auth/error?error=${MARCA}`);
  await who.get(`/api/auth/callback/${MARCA}?code=${MARCA}`);
  await visitor(one.url, { [SESSION_COOKIE]: `ey.${MARCA}` }).get("/api/auth/session");
  await visitor(one.url, { [SESSION_COOKIE]: `ey.${MARCA}` }).get("/cargos");
  await who.get(`/cargos/${MARCA}`);
  await who.get(`/%E0%A4%A${MARCA}`);
  await who.get("/", { rsc: "1", "next-router-state-tree": MARCA });
  await who.post("/servicos", "[{}]", { "next-action": id, origin: `https://${MARCA}.exemplo.com` });
}

test("nada do que as pessoas digitam ou carregam entra no log", async () => {
  await live(house, ana);
  await fail(house, ana);
  await garble(house, ana);
  const outra = aberta.arrive();
  await live(aberta, outra);
  await fail(aberta, outra);
  await garble(aberta, outra);

  const log = readFileSync(house.log, "utf8") + readFileSync(aberta.log, "utf8");
  expect(log).toContain('"act":"acesso.entrar"');
  expect(log).toMatch(/"msg":"failed"/);
  const leaks = log.split("\n").filter((line) => segredos.some((segredo) => line.includes(segredo)));
  expect(leaks).toEqual([]);
}, 60_000);

test("nem no do banco, quando ele recusa uma linha", async () => {
  const insert = "insert into usuarios (nome, email, telefone, senha_hash, tipo) values ($1, $2, $3, $4, $5)";
  const hash = await hashSenha(senha);
  // PostgreSQL cuts a long value.
  const begin = hash.slice(0, 60);
  const recusa = (tipo: string) =>
    house.rows(insert, [MARCA, email, telefone, hash, tipo]).catch(({ detail }) => detail);
  expect(await recusa("master")).toContain(MARCA);
  expect(await recusa("ninguém")).toContain(begin);
  const log = readFileSync(inject("server").log, "utf8");
  expect(log).toContain('violates unique constraint "usuarios_email_unico"');
  expect(log).toContain('violates check constraint "usuarios_tipo');
  const leaks = log.split("\n").filter((line) => line.includes(MARCA) || line.includes(begin) || /DETAIL:/.test(line));
  expect(leaks).toEqual([]);
});

test("o código que a pessoa lê está no log, uma vez, venha a falha de onde vier", async () => {
  const eu = aberta.arrive();
  await enter(eu, email, senha);
  const codigos: string[] = [];
  async function ler() {
    const { result } = await callAction(eu, "criarServicoAction", [{ ...servico, nome: "Que não chega" }]);
    const lido = await (await eu.get("/api/busca?q=corte")).json();
    const falhas = [result, lido].map((fim) => (fim as { error: Failure }).error);
    for (const { code, message } of falhas) {
      expect(code).toBe("inesperado");
      codigos.push(/código (\w{8})/.exec(message)![1]!);
    }
  }
  await without(aberta, "servicos", ler);
  // Here the doors do not even learn who it is.
  await without(aberta, "sessoes", ler);
  const ids = readFileSync(aberta.log, "utf8").match(/(?<="requestId":")\w{8}(?=[^\n]*"msg":"failed")/g);
  expect(codigos.map((codigo) => ids!.filter((id) => id === codigo).length)).toEqual([1, 1, 1, 1]);
});

test("cada ato deixa uma linha com o pedido, a pessoa, o ato e quanto demorou, que a trilha conhece", async () => {
  const lines = readFileSync(house.log, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const [done] = lines.filter(({ act, msg }) => act === "servico.criar" && msg === "done");
  expect(done).toMatchObject({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    userId: expect.any(Number),
    ms: expect.any(Number),
  });
  const [row] = await house.rows<{ ator_id: string; ato: string }>(
    "select ator_id, ato from log_auditoria where requisicao = $1",
    [done!.requestId],
  );
  expect([Number(row!.ator_id), row!.ato]).toEqual([done!.userId, "servico.criar"]);
});
