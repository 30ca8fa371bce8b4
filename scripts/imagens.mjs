import path from "node:path";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { openCompany } from "../bench/company.mjs";
import { findBrowser } from "./launcher/browser.mjs";
import { ROOT } from "./launcher/config.mjs";

const FOLDER = path.join(ROOT, "docs/imagens");

const planilha = `Nome;Celular;Cor preferida
Iara Lima;11 98888-1234;azul
Iara L.;(11) 8888-1234;
Sem número;123;
Bento Prado;21 99777-5566;
`;

/** A Friday that is still to come, so that the salon is full and nothing is over. */
function sexta() {
  const dia = new Date();
  dia.setUTCDate(dia.getUTCDate() + ((5 - dia.getUTCDay() + 7) % 7 || 7));
  return dia.toISOString().slice(0, 10);
}

/** Who sees it, on what, and for each picture of the manual its name, its address and what is done there before. */
const SIGHTS = [
  {
    who: "Master",
    device: { viewport: { width: 1280, height: 800 } },
    pictures: [
      ["inicio", "/inicio"],
      ["agenda", `/agenda?dia=${sexta()}`],
      ["usuario", "/usuarios/novo", escolherConjunto],
      ["clientes", "/clientes", (page) => page.getByRole("button", { name: "Pesquisa avançada" }).click()],
      ["importacao", "/clientes/importar", conferir],
      ["relatorios", "/relatorios/desempenho"],
      ["funcionario", "/funcionarios?busca=ana+ribeiro", abrirServicos],
      ["servicos", "/servicos"],
      ["configuracoes", "/configuracoes"],
      ["auditoria", "/auditoria"],
    ],
  },
  {
    who: "Atendente",
    device: { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
    pictures: [
      ["agenda-celular", `/agenda?dia=${sexta()}`],
      ["atendimento", `/agenda?dia=${sexta()}`, abrirAtendimento],
      // Last of the agenda: what was begun would come back.
      ["marcar", `/agenda?dia=${sexta()}`, marcar],
      ["cliente", "/clientes/10"],
      ["conta", "/conta"],
    ],
  },
];

/** Puts a part of the page below the header that stays. */
const toTop = (part) => part.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 76));

async function escolherConjunto(page) {
  await page.getByRole("button", { name: "Atendente" }).click();
  await page.mouse.move(0, 0);
  await toTop(page.getByRole("heading", { name: "O que pode fazer" }).locator("xpath=.."));
}

async function marcar(page) {
  await page.getByRole("button", { name: "Agendar", exact: true }).tap();
  await page.getByRole("list", { name: "Clientes recentes" }).getByRole("button").nth(1).tap();
  await page
    .getByRole("group", { name: /^Horários livres/ })
    .first()
    .waitFor();
}

async function abrirAtendimento(page) {
  await page.locator("[data-agendamento]").nth(1).tap();
  await page.getByRole("dialog").getByRole("button", { name: "Remarcar" }).waitFor();
}

async function conferir(page) {
  const buffer = Buffer.from(planilha);
  await page.getByLabel("Escolher arquivo CSV").setInputFiles({ name: "clientes.csv", mimeType: "text/csv", buffer });
  await page.getByText("Linha 4").waitFor();
}

async function abrirServicos(page) {
  await page.getByRole("link", { name: "Ana Ribeiro" }).click();
  await page.getByText("Cabelo", { exact: true }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.mouse.move(0, 0);
  await toTop(page.getByRole("heading", { name: "Serviços que faz" }).locator("xpath=.."));
}

/** A page as a PNG of few colours, which a screen of flat areas bears well. */
async function take(page, name) {
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  await sharp(png)
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(path.join(FOLDER, `${name}.png`));
  console.log(`docs/imagens/${name}.png`);
}

async function see(browser, { who, device, pictures }) {
  const looks = { colorScheme: "light", reducedMotion: "reduce", locale: "pt-BR", timezoneId: "America/Sao_Paulo" };
  const context = await browser.newContext({ ...looks, ...device, baseURL: company.url });
  const page = await context.newPage();
  await page.goto("/entrar", { waitUntil: "networkidle" });
  if (who === "Master") await take(page, "entrar");
  await page.getByRole("button", { name: new RegExp(`^${who}`) }).click();
  await page.waitForURL((url) => url.pathname !== "/entrar");
  for (const [name, address, act] of pictures) {
    await page.goto(address, { waitUntil: "networkidle" });
    await act?.(page);
    await take(page, name);
  }
  await context.close();
}

const company = await openCompany({}, { anew: true });
// Date fields speak the language of the browser, not of the page; on Debian it is in the package chromium-l10n.
const args = ["--lang=pt-BR", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const env = { ...process.env, LANGUAGE: "pt_BR" };
const browser = await chromium.launch({ executablePath: findBrowser(), args, env });
try {
  for (const sight of SIGHTS) await see(browser, sight);
} finally {
  await browser.close();
  await company.close();
}
