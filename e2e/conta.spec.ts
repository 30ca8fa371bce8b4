import type { BrowserContext, Page } from "@playwright/test";
import { expect, SENHA, test, titulo, unico, type Fixtures } from "./fixtures";

test.use({ quem: null });

const SENHA_NOVA = "café da manhã às sete";

async function trocarSenha(page: Page, atual: string, nova: string) {
  await page.getByLabel("Senha atual").fill(atual);
  await page.getByLabel("Senha nova").fill(nova);
  await page.getByRole("button", { name: "Trocar senha" }).click();
}

type DoisAparelhos = Pick<Fixtures, "entrar" | "novaPessoa" | "outroAparelho"> & {
  page: Page;
  context: BrowserContext;
};

/** Somebody's account on `page`, while they are signed in on another device too. @returns the other */
async function noutroTambem({ page, context, entrar, novaPessoa, outroAparelho }: DoisAparelhos) {
  const { id } = await novaPessoa();
  const outro = await outroAparelho();
  await entrar(context, id);
  await entrar(outro.context(), id);
  await page.goto("/conta");
  return outro;
}

test(
  "quem recebe uma senha temporária troca por outra e entra",
  { tag: "@celular" },
  async ({ page, outroAparelho, novaPessoa, banco }) => {
    const { nome, email } = await novaPessoa();
    const master = await outroAparelho();
    await master.goto("/entrar");
    await master.getByRole("button", { name: "Master" }).click();
    await expect(master).toHaveURL(/\/(agenda|inicio)$/);
    await master.goto(`/usuarios?busca=${encodeURIComponent(nome)}`);
    await master.getByRole("button", { name: "Ações" }).click();
    await master.getByRole("menuitem", { name: "Redefinir senha" }).click();
    await master.getByRole("button", { name: "Redefinir senha" }).click();
    const dialogo = master.getByRole("dialog", { name: `Senha temporária de ${nome}` });
    const temporaria = await dialogo.getByText(/^\w{4}-\w{4}-\w{4}$/).innerText();

    await page.goto("/entrar");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Senha").fill(temporaria);
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
    await expect(titulo(page, "Escolha a sua senha")).toBeVisible();
    await expect(page).toHaveURL("/trocar-senha");

    await trocarSenha(page, temporaria, "1234567890");
    await expect(page.getByText("Esta senha é das mais usadas no mundo. Escolha outra.")).toBeVisible();
    await page.goto("/servicos");
    await expect(page).toHaveURL("/trocar-senha");
    await trocarSenha(page, temporaria, SENHA_NOVA);
    await expect(titulo(page, "Início")).toBeVisible();
    const [usuario] = await banco.ler("select deve_trocar_senha, senha_expira_em from usuarios where email = $1", [
      email,
    ]);
    expect(usuario).toEqual({ deve_trocar_senha: false, senha_expira_em: null });
  },
);

test(
  "trocar a própria senha pede a atual e faz os outros aparelhos entrarem de novo",
  { tag: "@computador" },
  async ({ page, context, entrar, novaPessoa, outroAparelho }) => {
    const outro = await noutroTambem({ page, context, entrar, novaPessoa, outroAparelho });
    await trocarSenha(page, "não é esta", SENHA_NOVA);
    await expect(page.getByText("Esta não é a sua senha atual.")).toBeVisible();
    await trocarSenha(page, SENHA, SENHA_NOVA);
    await expect(page.getByText("Esta não é a sua senha atual.")).toBeHidden();
    await expect(titulo(page, "Minha conta")).toBeVisible();
    await outro.goto("/conta");
    await expect(titulo(outro, "Entrar")).toBeVisible();
  },
);

test(
  "encerra a sessão de outro aparelho sem sair deste",
  { tag: ["@computador", "@longo"] },
  async ({ page, context, entrar, novaPessoa, outroAparelho }) => {
    const outro = await noutroTambem({ page, context, entrar, novaPessoa, outroAparelho });
    const sessoes = page.getByRole("listitem").filter({ hasText: "Último uso" });
    await expect(sessoes).toHaveCount(2);
    await page.getByRole("button", { name: "Encerrar" }).click();
    await expect(page.getByText("Sessão encerrada.")).toBeVisible();
    await expect(sessoes).toHaveCount(1);
    await expect(sessoes).toContainText("este aparelho");
    await outro.goto("/servicos");
    await expect(titulo(outro, "Entrar")).toBeVisible();
  },
);

test(
  "sair de todos os aparelhos termina também este",
  { tag: ["@celular", "@longo"] },
  async ({ page, context, entrar, novaPessoa, outroAparelho }) => {
    const outro = await noutroTambem({ page, context, entrar, novaPessoa, outroAparelho });
    await page.getByRole("button", { name: "Sair de todos os aparelhos" }).tap();
    await expect(titulo(page, "Entrar")).toBeVisible();
    await outro.goto("/servicos");
    await expect(titulo(outro, "Entrar")).toBeVisible();
  },
);

test(
  "muda o próprio nome e telefone e o tema, e vê o que pode",
  { tag: ["@celular", "@longo"] },
  async ({ page, context, entrar, novaPessoa, banco }) => {
    await test.step("dados", async () => {
      const { id } = await novaPessoa({ pode_agendar: true, pode_ver_agendamentos: true });
      await entrar(context, id);
      await page.goto("/conta");
      const nome = unico("Bruna Casada");
      await page.getByRole("textbox", { name: "Nome" }).fill(nome);
      await page.getByRole("textbox", { name: "Telefone" }).fill("2198");
      await page.getByRole("button", { name: "Salvar dados" }).click();
      await expect(page.getByText("Confira o telefone com DDD, por exemplo 11 98765-4321.")).toBeVisible();
      const numero = `219${80_000_000 + (id % 20_000_000)}`;
      await page.getByRole("textbox", { name: "Telefone" }).fill(numero);
      await page.getByRole("button", { name: "Salvar dados" }).click();
      await expect(page.getByText("Seus dados foram salvos.")).toBeVisible();
      await expect(page.getByRole("main")).toContainText(nome);
      expect(await banco.ler("select nome, telefone from usuarios where id = $1", [id])).toEqual([
        { nome, telefone: `+55${numero}` },
      ]);
      await expect(page.getByRole("listitem").filter({ hasText: /^Pode / })).toHaveText([
        "Pode ver serviços e preços",
        "Pode marcar, remarcar e cancelar horários",
        "Pode ver a agenda",
      ]);
    });

    await test.step("tema", async () => {
      await page.goto("/conta");
      await page.getByText("Escuro", { exact: true }).tap();
      await expect(page.locator("html")).toHaveClass(/dark/);
      await page.goto("/servicos");
      await expect(page.locator("html")).toHaveClass(/dark/);
    });
  },
);
