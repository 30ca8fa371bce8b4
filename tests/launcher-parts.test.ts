import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { addressOf, isLoopback, readConfig, ROOT } from "@/scripts/launcher/config.mjs";
import { isInstalled } from "@/scripts/launcher/install.mjs";
import { tryLock } from "@/scripts/launcher/lock.mjs";
import { freePort } from "@/scripts/launcher/ports.mjs";
import { prepareCluster } from "@/scripts/launcher/postgres/cluster.mjs";
import { runningServer } from "@/scripts/launcher/postgres/pid-file.mjs";
import { canReach } from "@/scripts/launcher/postgres/user.mjs";
import { isAlive, startOf, startsOf, waitUntil } from "@/scripts/launcher/process.mjs";
import { sourcesHash } from "@/scripts/launcher/sources.mjs";
import { becomeTheOne } from "@/scripts/launcher/state.mjs";
import { playwrightTotals, readTotals, vitestTotals } from "@/scripts/launcher/totals.mjs";
import { temporaryFolder } from "./setup/launcher";

function write(folder: string, file: string, content: unknown) {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
  return place;
}

/** A process that waits until the end of the test, with these words in its command line. */
function bystander(...words: string[]): number {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", ...words], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid!;
}

const NO_PROCESS = 2 ** 31 - 1;

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

describe("uma partida por pasta", () => {
  test("quem chega depois fica sabendo de quem já está", () => {
    const file = path.join(temporaryFolder(), "estado.json");
    expect(tryLock(file)).toMatchObject({ mine: true });
    expect(tryLock(file)).toMatchObject({ mine: false, owner: { pid: process.pid } });
  });

  test.each([
    ["de um processo que morreu", NO_PROCESS],
    ["com um número que hoje é de outro programa", 1],
  ])("toma o lugar %s, com o que ele deixou", (_, pid) => {
    const file = write(temporaryFolder(), "estado.json", { pid, children: [7] });
    expect(tryLock(file)).toEqual({ mine: true, previous: { pid, children: [7] } });
    expect(JSON.parse(readFileSync(file, "utf8")).pid).toBe(process.pid);
  });

  test("não toma por dono a cópia de outra pasta que tem hoje o número dele", () => {
    const pid = bystander("scripts/start.mjs");
    const noted = (starts?: object) => tryLock(write(temporaryFolder(), "estado.json", { pid, starts })).mine;
    expect(noted({ [pid]: startOf(process.pid) })).toBe(true);
    expect(noted(startsOf(pid))).toBe(false);
    // As versions before noted it.
    expect(noted()).toBe(false);
  });

  test("nem a si mesma, quando o número se repete depois que a máquina foi ligada de novo", () => {
    const starts = { [process.pid]: startOf(process.pid)!.replace(/^\w/, (first) => (first === "0" ? "1" : "0")) };
    const file = write(temporaryFolder(), "estado.json", { pid: process.pid, starts });
    expect(tryLock(file)).toMatchObject({ mine: true });
  });

  test("encerra o que uma partida morta deixou, e não um estranho que tem hoje o número", async () => {
    const [stranger, left, leftByOld] = [bystander("server.js"), bystander("server.js"), bystander("server.js")];
    const starts = { ...startsOf(left), [stranger]: startOf(process.pid) };
    const data = temporaryFolder();
    write(data, "estado.json", { pid: NO_PROCESS, children: [stranger, left], starts });
    expect(await becomeTheOne(data)).toBeUndefined();
    expect([stranger, left, leftByOld].map(isAlive)).toEqual([true, false, true]);
    write(data, "estado.json", { pid: NO_PROCESS, children: [leftByOld] });
    expect(await becomeTheOne(data)).toBeUndefined();
    expect(isAlive(leftByOld)).toBe(false);
  });

  test("uma anotação cortada ao meio não prende ninguém", () => {
    expect(tryLock(write(temporaryFolder(), "estado.json", '{"pid": 12'))).toMatchObject({ mine: true });
  });
});

describe("banco embutido", () => {
  test("um postmaster.pid com o número de um estranho não impede o banco de ligar", () => {
    const home = temporaryFolder();
    const file = write(home, "postmaster.pid", `${process.pid}\n/pg\n1\n5432\n\n127.0.0.1\n123 456\nready   \n`);
    expect(runningServer(home)).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe(`${NO_PROCESS}\n/pg\n1\n5432\n\n127.0.0.1\n123 456\nready   \n`);
  });

  test("só o servidor desta pasta é o dela, e não o de outra nem um processo dele", () => {
    const home = temporaryFolder();
    const found = (...words: string[]) => {
      const pid = bystander(...words);
      write(home, "postmaster.pid", `${pid}\n/pg\n1\n5432\n\n127.0.0.1\n123 456\nready   \n`);
      return runningServer(home)?.pid === pid;
    };
    expect(found("bin/postgres", "--", "-D", `${home}2`, "-p", "5432")).toBe(false);
    expect(found("postgres: checkpointer")).toBe(false);
    expect(found("bin/postgres", "--", "-D", home, "-p", "5432")).toBe(true);
  });

  test("o que uma partida morta deixou de um banco novo sai, com a senha; o de uma que ainda roda fica", async () => {
    const data = temporaryFolder();
    const place = path.join(data, "pg");
    write(place, "PG_VERSION", "18\n");
    const living = `pg.novo-${bystander()}`;
    for (const draft of [`pg.novo-${NO_PROCESS}`, `pg.novo-${process.pid}`, living]) {
      write(data, `${draft}/PG_VERSION`, "18\n");
      write(data, `${draft}.senha`, "senha");
    }
    await prepareCluster({ place, native: "", user: {}, password: "", log: "" });
    expect(readdirSync(data).sort()).toEqual(["pg", living, `${living}.senha`]);
  });

  test("sabe quando o usuário do banco não passa por uma pasta fechada", () => {
    const folder = temporaryFolder();
    const file = write(folder, "casa/fechada/pg", "");
    const stranger = { uid: 54321, gid: 54321 };
    expect(canReach(file, stranger)).toBe(true);
    chmodSync(path.join(folder, "casa"), 0o700);
    expect(canReach(file, stranger)).toBe(false);
    expect(canReach(file, {})).toBe(true);
  });
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
