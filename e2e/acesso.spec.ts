import type { Page } from "@playwright/test";
import { expect, recado, SENHA, test, titulo } from "./fixtures";

test.use({ quem: null });

async function entrarDigitando(page: Page, email: string, senha: string) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Senha").fill(senha);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
}

test("a senha errada diz que não confere e não apaga o e-mail; a certa entra na primeira tela que pode abrir", async ({
  page,
  isMobile,
}) => {
  await page.goto("/entrar");
  await entrarDigitando(page, "gerente@exemplo.com.br", "outra senha");
  await expect(recado(page)).toHaveText("E-mail ou senha não conferem.");
  await expect(page.getByLabel("E-mail")).toHaveValue("gerente@exemplo.com.br");
  await expect(page.getByLabel("Senha")).toHaveValue("");

  await entrarDigitando(page, " Master@exemplo.com.br ", SENHA);
  await expect(page).toHaveURL(isMobile ? /\/agenda$/ : /\/inicio$/);
  if (isMobile) await expect(page.getByRole("button", { name: "Agendar", exact: true })).toBeVisible();
  else await expect(titulo(page, "Início")).toBeVisible();
});

test(
  "um toque entra na demonstração como cada pessoa",
  { tag: ["@celular", "@longo"] },
  async ({ page, context, queixas }) => {
    // What a page still asks for while its session goes.
    queixas.tolerar(/status of 401/);
    for (const [quem, tela] of [
      ["Master", /\/agenda$/],
      ["Gerente", /\/agenda$/],
      ["Atendente", /\/agenda$/],
      ["Relatórios", /\/inicio$/],
    ] as const) {
      await page.goto("/entrar");
      await page.getByRole("button", { name: quem }).tap();
      await expect(page).toHaveURL(tela);
      await context.clearCookies();
    }
  },
);

test(
  "depois de entrar, volta à tela que tinha pedido, e nunca a outro site",
  { tag: "@computador" },
  async ({ page, context }) => {
    await page.goto("/cargos?busca=barb");
    await expect(page).toHaveURL(/\/entrar\?voltar=/);
    await entrarDigitando(page, "gerente@exemplo.com.br", SENHA);
    await expect(page).toHaveURL("/cargos?busca=barb");
    await expect(page.getByRole("link", { name: "Barbeiro" })).toBeVisible();

    // Else the open page asks for news that it may no longer read.
    await page.goto("about:blank");
    await context.clearCookies();
    await page.goto(`/entrar?voltar=${encodeURIComponent("//exemplo.com.br/roubo")}`);
    await entrarDigitando(page, "relatorios@exemplo.com.br", SENHA);
    await expect(page).toHaveURL("/inicio");
  },
);

test.describe("sem JavaScript", { tag: "@celular" }, () => {
  test.use({ javaScriptEnabled: false });

  test("entra, e a senha errada também diz por quê", async ({ page }) => {
    await page.goto("/entrar?voltar=/servicos");
    await entrarDigitando(page, "atendente@exemplo.com.br", "outra senha");
    await expect(recado(page)).toHaveText("E-mail ou senha não conferem.");
    await expect(page.getByLabel("E-mail")).toHaveValue("atendente@exemplo.com.br");
    await entrarDigitando(page, "atendente@exemplo.com.br", SENHA);
    await expect(page).toHaveURL("/servicos");
    await expect(titulo(page, "Serviços")).toBeVisible();
  });
});

test(
  "sair fecha a porta, e voltar não mostra mais nada",
  { tag: "@celular" },
  async ({ page, context, entrar, novaPessoa }) => {
    const { id, nome } = await novaPessoa();
    await entrar(context, id);
    await page.goto("/servicos");
    await page.getByRole("button", { name: `Conta de ${nome}` }).click();
    await page.getByRole("button", { name: "Sair" }).click();
    await expect(titulo(page, "Entrar")).toBeVisible();
    await page.goto("/servicos");
    await expect(titulo(page, "Entrar")).toBeVisible();
  },
);
