import { expect, SENHA, test, titulo, unico } from "./fixtures";

test(
  "cria um usuário a partir de um conjunto, e ele entra com a senha temporária",
  { tag: "@celular" },
  async ({ page, outroAparelho }) => {
    const nome = unico("Tatiana Reis");
    const email = `${nome.toLowerCase().replaceAll(" ", ".")}@exemplo.com.br`;
    await page.goto("/usuarios");
    await page.getByRole("link", { name: "Novo usuário" }).click();
    await page.getByRole("textbox", { name: "Nome", exact: true }).fill(nome);
    await page.getByRole("textbox", { name: "E-mail", exact: true }).fill(email);
    await page.getByRole("button", { name: "Atendente" }).click();
    await expect(page.getByRole("switch", { name: "Pode ver a agenda" })).toBeChecked();
    await expect(page.getByRole("switch", { name: "Pode ver relatórios e valores" })).not.toBeChecked();
    await page.getByRole("button", { name: "Salvar usuário" }).click();

    const dialogo = page.getByRole("dialog", { name: `Senha temporária de ${nome}` });
    const senha = (await dialogo.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent())!;
    await dialogo.getByRole("button", { name: "Fechar" }).last().click();
    await expect(page).toHaveURL("/usuarios");

    const outro = await outroAparelho();
    await outro.goto("/entrar");
    await outro.getByLabel("E-mail").fill(email);
    await outro.getByLabel("Senha").fill(senha);
    await outro.getByRole("button", { name: "Entrar", exact: true }).click();
    await expect(titulo(outro, "Escolha a sua senha")).toBeVisible();
  },
);

test("copiar de… traz o que outra pessoa pode", { tag: ["@computador", "@longo"] }, async ({ page, novaPessoa }) => {
  const modelo = await novaPessoa({ pode_cadastrar_cargo: true });
  await page.goto("/usuarios/novo");
  await page.getByRole("combobox", { name: "Copiar de outro usuário" }).selectOption({ label: modelo.nome });
  await expect(page.getByRole("switch", { checked: true })).toHaveCount(1);
  await expect(page.getByRole("switch", { name: "Pode cadastrar e editar cargos" })).toBeChecked();
});

test(
  "desativar diz o que acontece, e a pessoa sai na hora",
  { tag: "@computador" },
  async ({ page, novaPessoa, outroAparelho }) => {
    const { nome, email, id } = await novaPessoa();
    const outro = await outroAparelho();
    await outro.goto("/entrar");
    await outro.getByLabel("E-mail").fill(email);
    await outro.getByLabel("Senha").fill(SENHA);
    await outro.getByRole("button", { name: "Entrar", exact: true }).click();
    await expect(titulo(outro, "Início")).toBeVisible();

    await page.goto(`/usuarios/${id}`);
    await page.getByRole("button", { name: "Desativar" }).click();
    const dialogo = page.getByRole("dialog", { name: `Desativar ${nome}?` });
    await expect(dialogo).toContainText("A sessão aberta termina na hora.");
    await expect(dialogo).toContainText("Nenhum funcionário está ligado a este usuário.");
    await dialogo.getByRole("button", { name: "Desativar usuário" }).click();
    await expect(page.getByText(`${nome} não entra mais.`)).toBeVisible();
    await outro.goto("/servicos");
    await expect(outro).toHaveURL(/\/entrar/);
  },
);

test(
  "a pesquisa avançada fica no endereço: resiste a recarregar e a voltar",
  { tag: ["@computador", "@longo"] },
  async ({ page }) => {
    await page.goto("/usuarios");
    await page.getByRole("button", { name: "Pesquisa avançada" }).click();
    await page.getByRole("combobox", { name: "Permissão" }).selectOption("pode_ver_relatorios");
    await page
      .getByRole("searchbox")
      .or(page.getByRole("textbox", { name: /Buscar por nome/ }))
      .fill("OTAVIO");
    await expect(page).toHaveURL("/usuarios?permissao=pode_ver_relatorios&busca=OTAVIO");
    await page.reload();
    await expect(page.getByRole("combobox", { name: "Permissão" })).toHaveValue("pode_ver_relatorios");
    await expect(page.getByRole("row", { name: /Otávio Mendes/ })).toBeVisible();
    await page
      .getByRole("row", { name: /Otávio Mendes/ })
      .getByRole("link")
      .click();
    await expect(titulo(page, "Otávio Mendes")).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL("/usuarios?permissao=pode_ver_relatorios&busca=OTAVIO");
    await page.getByRole("button", { name: "Limpar filtros" }).click();
    await expect(page).toHaveURL("/usuarios?busca=OTAVIO");
  },
);
