import type { Route } from "@playwright/test";
import { MENU_DE_MASTER, MENUS_DA_DEMONSTRACAO } from "../tests/support/menus";
import { expect, ouve, test, titulo } from "./fixtures";

test("cada pessoa vê no menu só o que pode abrir", async ({ page, context, entrar, banco, isMobile }) => {
  const menu = page.getByRole("navigation", { name: "Menu" });
  for (const [quem, esperados] of Object.entries(MENUS_DA_DEMONSTRACAO)) {
    const [pessoa] = await banco.ler<{ id: number }>("select id from usuarios where email = $1", [
      `${quem}@exemplo.com.br`,
    ]);
    // What the former one still waits for is not asked for in the name of the next.
    await page.goto("about:blank");
    await entrar(context, pessoa!.id);
    await page.goto("/conta");
    const naBarra = isMobile && esperados.length > 5 ? esperados.slice(0, 4) : esperados;
    // Whoever waits for a person is counted behind the name.
    await expect(menu.getByRole("link")).toHaveText(naBarra.map((um) => new RegExp(`^${um}`)));
    await expect(menu.getByRole("button", { name: "Mais" })).toBeVisible({ visible: naBarra !== esperados });
  }
});

test("no celular, Mais leva às outras telas", { tag: ["@celular", "@longo"] }, async ({ page }) => {
  await page.goto("/clientes");
  await page.getByRole("button", { name: "Mais" }).tap();
  const mais = page.getByRole("dialog", { name: "Mais" });
  await expect(mais.getByRole("link")).toHaveText(MENU_DE_MASTER.slice(4));
  await mais.getByRole("link", { name: "Auditoria" }).tap();
  await expect(titulo(page, "Auditoria")).toBeVisible();
  await expect(mais).toBeHidden();
  await expect(page.getByRole("button", { name: "Mais" })).toHaveAttribute("aria-current", "page");
});

test(
  "o menu recolhido e o tema escolhido continuam depois de recarregar",
  { tag: ["@computador", "@longo"] },
  async ({ page }) => {
    await test.step("menu", async () => {
      await page.goto("/servicos");
      await page.getByRole("button", { name: "Recolher menu" }).click();
      await expect(page.getByRole("button", { name: "Mostrar menu" })).toBeVisible();
      await page.reload();
      await expect(page.getByRole("button", { name: "Mostrar menu" })).toHaveAttribute("aria-expanded", "false");
      await page.getByRole("button", { name: "Mostrar menu" }).click();
      await page.reload();
      await expect(page.getByRole("button", { name: "Recolher menu" })).toBeVisible();
    });

    await test.step("tema", async () => {
      await page.goto("/servicos");
      const html = page.locator("html");
      await expect(html).toHaveClass(/light/);
      await page.getByRole("button", { name: "Alternar tema claro e escuro" }).click();
      await expect(html).toHaveClass(/dark/);
      await page.reload();
      await expect(html).toHaveClass(/dark/);
    });
  },
);

test("a primeira tecla Tab oferece pular para o conteúdo", { tag: ["@computador", "@longo"] }, async ({ page }) => {
  await page.goto("/servicos");
  await page.keyboard.press("Tab");
  const pular = page.getByRole("link", { name: "Pular para o conteúdo" });
  await expect(pular).toBeFocused();
  await expect(pular).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test(
  "o que não existe é dito dentro da casa, com o caminho de volta",
  { tag: ["@computador", "@longo"] },
  async ({ page, queixas }) => {
    queixas.tolerar(/status of 404/);
    for (const endereco of ["/cargos/999999", "/servicos/abc", "/nao-existe"]) {
      expect((await page.goto(endereco))?.status()).toBe(404);
      await expect(titulo(page, "Não encontramos esta página")).toBeVisible();
    }
    await page.goto("/cargos/999999");
    await expect(page.getByRole("navigation", { name: "Menu" })).toBeVisible();
    await page.getByRole("link", { name: "Ir para o início" }).click();
    await expect(page).toHaveURL(/\/inicio$/);
  },
);

test.describe("quem não pode", () => {
  test.use({ quem: "atendente" });

  test(
    "recebe uma recusa dentro da casa, que fica na trilha",
    { tag: "@celular" },
    async ({ page, queixas, banco }) => {
      queixas.tolerar(/status of 403/);
      const recusas = `select count(*)::int as n from log_auditoria where ato = 'acesso.recusado'
      and ator_id = (select id from usuarios where email = 'atendente@exemplo.com.br')`;
      const [antes] = await banco.ler<{ n: number }>(recusas);
      expect((await page.goto("/auditoria"))?.status()).toBe(403);
      await expect(titulo(page, "Você não pode abrir esta tela")).toBeVisible();
      await expect(page.getByRole("navigation", { name: "Menu" })).toBeVisible();
      const [depois] = await banco.ler<{ n: number }>(recusas);
      expect(depois!.n).toBeGreaterThan(antes!.n);
    },
  );
});

test("uma linha de progresso aparece quando a tela demora", { tag: ["@computador", "@longo"] }, async ({ page }) => {
  await page.goto("/clientes");
  await ouve(page, "nav[aria-label=Menu] a");
  const presas: Route[] = [];
  await page.route("**/servicos?_rsc=*", (route) => void presas.push(route));
  const progresso = page.getByRole("progressbar", { name: "Carregando" });
  await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Serviços" }).click();
  await expect(progresso).toBeVisible();
  for (const presa of presas) await presa.continue();
  await expect(titulo(page, "Serviços")).toBeVisible();
  await expect(progresso).toBeHidden();
});
