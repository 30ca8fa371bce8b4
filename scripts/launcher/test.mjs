import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuild } from "./build.mjs";
import { run } from "./command.mjs";
import { install } from "./install.mjs";
import { atEnd, end, endWith, listenForEnd } from "./shutdown.mjs";
import { fail, print, step, UserError } from "./terminal.mjs";
import { playwrightTotals, readTotals, vitestTotals } from "./totals.mjs";

const node = (script, ...args) => [process.execPath, `node_modules/${script}`, ...args];
const CHECKS = {
  "Padrões do código": [node("oxlint/bin/oxlint", ".")],
  Formatação: [node("oxfmt/bin/oxfmt", "--check", ".")],
  "Código sem uso": [node("knip/bin/knip.js")],
  Tipos: [node("next/dist/bin/next", "typegen"), node("typescript/bin/tsc", "--noEmit")],
};
const PARTS = {
  unit: ["unit"],
  e2e: ["e2e"],
  telas: ["telas"],
  passeios: ["passeios"],
  longo: ["longo", "telas", "passeios"],
  faults: ["faults", "falhas"],
  tudo: ["checks", "unit", "e2e"],
};
/** What Playwright runs in each part that opens a browser. */
const BROWSER = {
  e2e: ["--project=celular", "--project=computador"],
  telas: ["--project=celular-longo", "--project=computador-longo"],
  passeios: ["--project=passeios"],
  falhas: ["--project=celular", "--project=celular-longo", "--grep=@falha"],
};

/** `npm test`: gets what is missing, runs checks, unit and browser tests or the part that was asked for, and ends with a line of totals. */
export async function test([part = "tudo", ...args] = process.argv.slice(2)) {
  listenForEnd();
  const folder = mkdtempSync(path.join(os.tmpdir(), "hora-marcada-npm-test-"));
  const forgetFolder = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const wanted = PARTS[part];
    if (!wanted) throw new UserError(`Não conheço a parte ${part}. Escolha entre ${Object.keys(PARTS).join(", ")}.`);
    await install({ dev: true, log: path.join(folder, "install.log") });
    if (wanted.some((one) => one in BROWSER)) await ensureBrowser(path.join(folder, "browser.log"));
    const totals = { passed: 0, failed: 0 };
    const add = ({ passed, failed }) =>
      Object.assign(totals, { passed: totals.passed + passed, failed: totals.failed + failed });

    if (wanted.includes("checks")) add(await runChecks(folder));
    const built = await ensureBuild(path.join(folder, "build.log")).then(
      () => true,
      (error) => {
        forgetFolder();
        fail(error.message);
      },
    );
    if (!built) add({ passed: 0, failed: 1 });
    const quick = { ...testEnvironment(), ...inMemory() };
    if (wanted.includes("unit")) add(await runVitest(folder, args, quick));
    // A million rows have no place in memory, and what ends a database by force has to find it again on a disk.
    for (const mode of ["longo", "faults"].filter((one) => wanted.includes(one)))
      add(await runVitest(folder, ["--mode", mode, ...args], testEnvironment()));
    for (const part of wanted.filter((one) => built && one in BROWSER))
      add(await runPlaywright(folder, [...BROWSER[part], ...args], quick));

    print(`${totals.passed} passed, ${totals.failed} failed`);
    await end(totals.failed === 0 ? 0 : 1);
  } catch (error) {
    // The sentence may name a log, which then has to be there.
    forgetFolder();
    await endWith(error);
  }
}

async function allPass(commands, log) {
  for (const command of commands) if ((await run(command, { log })) !== 0) return false;
  return true;
}

/** Side by side, since each of them keeps one core busy; told one after the other. */
async function runChecks(folder) {
  const checks = Object.entries(CHECKS).map(([title, commands], i) => {
    const log = path.join(folder, `checks-${i}.log`);
    return { title, log, passing: allPass(commands, log) };
  });
  let failed = 0;
  for (const { title, log, passing } of checks) {
    await step(title, async () => {
      if (!(await passing)) throw new Error();
    }).catch(() => {
      failed += 1;
      print(readFileSync(log, "utf8"));
    });
  }
  return { passed: 0, failed };
}

async function runVitest(folder, args, env) {
  const report = path.join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(node("vitest/vitest.mjs", "run", ...reporters, ...args), { env });
  return readTotals(report, vitestTotals, code);
}

async function runPlaywright(folder, args, env) {
  const report = path.join(folder, "playwright.json");
  const command = node("@playwright/test/cli.js", "test", "--reporter=list,json", ...args);
  const code = await run(command, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
  return readTotals(report, playwrightTotals, code);
}

/** Tests never see the database, the port or the data folder that the person at the terminal works with. */
function testEnvironment() {
  const own = [
    "DATABASE_URL",
    "DATABASE_URL_DONO",
    "AUTH_SECRET",
    "DADOS",
    "HOST",
    "PORT",
    "NEXTAUTH_URL",
    "CONFIA_PROXY",
    "UPLOADTHING_TOKEN",
  ];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
}

const MEMORY = "/dev/shm";
const MOUNTS = "/proc/mounts";
const ENOUGH = { there: 4 * 1024 ** 3, free: 8 * 1024 ** 3 };

/**
 * Databases and servers come and go by the hundred, and a disk is slow at making and removing files. Where Linux offers
 * enough memory as a folder, what is temporary lies there.
 * @returns {Record<string, string>} what the environment says besides
 */
function inMemory() {
  if (!existsSync(MOUNTS) || !existsSync(MEMORY)) return {};
  const mounts = readFileSync(MOUNTS, "utf8").split("\n");
  const [, , , options = "noexec"] = mounts.map((line) => line.split(" ")).find(([, place]) => place === MEMORY) ?? [];
  const { bavail, bsize } = statfsSync(MEMORY);
  const fits = bavail * bsize >= ENOUGH.there && process.availableMemory() >= ENOUGH.free;
  return fits && !options.split(",").includes("noexec") ? { TMPDIR: MEMORY } : {};
}
