import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { freshDatabase } from "./setup/database";
import { refused, temporaryFolder } from "./setup/launcher";

beforeAll(() => ensureBuild(), 180_000);

describe("o que impede a partida é dito em uma frase", () => {
  test("Node antigo", async () => {
    const old = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})";
    const said = await refused({ nodeArgs: ["--import", `data:text/javascript,${old}`] }, temporaryFolder());
    expect(said).toMatch(/precisa do Node 20\.19 ou mais novo, e este é o 18\.20\.4/);
  });

  test("porta ocupada", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const data = temporaryFolder();
    expect(await refused({ env: { DADOS: data, PORT: String(port) } }, data)).toMatch(
      `A porta ${port} já está em uso por outro programa`,
    );
    expect(existsSync(path.join(data, "estado.json"))).toBe(false);
    other.close();
  });

  test("porta que não existe", async () => {
    const data = temporaryFolder();
    expect(await refused({ env: { DADOS: data, PORT: "70000" } }, data)).toMatch("PORT=70000 não é uma porta");
  });

  test("opção desconhecida", async () => {
    const data = temporaryFolder();
    expect(await refused({ args: ["--vasio"], env: { DADOS: data } }, data)).toMatch("Não conheço a opção --vasio");
  });

  test("pasta de dados dentro de um arquivo", async () => {
    const folder = temporaryFolder();
    const data = path.join(folder, "arquivo/dados");
    writeFileSync(path.join(folder, "arquivo"), "");
    expect(await refused({ env: { DADOS: data } }, data)).toMatch(`Não consigo gravar em ${data}: há um arquivo`);
  });

  test("pasta de dados sem permissão", async () => {
    const data = temporaryFolder();
    chmodSync(data, 0o555);
    // Root may write anywhere, and another user may not see a project below root's home: a copy, for both.
    const uid = process.getuid?.() === 0 ? 65534 : undefined;
    const project = temporaryFolder();
    chmodSync(project, 0o755);
    for (const part of ["scripts", "package.json"]) cpSync(part, path.join(project, part), { recursive: true });
    expect(await refused({ env: { DADOS: data }, uid, project }, data)).toMatch(
      `Não consigo gravar em ${data}: sem permissão`,
    );
    chmodSync(data, 0o755);
  });

  test("DATABASE_URL sem AUTH_SECRET", async () => {
    const data = temporaryFolder();
    const env = { DADOS: data, DATABASE_URL: "postgres://ana:senha-da-ana@127.0.0.1:9/banco" };
    expect(await refused({ env }, data)).toMatch("Com DATABASE_URL é preciso um AUTH_SECRET");
  });

  test.each([
    [
      "postgres://ana:senha-da-ana@127.0.0.1:9/banco",
      "Não alcanço o banco de DATABASE_URL em 127.0.0.1:9 (ECONNREFUSED)",
    ],
    ["http://exemplo.com.br", "DATABASE_URL não é um endereço do PostgreSQL"],
  ])("DATABASE_URL inalcançável: %s", async (url, expected) => {
    const data = temporaryFolder();
    const said = await refused({ env: { DADOS: data, DATABASE_URL: url, AUTH_SECRET: "x".repeat(32) } }, data);
    expect(said).toContain(expected);
    expect(said).not.toContain("senha-da-ana");
  });

  test("DATABASE_URL com senha errada", async () => {
    const data = temporaryFolder();
    const url = new URL(process.env.DATABASE_URL!);
    url.password = "errada";
    const said = await refused({ env: { DADOS: data, DATABASE_URL: url.href, AUTH_SECRET: "x".repeat(32) } }, data);
    expect(said).toMatch("O banco de DATABASE_URL recusou a conexão: a senha não confere");
  });
});

test("npm run demo não leva senhas públicas a um banco que não é o embutido", async () => {
  const env = { ...process.env, DADOS: temporaryFolder(), DATABASE_URL: process.env.DATABASE_URL };
  const demo = spawnSync(process.execPath, ["scripts/tool.mjs", "demo"], { env, encoding: "utf8" });
  expect(demo.status).toBe(1);
  expect(demo.stdout + demo.stderr).toContain("ela não entra no banco de DATABASE_URL");
});

test("npm run criar-master faz a empresa e a primeira master, e recusa sem mostrar a senha", async () => {
  const { urlApp, urlDono, drop } = await freshDatabase();
  onTestFinished(drop);
  const own = { DADOS: temporaryFolder(), DATABASE_URL: urlApp, DATABASE_URL_DONO: urlDono };
  const create = (SENHA: string) => {
    const args = ["criar-master", "--empresa=Salão da Célia", "--nome=Dona Célia", "--email=celia@exemplo.com.br"];
    const env = { ...process.env, ...own, AUTH_SECRET: "x".repeat(32), SENHA };
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/tool.mjs", ...args], {
      env,
      encoding: "utf8",
    });
    return [status, (stdout + stderr).trim().split("\n").slice(-2).join(" ")];
  };
  expect(create("curta")).toEqual([1, expect.stringMatching(/^Confira os campos marcados\. Use pelo menos 10 /)]);
  expect(create("o salão abre às nove")).toEqual([
    0,
    expect.stringMatching(/Pronto\. Entre com este e-mail e esta senha\.$/),
  ]);
  const client = new Client({ connectionString: urlDono });
  await client.connect();
  const { rows } = await client.query("select u.email, u.tipo, e.nome from usuarios u, configuracao_empresa e");
  await client.end();
  expect(rows).toEqual([{ email: "celia@exemplo.com.br", tipo: "master", nome: "Salão da Célia" }]);
});
