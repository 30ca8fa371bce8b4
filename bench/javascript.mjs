import { execFileSync } from "node:child_process";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/launcher/browser.mjs";
import { ROOT } from "../scripts/launcher/config.mjs";
import { freePort } from "../scripts/launcher/ports.mjs";
import { openAreas } from "./areas.mjs";
import { serve } from "./company.mjs";

const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");
const BARE = path.join(ROOT, "bench/vazia");

/** Kilobytes over a page of the same Next that does nothing. */
const SCREENS = [
  { what: "entrar", path: "/entrar", goal: 20 },
  { what: "lista (serviços)", path: "/servicos", goal: 75 },
  { what: "agenda", path: "/agenda", goal: 120 },
  { what: "formulário aberto (novo serviço)", path: "/servicos/novo", goal: 115 },
];

const HEAVIEST = Math.max(...SCREENS.map(({ goal }) => goal));
/** What nobody opens by its address. */
const NO_SCREEN = ["/", "/sem-permissao", "/trocar-senha", "/primeiro-acesso"];

/** The other screens, which have no goal of their own: none is to weigh more than the heaviest of those above. */
async function others({ client, urlApp }) {
  const { rotas, close } = await openAreas({ urlApp });
  await close();
  const { rows } = await client.query("select min(id) as id from agendamentos where situacao = 'concluido'");
  const ids = { "/agenda/recibo/[id]": rows[0].id, "/clientes/[id]": 10, "/clientes/[id]/editar": 10 };
  return Object.keys(rotas)
    .filter((path) => !path.startsWith("/api/") && !NO_SCREEN.includes(path))
    .map((path) => path.replace("[id]", ids[path] ?? 1))
    .filter((path) => SCREENS.every((screen) => screen.path !== path))
    .map((path) => ({ what: path, path, goal: HEAVIEST }));
}

/** Bytes (gzip -9) of every script that a first visit with an empty cache runs; what links prefetch is not counted. */
async function scriptBytes(browser, url, { storageState } = {}) {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const sizes = [];
  await page.route("**/*", (route) =>
    route.request().headers()["next-router-prefetch"] ? route.abort() : route.continue(),
  );
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}

async function signedIn(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/entrar`);
  await page.getByRole("button", { name: /^Master/ }).click();
  await page.waitForURL((at) => at.pathname !== "/entrar");
  const storageState = await context.storageState();
  await context.close();
  return storageState;
}

async function barePage(browser) {
  execFileSync(process.execPath, [NEXT, "build"], { cwd: BARE, stdio: "ignore" });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await serve([NEXT, "start", "-H", "127.0.0.1", "-p", String(port)], { url, cwd: BARE });
  const bytes = await scriptBytes(browser, url);
  await server.close();
  return bytes;
}

/** First-load JavaScript of the screens, over a bare page that is built in the same run. */
export async function javascript({ company }) {
  const open = await company();
  const { url } = open;
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: findBrowser(), args });
  try {
    const bare = await barePage(browser);
    const storageState = await signedIn(browser, url);
    const rows = [];
    for (const { what, path: at, goal } of [...SCREENS, ...(await others(open))]) {
      const bytes = await scriptBytes(browser, url + at, at === "/entrar" ? {} : { storageState });
      const over = (bytes - bare) / 1000;
      rows.push({
        what,
        measured: `${(bytes / 1000).toFixed(1)} kB`,
        baseline: `${(bare / 1000).toFixed(1)} kB`,
        goal: `${over.toFixed(1)} ≤ ${goal} kB a mais`,
        met: over <= goal,
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}
