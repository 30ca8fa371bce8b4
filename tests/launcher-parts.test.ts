import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { addressOf, isLoopback, readConfig, ROOT } from "@/scripts/launcher/config.mjs";
import { isInstalled } from "@/scripts/launcher/install.mjs";
import { freePort } from "@/scripts/launcher/ports.mjs";
import { waitUntil } from "@/scripts/launcher/process.mjs";
import { sourcesHash } from "@/scripts/launcher/sources.mjs";
import { playwrightTotals, readTotals, vitestTotals } from "@/scripts/launcher/totals.mjs";
import { temporaryFolder, write } from "./setup/launcher";

describe("configuração", () => {
  test("sem nada dito, abre só nesta máquina, na porta 3000, com os dados em .data", () => {
    expect(readConfig({}, [])).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      data: path.join(ROOT, ".data"),
      address: "http://127.0.0.1:3000",
      external: false,
      empty: false,
    });
  });

  test("DADOS relativo conta a partir do projeto", () => {
    expect(readConfig({ DADOS: "outra" }, []).data).toBe(path.join(ROOT, "outra"));
    expect(readConfig({ DADOS: "/srv/hora" }, []).data).toBe("/srv/hora");
  });

  test.each(["abc", "0", "65536", "3.5", "-1"])("PORT=%s é recusada", (PORT) => {
    expect(() => readConfig({ PORT }, [])).toThrow(`PORT=${PORT} não é uma porta`);
  });

  test("sabe quem alcança cada endereço", () => {
    expect(["127.0.0.1", "127.1.2.3", "localhost", "::1"].every(isLoopback)).toBe(true);
    expect(["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.exemplo.com"].some(isLoopback)).toBe(false);
    expect(addressOf("0.0.0.0", 80)).toBe("http://127.0.0.1:80");
    expect(addressOf("::1", 80)).toBe("http://[::1]:80");
  });
});

describe("instalação", () => {
  const lock = (packages: object) => ({ packages: { "": {}, ...packages } });

  test("vale quando o npm anotou as mesmas versões e as pastas existem", () => {
    const folder = temporaryFolder();
    write(folder, "package-lock.json", lock({ "node_modules/pg": { version: "8.0.0" } }));
    expect(isInstalled(folder, { dev: true })).toBe(false);
    write(folder, "node_modules/.package-lock.json", lock({ "node_modules/pg": { version: "8.0.0" } }));
    expect(isInstalled(folder, { dev: true })).toBe(false);
    write(folder, "node_modules/pg/index.js", "");
    expect(isInstalled(folder, { dev: true })).toBe(true);
    write(folder, "package-lock.json", lock({ "node_modules/pg": { version: "8.0.1" } }));
    expect(isInstalled(folder, { dev: true })).toBe(false);
  });

  test("só os testes precisam do que é de desenvolvimento, e ninguém do que é de outra plataforma", () => {
    const folder = temporaryFolder();
    write(folder, "node_modules/.package-lock.json", lock({}));
    write(folder, "package-lock.json", lock({ "node_modules/vitest": { version: "4.0.0", dev: true } }));
    expect(isInstalled(folder, { dev: false })).toBe(true);
    expect(isInstalled(folder, { dev: true })).toBe(false);
    write(folder, "package-lock.json", lock({ "node_modules/x-darwin": { version: "1.0.0", optional: true } }));
    expect(isInstalled(folder, { dev: true })).toBe(true);
  });

  test("package-lock.json tem os pacotes de todas as plataformas, sem os quais npm ci o recusa", () => {
    const { packages } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
    const missing = Object.entries<{ optionalDependencies?: object }>(packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

test("a impressão digital das fontes muda com qualquer arquivo que entra na construção", () => {
  const folder = temporaryFolder();
  write(folder, "app/page.tsx", "1");
  write(folder, "tests/a.test.ts", "1");
  const before = sourcesHash(folder);
  write(folder, "tests/a.test.ts", "2");
  expect(sourcesHash(folder)).toBe(before);
  const parts = [
    "app/page.tsx",
    "drizzle/0001.sql",
    "proxy.ts",
    "instrumentation.ts",
    "next.config.ts",
    "package.json",
  ];
  const seen = parts.map((part) => {
    write(folder, part, "2");
    return sourcesHash(folder);
  });
  expect(new Set([before, ...seen]).size).toBe(parts.length + 1);
});

describe("totais", () => {
  test("somam o que passou e o que falhou, e um arquivo que nem carregou é uma falha", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(vitestTotals({ numPassedTests: 7, numFailedTests: 1, testResults })).toEqual({ passed: 7, failed: 2 });
    const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 0 };
    expect(playwrightTotals({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 3 });
  });

  test("uma execução que termina mal conta ao menos uma falha, mesmo sem relatório", () => {
    expect(readTotals("/não/existe.json", vitestTotals, 1)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("o que o cliente diz de si", () => {
  const forged = {
    "X-Forwarded-For": "6.6.6.6, 10.0.0.9",
    "X-Forwarded-Host": "golpe.exemplo",
    "X-Real-IP": "6.6.6.6",
    Forwarded: "for=6.6.6.6",
    "X-Forwarded-Anything": "1",
    "X-Pedido": "fica",
  };

  async function headersSeen(env: Record<string, string>) {
    const port = await freePort();
    const echo = `require("http").createServer((q, r) => r.end(JSON.stringify([q.headers, q.rawHeaders]))).listen(${port})`;
    const args = ["--import", path.join(ROOT, "scripts/preload.mjs"), "-e", echo];
    const server = spawn(process.execPath, args, { env: { ...process.env, CONFIA_PROXY: "", ...env } });
    onTestFinished(() => void server.kill());
    let seen = "";
    await waitUntil(async () => {
      seen = await new Promise((resolve) => {
        const request = http.get({ port, headers: forged }, async (answer) => {
          resolve(Buffer.concat(await answer.toArray()).toString());
        });
        request.on("error", () => resolve(""));
      });
      return seen !== "";
    }, 10_000);
    return JSON.parse(seen) as [Record<string, string>, string[]];
  }

  test("não chega à aplicação quando nenhum proxy é de confiança", async () => {
    const [headers, raw] = await headersSeen({});
    expect(Object.keys(headers).filter((name) => /forwarded|real/.test(name))).toEqual([]);
    expect(raw.join()).not.toMatch(/6\.6\.6\.6|golpe/);
    expect(headers["x-pedido"]).toBe("fica");
  });

  test("com um proxy de confiança vale só o que ele acrescentou", async () => {
    const [headers] = await headersSeen({ CONFIA_PROXY: "1" });
    expect(headers).toMatchObject({ "x-forwarded-for": "10.0.0.9", "x-forwarded-host": "golpe.exemplo" });
    expect(headers["x-real-ip"]).toBeUndefined();
    expect((await headersSeen({ CONFIA_PROXY: "2" }))[0]["x-forwarded-for"]).toBe("6.6.6.6, 10.0.0.9");
  });
});

describe("npm run -s entender", () => {
  const entender = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, ["scripts/entender.mjs", ...args], { cwd: ROOT, input, encoding: "utf8" });

  test("lê uma mensagem por linha e diz o que entendeu, uma linha de JSON por mensagem, e só isso", () => {
    const nomes = ["--servicos", "Corte, Barba", "--profissionais", "Ana,Bruno"];
    const { status, stdout } = entender(
      "qro corte amnh dps das 18 c a Ana\r\ncorte e barba sexta 15h30\noi",
      ...["--agora", "2026-11-23T10:00:00-03:00", ...nomes],
    );
    expect(status).toBe(0);
    expect(stdout.split("\n")).toEqual([
      '{"intencao":"marcar","servicos":["Corte"],"profissional":"Ana","data":"2026-11-24","dataAte":null,"horaDe":"18:00","horaAte":"23:59"}',
      '{"intencao":"marcar","servicos":["Corte","Barba"],"profissional":null,"data":"2026-11-27","dataAte":null,"horaDe":"15:30","horaAte":null}',
      '{"intencao":"cumprimento","servicos":[],"profissional":null,"data":null,"dataAte":null,"horaDe":null,"horaAte":null}',
      "",
    ]);
  });

  test("o dia é o de quem escreveu o instante; sem fuso, o de São Paulo", () => {
    const hoje = (agora: string) => (JSON.parse(entender("hoje", "--agora", agora).stdout) as { data: string }).data;
    expect(hoje("2026-11-23T23:30:00-03:00")).toBe("2026-11-23");
    expect(hoje("2026-11-24T02:30:00Z")).toBe("2026-11-23");
  });

  test("o que não entende das opções diz como se usa", () => {
    for (const args of [["--agora", "ontem"], ["--nada"]]) {
      const { status, stdout, stderr } = entender("oi", ...args);
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("npm run -s entender --");
    }
  });
});
