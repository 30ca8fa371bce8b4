import type { Page } from "@playwright/test";
import { openCompanyIn } from "@/tests/setup/playwright";
import { falsas, imagem } from "@/tests/support/imagens";
import { fakeUploadThing } from "@/tests/support/uploadthing";
import { expect, test, titulo, unico } from "./fixtures";

// The recorder of traces fetches the picture's preview, which the page itself may not.
test.use({ quem: null, trace: "off" });
// One company of their own, since all others look at the shared one's name.
test.describe.configure({ mode: "serial" });

let url: string;
let stop = async () => {};
let longe: Awaited<ReturnType<typeof fakeUploadThing>>;

/** On the phone files are kept in the house, on the computer at UploadThing: people notice no difference. */
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(120_000);
  longe = await fakeUploadThing();
  const company = await openCompanyIn(project.name.startsWith("computador") ? longe.env() : {});
  ({ url } = company);
  stop = async () => {
    await company.stop();
    await longe.close();
  };
});
test.afterAll(() => stop());

test.beforeEach(async ({ page }) => {
  await page.goto(`${url}/entrar`);
  await page.getByRole("button", { name: /^Master/ }).click();
  await expect(page).toHaveURL(/\/(agenda|inicio)$/);
  await page.goto(`${url}/configuracoes`);
});

const logoDoCabecalho = (page: Page, isMobile: boolean) =>
  page
    .getByRole(isMobile ? "banner" : "complementary")
    .locator("img")
    .first();

const salvar = async (page: Page) => {
  await page.getByRole("button", { name: "Salvar dados da empresa" }).click();
  await expect(page.getByText("Dados da empresa salvos.").first()).toBeVisible();
};

const escolher = (page: Page, buffer: Buffer, name = "logo.png", mimeType = "image/png") =>
  page.getByLabel("Arquivo do logotipo").setInputFiles({ name, mimeType, buffer });

test(
  "o nome novo aparece na hora: no menu, no título, no papel, no consentimento e na entrada",
  { tag: ["@computador", "@longo"] },
  async ({ page, outroAparelho }) => {
    const nome = unico("Espaço Célia");
    await page.getByRole("textbox", { name: "Nome", exact: true }).fill(nome);
    await salvar(page);
    await expect(page.getByRole("complementary")).toContainText(nome);

    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("main").getByText(nome, { exact: true })).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    await page.goto(`${url}/clientes/novo`);
    await expect(page).toHaveTitle(`Novo cliente · ${nome}`);
    await page.getByText("Aceita mensagens por WhatsApp").click();
    await expect(page.getByRole("textbox", { name: "Com o que concordou" })).toHaveValue(new RegExp(nome));

    const outro = await outroAparelho();
    await outro.goto(`${url}/entrar`);
    await expect(outro.getByRole("main")).toContainText(nome);
    await expect(outro).toHaveTitle(`Entrar · ${nome}`);
  },
);

test(
  "o CNPJ com letras é aceito e escrito como se deve; o errado é dito no campo",
  { tag: ["@celular", "@longo"] },
  async ({ page }) => {
    const cnpj = page.getByRole("textbox", { name: "CNPJ" });
    await cnpj.fill("12abc34501de36");
    await cnpj.blur();
    await expect(page.getByText("Este CNPJ não confere. Verifique os caracteres.")).toBeVisible();
    await cnpj.fill("12abc34501de35");
    await cnpj.blur();
    await expect(cnpj).toHaveValue("12.ABC.345/01DE-35");
    await salvar(page);
    await page.reload();
    await expect(cnpj).toHaveValue("12.ABC.345/01DE-35");
  },
);

test(
  "quem salva depois vê o que o outro salvou, sem perder o seu",
  { tag: ["@computador", "@longo"] },
  async ({ page, context }) => {
    const outra = await context.newPage();
    await outra.goto(`${url}/configuracoes`);
    await outra.getByRole("textbox", { name: "Bairro" }).fill("Moema");
    await salvar(outra);
    await page.getByRole("textbox", { name: "Bairro" }).fill("Pinheiros");
    await page.getByRole("button", { name: "Salvar dados da empresa" }).click();
    await expect(page.getByRole("main")).toContainText("Agora: Moema. Seu: Pinheiros.");
    await page.getByRole("button", { name: "Manter os meus e tentar de novo" }).click();
    await expect(page.getByText("Dados da empresa salvos.").first()).toBeVisible();
  },
);

test(
  "o logotipo é trocado na hora, e depois dele o formulário ainda salva",
  { tag: "@longo" },
  async ({ page, isMobile, outroAparelho }) => {
    const logo = logoDoCabecalho(page, isMobile);
    const antes = await logo.getAttribute("src");
    await page.getByRole("textbox", { name: "Complemento" }).fill("Sobreloja");
    await escolher(page, await imagem("png", 700), "../../\u202egnp.svg", "image/svg+xml");
    await expect(page.getByText("Logotipo trocado.")).toBeVisible();
    await expect(logo).not.toHaveAttribute("src", antes!);
    await expect(page.getByRole("textbox", { name: "Complemento" })).toHaveValue("Sobreloja");
    await salvar(page);
    expect([...longe.files.keys()]).toHaveLength(isMobile ? 0 : 1);

    const outro = await outroAparelho();
    await outro.goto(`${url}/entrar`);
    const naEntrada = outro.getByRole("main").locator("img");
    await expect(naEntrada).toHaveAttribute("src", (await logo.getAttribute("src"))!);
    expect(await naEntrada.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(512);
  },
);

test(
  "o que não serve é recusado com uma frase; o envio mostra até onde foi, e cancelar não troca nada",
  { tag: ["@celular", "@longo"] },
  async ({ page, isMobile, queixas }) => {
    test.setTimeout(60_000);
    queixas.tolerar(/status of 422|net::ERR/);
    const logo = logoDoCabecalho(page, isMobile);
    const antes = (await logo.getAttribute("src"))!;
    await test.step("recusado", async () => {
      await escolher(page, falsas.svg);
      await expect(page.getByText("Este arquivo não é uma imagem PNG, JPEG ou WebP. Escolha outro.")).toBeVisible();
      await escolher(page, (await imagem("jpeg", 400)).subarray(0, 900), "foto.jpg", "image/jpeg");
      await expect(page.getByText("ela está incompleta ou com defeito")).toBeVisible();
      await escolher(page, Buffer.alloc(0));
      await expect(page.getByText("O arquivo está vazio. Escolha outro.")).toBeVisible();
      await escolher(page, Buffer.alloc(16 * 1024 * 1024 + 1));
      await expect(page.getByText("Este arquivo passa de 16 MB. Escolha uma imagem menor.")).toBeVisible();
      await page.reload();
      await expect(logo).toHaveAttribute("src", antes);
    });

    await test.step("cancelado", async () => {
      await page.route(/\/api\/(logo|uploadthing)/, () => {});
      await escolher(page, await imagem("png", 700));
      await expect(page.getByRole("progressbar", { name: "Envio do logotipo" })).toBeVisible();
      await expect(page.getByRole("group", { name: "Logotipo" }).locator("img")).toHaveAttribute("src", /^blob:/);
      await page.getByRole("button", { name: "Cancelar envio" }).click();
      await expect(page.getByRole("button", { name: "Trocar logotipo" })).toBeVisible();
      await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
      await page.reload();
      await expect(logo).toHaveAttribute("src", antes);
    });
  },
);

test(
  "removido o logotipo, volta o símbolo do sistema",
  { tag: ["@computador", "@longo"] },
  async ({ page, isMobile }) => {
    await page.getByRole("button", { name: "Remover logotipo" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remover logotipo" }).click();
    await expect(page.getByText("Logotipo removido.")).toBeVisible();
    await expect(logoDoCabecalho(page, isMobile)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Enviar logotipo" })).toBeVisible();
  },
);

test("a impressão de uma lista de pessoas fica na trilha", { tag: ["@computador", "@longo"] }, async ({ page }) => {
  await page.goto(`${url}/clientes`);
  await expect(titulo(page, "Clientes")).toBeVisible();
  // Nobody prints before the page listens.
  await expect(async () => {
    const lembrada = page.waitForResponse((response) => response.request().method() === "POST", { timeout: 2_000 });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await lembrada;
  }).toPass();
  await page.goto(`${url}/auditoria?ato=acesso.imprimir`);
  await expect(page.getByRole("main")).toContainText("Imprimiu uma tela com dados de pessoas");
  await expect(page.getByRole("main")).toContainText("Clientes");
});
