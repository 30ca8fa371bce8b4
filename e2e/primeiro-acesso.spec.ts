import { openCompany } from "@/tests/setup/playwright";
import { semFaltas } from "./acessibilidade";
import { expect, test, titulo } from "./fixtures";

test.use({ quem: null });

test(
  "o primeiro acesso cria a empresa e o master, uma vez só",
  { tag: ["@computador", "@longo"] },
  async ({ page }) => {
    test.setTimeout(120_000);
    const { url, stop } = await openCompany("--vazio");
    try {
      await page.goto(url);
      await expect(titulo(page, "Vamos começar")).toBeVisible();
      await semFaltas(page, "/primeiro-acesso");
      await page.getByLabel("Nome da empresa").fill("Salão da Célia");
      await page.getByLabel("Seu nome").fill("Dona Célia");
      await page.getByLabel("E-mail").fill("celia@exemplo.com.br");
      await page.getByLabel("Senha").fill("curta");
      await page.getByRole("button", { name: "Criar empresa" }).click();
      await expect(page.getByText("Use pelo menos 10 caracteres.")).toBeVisible();
      await expect(page.getByLabel("Nome da empresa")).toHaveValue("Salão da Célia");

      await page.getByLabel("Senha").fill("o salão abre às nove");
      await page.getByRole("button", { name: "Criar empresa" }).click();
      await expect(page.getByRole("complementary")).toContainText("Salão da Célia");
      await page.goto(`${url}/cargos`);
      for (const cargo of ["Atendente", "Especialista", "Gerente"])
        await expect(page.getByRole("link", { name: cargo })).toBeVisible();

      // Else the open page asks for news that it may no longer read.
      await page.goto("about:blank");
      await page.context().clearCookies();
      await page.goto(`${url}/primeiro-acesso`);
      await expect(titulo(page, "Entrar")).toBeVisible();
    } finally {
      await stop();
    }
  },
);
