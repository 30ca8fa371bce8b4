import type { Page } from "@playwright/test";
import { expect, ouve, test, titulo, unico } from "./fixtures";

const achados = (page: Page) => page.getByRole("dialog", { name: "Buscar" }).getByRole("option");

test("Ctrl K e o teclado levam a outra tela", { tag: ["@computador", "@longo"] }, async ({ page }) => {
  await page.goto("/clientes", { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Buscar" })).toBeFocused();
  await page.keyboard.type("funcionarios");
  await expect(achados(page)).toHaveText(["Funcionários"]);
  await page.keyboard.press("Enter");
  await expect(titulo(page, "Funcionários")).toBeVisible();
});

test("a busca acha de tudo sem ligar para acentos", { tag: ["@computador", "@longo"] }, async ({ page, banco }) => {
  const codigo = unico("").trim();
  const cargo = await banco.criar("cargos", { nome: `Técnica ${codigo}` });
  await banco.criar("usuarios", { nome: `Sônia ${codigo}`, tipo: "cliente", telefone: "+5511987654321" });
  await banco.criar("funcionarios", { nome: `Antônia ${codigo}`, cargo_id: cargo });
  const servico = { nome: `Depilação ${codigo}`, preco_centavos: 4500, duracao_minutos: 30, cor: "verde" };
  const id = await banco.criar("servicos", servico);

  await page.goto("/clientes", { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  const busca = page.getByRole("combobox", { name: "Buscar" });
  await busca.fill(codigo.toUpperCase());
  await expect(achados(page)).toHaveText([
    `Sônia ${codigo}(11) 98765-4321`,
    `Antônia ${codigo}Técnica ${codigo}`,
    `Depilação ${codigo}30 min, R$ 45,00`,
    `Técnica ${codigo}`,
  ]);
  await busca.fill(`tecnica ${codigo}`);
  await expect(achados(page)).toHaveText([`Técnica ${codigo}`]);
  await busca.fill(`DEPILACAO ${codigo}`);
  await expect(achados(page)).toHaveCount(1);
  await expect(achados(page)).toContainText("Depilação");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/servicos/${id}`);
});

test("a busca de quem já saiu diz que a sessão terminou @celular", async ({ page, queixas }) => {
  queixas.tolerar(/status of 401/);
  await page.route("**/api/busca?**", (route) => route.fulfill({ status: 401, contentType: "text/plain", body: "" }));
  await page.goto("/servicos");
  await ouve(page, 'button[aria-haspopup="dialog"]');
  await page.getByRole("button", { name: "Buscar", exact: true }).tap();
  await page.getByRole("combobox", { name: "Buscar" }).fill("corte");
  await expect(page.getByRole("dialog").getByText("Sua sessão terminou.")).toBeVisible();
});

test.describe("no celular", { tag: ["@celular", "@longo"] }, () => {
  test.use({ quem: "relatorios" });

  test("a busca não mostra o que a pessoa não pode ver", async ({ page }) => {
    await page.goto("/servicos");
    await page.getByRole("button", { name: "Buscar", exact: true }).tap();
    const busca = page.getByRole("combobox", { name: "Buscar" });
    await busca.fill("corte");
    await expect(achados(page).filter({ hasText: "Corte feminino" })).toBeVisible();
    await busca.fill("ana");
    await expect(page.getByText("Nada encontrado. Tente outra palavra.")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(busca).toBeHidden();
  });
});
