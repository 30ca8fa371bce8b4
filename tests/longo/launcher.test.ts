import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { ROOT } from "@/scripts/launcher/config.mjs";
import { isAlive, waitUntil } from "@/scripts/launcher/process.mjs";
import { isReady } from "@/scripts/launcher/services.mjs";
import { freshDatabase } from "../setup/database";
import { partesDe } from "../support/casa-inteira";
import { cloneProject, launch, oneSentence, openNotebook, refused, running, temporaryFolder } from "../setup/launcher";

beforeAll(() => ensureBuild());

const ACTIONS = ".next/server/server-reference-manifest.json";
const isRoot = process.getuid?.() === 0;
const NOBODY = isRoot ? Number(execFileSync("id", ["-u", "nobody"], { encoding: "utf8" })) : undefined;

/** Commits one row after the other until the database goes away, and tells how many it was promised. */
async function writeUntilItEnds(data: string) {
  const notebook = await openNotebook(data);
  const { rows } = await notebook.query("select coalesce(max(numero), 0)::int as last from caderno");
  let promised: number = rows[0].last;
  const done = (async () => {
    try {
      for (;;) {
        await notebook.query("insert into caderno values ($1)", [promised + 1]);
        promised += 1;
      }
    } catch {
      return promised;
    }
  })();
  return { done, close: () => notebook.end() };
}

async function rowsKept(data: string) {
  const notebook = await openNotebook(data);
  const { rows } = await notebook.query(
    "select count(*)::int as total, coalesce(max(numero), 0)::int as last from caderno",
  );
  await notebook.end();
  return rows[0] as { total: number; last: number };
}

describe("a partida", () => {
  test("abre com a demonstração, avisa quem parte de novo e termina inteira", async () => {
    const data = temporaryFolder();
    const first = await launch({ env: { DADOS: data } });
    const simultaneous = await launch({ env: { DADOS: data } });
    await first.opened().catch(() => simultaneous.opened());
    await Promise.race([first.end, simultaneous.end]);
    const [winner, loser] = first.said().includes("Ctrl-C encerra") ? [first, simultaneous] : [simultaneous, first];
    expect(winner.said()).toContain("master@exemplo.com.br");
    expect(await loser.end).toBe(0);
    expect(loser.said()).toContain(`A Hora Marcada já está aberta em ${winner.url}`);

    const later = await launch({ env: { DADOS: data } });
    expect(await later.end).toBe(0);
    expect(later.said()).toBe(`A Hora Marcada já está aberta em ${winner.url}\n`);

    expect(running(data)).toHaveLength(4);
    process.kill(winner.pid, "SIGTERM");
    // npm passes on a signal that the group already got.
    process.kill(winner.pid, "SIGTERM");
    expect(await winner.end).toBe(0);
    expect(running(data)).toEqual([]);
  });

  test("com DATABASE_URL abre em produção: sem banco próprio e sem demonstração", async () => {
    const { urlApp, urlDono, drop } = await freshDatabase({ vazio: true });
    onTestFinished(drop);
    const data = temporaryFolder();
    const env = { DADOS: data, DATABASE_URL: urlApp, DATABASE_URL_DONO: urlDono, AUTH_SECRET: "x".repeat(32) };
    const launcher = await launch({ env });
    await launcher.opened();
    expect(existsSync(path.join(data, "pg"))).toBe(false);
    expect(launcher.said()).not.toMatch(/demonstra/);
    const first = await fetch(`${launcher.url}/primeiro-acesso`, { redirect: "manual" });
    expect(first.status).toBe(200);
    process.kill(launcher.pid, "SIGINT");
    expect(await launcher.end).toBe(0);
  });

  test("npm run -s db:url diz o endereço do banco como aplicação e como dono, e só isso", async () => {
    const data = temporaryFolder();
    const ask = async (...args: string[]) => {
      const script = path.join(ROOT, "scripts/db-url.mjs");
      const env = { ...process.env, DADOS: data, DATABASE_URL: "" };
      const url = execFileSync(process.execPath, [script, ...args], { env, encoding: "utf8" });
      expect(url).toMatch(/^postgres:\/\/\S+\n$/);
      const client = new Client({ connectionString: url.trim() });
      await client.connect();
      const { rows } = await client.query("select current_user as role, current_database() as database");
      await client.end();
      return rows[0];
    };
    expect(await ask()).toEqual({ role: "hora_marcada_app", database: "hora_marcada" });
    expect(await ask("--dono")).toEqual({ role: "hora_marcada_dono", database: "hora_marcada" });
  });

  test("com --vazio indica o primeiro acesso e não publica senhas", async () => {
    const launcher = await launch({ args: ["--vazio"], env: { DADOS: temporaryFolder() } });
    await launcher.opened();
    expect(launcher.said()).toContain(`Comece em ${launcher.url}/primeiro-acesso`);
    expect(launcher.said()).not.toContain("demonstracao");
  });

  test("endereço aberto a outros com as senhas da demonstração", async () => {
    const data = temporaryFolder();
    expect(await refused({ env: { DADOS: data, HOST: "0.0.0.0" } }, data)).toMatch(
      "As senhas da demonstração são públicas",
    );
  });
});

describe("depois de um acidente nenhuma linha confirmada falta", () => {
  test("kill -9 no lançador: web e executor terminam sozinhos, e a próxima partida adota o banco", async () => {
    const data = temporaryFolder();
    const first = await launch({ env: { DADOS: data } });
    await first.opened();
    const parts = partesDe(data);
    const writer = await writeUntilItEnds(data);
    await sleep(500);
    process.kill(parts.launcher, "SIGKILL");
    await first.end;
    expect(await waitUntil(() => !isAlive(parts.web) && !isAlive(parts.worker), 10_000)).toBe(true);
    expect(isAlive(parts.postgres)).toBe(true);

    const second = await launch({ env: { DADOS: data } });
    await second.opened();
    expect(partesDe(data).postgres).toBe(parts.postgres);
    await writer.close();
    const promised = await writer.done;
    expect(promised).toBeGreaterThan(50);
    expect((await rowsKept(data)).total).toBeGreaterThanOrEqual(promised);
    process.kill(second.pid, "SIGTERM");
    expect(await second.end).toBe(0);
    expect(running(data)).toEqual([]);
  });

  test("kill -9 no banco: o lançador o liga de novo e a aplicação volta a responder", async () => {
    const data = temporaryFolder();
    const launcher = await launch({ env: { DADOS: data } });
    await launcher.opened();
    for (let round = 1; round <= 2; round++) {
      const { postgres } = partesDe(data);
      const writer = await writeUntilItEnds(data);
      await sleep(500);
      process.kill(postgres, "SIGKILL");
      const promised = await writer.done;
      await waitUntil(() => isReady(launcher.url), 20_000);
      expect(partesDe(data).postgres).not.toBe(postgres);
      const kept = await rowsKept(data);
      expect(kept.last).toBeGreaterThanOrEqual(promised);
      expect(kept.total).toBe(kept.last);
      await sleep(16_000);
    }
    expect(launcher.said()).toContain("O banco caiu. Recomeçando…");
  });

  test("kill -9 em tudo ao mesmo tempo: a próxima partida recupera", async () => {
    const data = temporaryFolder();
    for (let round = 1; round <= 3; round++) {
      const launcher = await launch({ env: { DADOS: data } });
      await launcher.opened();
      const writer = await writeUntilItEnds(data);
      await sleep(500);
      for (const pid of Object.values(partesDe(data))) process.kill(pid, "SIGKILL");
      const promised = await writer.done;
      await launcher.end;
      const again = await launch({ env: { DADOS: data } });
      await again.opened();
      const kept = await rowsKept(data);
      expect(kept.last).toBeGreaterThanOrEqual(promised);
      expect(kept.total).toBe(kept.last);
      process.kill(again.pid, "SIGTERM");
      expect(await again.end).toBe(0);
    }
  });

  test("banco.json perdido: as senhas são refeitas e os dados ficam", async () => {
    const data = temporaryFolder();
    const notebook = await openNotebook(data);
    await notebook.query("insert into caderno values (1)");
    await notebook.end();
    rmSync(path.join(data, "banco.json"));
    expect(await rowsKept(data)).toEqual({ total: 1, last: 1 });
  });
});

describe("o fim", () => {
  test("uma parte que cai de novo e de novo ao começar encerra tudo com uma frase; morta à força, recomeça sempre", async () => {
    const data = temporaryFolder();
    const launcher = await launch({ env: { DADOS: data } });
    await launcher.opened();
    let web = 0;
    const cair = async (signal: NodeJS.Signals) => {
      await waitUntil(() => partesDe(data).web !== web, 10_000, 5);
      web = partesDe(data).web;
      process.kill(web, signal);
    };
    for (let death = 0; death <= 4; death++) await cair("SIGKILL");
    expect(await waitUntil(() => isReady(launcher.url), 20_000)).toBe(true);
    // Until the launcher has seen it too.
    await sleep(1_000);
    for (let death = 0; death <= 3; death++) await cair("SIGABRT");
    expect(await launcher.end).toBe(1);
    expect(launcher.said()).toContain("✗ O servidor web caiu 3 vezes seguidas ao começar");
    expect(running(data)).toEqual([]);
  });

  test.each([
    ["SIGTERM no npm", (npm: number) => process.kill(npm, "SIGTERM")],
    ["Ctrl-C no terminal, que chega ao grupo inteiro", (npm: number) => process.kill(-npm, "SIGINT")],
    ["terminal fechado", (npm: number) => process.kill(-npm, "SIGHUP")],
    ["kill -9 no npm", (npm: number) => process.kill(npm, "SIGKILL")],
  ])("%s: em dez segundos nada mais roda", async (_, strike) => {
    const data = temporaryFolder();
    const launcher = await launch({ npm: true, env: { DADOS: data } });
    await launcher.opened();
    const parts = Object.values(partesDe(data));
    strike(launcher.pid);
    expect(await waitUntil(() => !parts.some(isAlive), 10_000)).toBe(true);
    await launcher.end;
  });

  test("interrompido no meio da primeira partida, não deixa nada e a próxima abre", async () => {
    const data = temporaryFolder();
    for (const moment of ["Ligar o banco", "Preparar o banco", "Abrir a aplicação"]) {
      const launcher = await launch({ env: { DADOS: data } });
      await waitUntil(() => launcher.said().includes(`… ${moment}`), 60_000);
      process.kill(launcher.pid, "SIGTERM");
      expect(await launcher.end).toBe(0);
      expect(running(data)).toEqual([]);
    }
    const last = await launch({ env: { DADOS: data } });
    await last.opened();
  });
});

describe("de um clone novo", () => {
  test("abre abaixo de uma casa fechada, com npm ci e sem scripts de instalação", async () => {
    const project = temporaryFolder();
    cloneProject(project);
    chmodSync(project, 0o700);
    const launcher = await launch({ project, npm: true, env: { DADOS: "", npm_config_ignore_scripts: "true" } });
    await launcher.opened();
    expect(launcher.said()).toMatch(/✓ Instalar as dependências/);
    expect(launcher.said()).toMatch(/✓ Construir/);
    // A tab that was opened before this build may still send what it holds.
    const names = (root: string) =>
      Object.keys(JSON.parse(readFileSync(path.join(root, ".next/standalone", ACTIONS), "utf8")).node).sort();
    expect(names(project)).toEqual(names(ROOT));
    // Root's database cannot live where its user cannot go.
    expect(lstatSync(path.join(project, ".data/pg")).isSymbolicLink()).toBe(isRoot);
    process.kill(-launcher.pid, "SIGINT");
    await launcher.end;

    const seconds: number[] = [];
    for (let round = 1; round <= 3; round++) {
      const begin = performance.now();
      const later = await launch({ project, npm: true, env: { DADOS: "" } });
      await later.opened();
      seconds.push((performance.now() - begin) / 1000);
      expect(later.said()).not.toMatch(/Instalar|Construir/);
      process.kill(-later.pid, "SIGINT");
      await later.end;
    }
    // The best of three: the machine may be busy with something else.
    expect(Math.min(...seconds)).toBeLessThan(5);
  });

  test("abre para um usuário comum, na casa dele", async () => {
    const home = temporaryFolder();
    const project = path.join(home, "hora-marcada");
    mkdirSync(project);
    cloneProject(project);
    cpSync(path.join(ROOT, "node_modules"), path.join(project, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    if (NOBODY) execFileSync("chown", ["-R", `${NOBODY}:${NOBODY}`, home]);
    chmodSync(home, 0o700);
    const launcher = await launch({ project, uid: NOBODY, env: { DADOS: "", HOME: home } });
    await launcher.opened();
    expect(statSync(path.join(project, ".data/pg/PG_VERSION")).uid).toBe(NOBODY ?? process.getuid?.());
    process.kill(launcher.pid, "SIGTERM");
    expect(await launcher.end).toBe(0);
    expect(running(path.join(project, ".data"))).toEqual([]);
  });
});

test("npm test sem navegador e sem como instalar um: uma frase", async () => {
  const folder = temporaryFolder();
  // A machine on which no Chromium is found, whose user may not install packages, and which reaches no other.
  const machine = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { existsSync } = fs;
    fs.existsSync = (file) => !/^\\/(usr\\/bin|Applications)\\/.*chrom/i.test(String(file)) && existsSync(file);
    process.getuid = () => 1000;
    syncBuiltinESMExports();`;
  const env = { PLAYWRIGHT_BROWSERS_PATH: folder, PLAYWRIGHT_DOWNLOAD_HOST: "http://127.0.0.1:9", CHROMIUM: "" };
  const args = ["--import", `data:text/javascript,${encodeURIComponent(machine)}`, "scripts/test.mjs", "e2e"];
  const npmTest = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: "utf8" });
  expect(npmTest.status).toBe(1);
  const [sentence, ...others] = oneSentence(npmTest.stderr);
  expect(others).toEqual([]);
  expect(sentence).toMatch(/^✗ Os testes precisam de um Chromium, e não consegui instalar um\. Instale-o ou aponte/);
  const log = sentence!.match(/O motivo está em (\S+)\.$/)![1]!;
  expect(readFileSync(log, "utf8")).toContain("ECONNREFUSED");
  rmSync(path.dirname(log), { recursive: true });
}, 60_000);
