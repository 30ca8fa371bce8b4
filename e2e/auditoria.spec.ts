import type { Page } from "@playwright/test";
import { expect, test, titulo, unico } from "./fixtures";

const trilha = (page: Page) => page.getByRole("table", { name: "registros" }).locator("tbody").getByRole("row");
const modelo = { preco_centavos: 4500, duracao_minutos: 30, cor: "verde" };

test(
  "conta o que acabou de ser feito: quem, o quê, antes e depois",
  { tag: "@computador" },
  async ({ page, banco }) => {
    const nome = unico("Banho de lua");
    const id = await banco.criar("servicos", { ...modelo, nome });
    await page.goto(`/servicos/${id}`);
    await page.getByRole("textbox", { name: "Preço" }).fill("1.234,5");
    await page.getByText("A partir de").click();
    await page.getByRole("textbox", { name: "Duração" }).fill("1h30");
    await page.getByRole("button", { name: "Salvar serviço" }).click();
    await expect(page.getByText("Serviço salvo.")).toBeVisible();

    await page.goto(`/servicos/${id}`);
    await page.getByRole("link", { name: "Histórico" }).click();
    await expect(titulo(page, "Histórico")).toBeVisible();
    await expect(page.getByText(`Serviço ${nome}`).first()).toBeVisible();
    await expect(trilha(page)).toHaveCount(2);
    const edicao = trilha(page).first();
    await expect(edicao).toContainText("Dona Célia Monteiro");
    await expect(edicao).toContainText("Editou o serviço");
    await edicao.locator("summary").click();
    await expect(edicao).toContainText(/CobrançaPreço fixo→A partir de/);
    await expect(edicao).toContainText(/PreçoR\$\s45,00→R\$\s1\.234,50/);
    await expect(edicao).toContainText("Duração30 min→1 h 30 min");
    await edicao.getByRole("link", { name: nome }).click();
    await expect(page).toHaveURL(`/servicos/${id}`);
  },
);

test(
  "filtra por pessoa, área, ato e período, e busca pelo nome do registro",
  { tag: ["@computador", "@longo"] },
  async ({ page, context, entrar, novaPessoa, banco }) => {
    const { id, nome } = await novaPessoa({ tipo: "master" });
    const cargo = unico("Perfumista");
    await entrar(context, id);
    await page.goto("/cargos/novo");
    await page.getByRole("textbox", { name: "Nome" }).fill(cargo);
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(page.getByText("Cargo criado.")).toBeVisible();
    const [criado] = await banco.ler<{ id: number }>("select id from cargos where nome = $1", [cargo]);
    await page.goto(`/cargos/${criado!.id}`);
    await page.getByRole("textbox", { name: "Descrição" }).fill("Escolhe o cheiro");
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(page.getByText("Cargo salvo.")).toBeVisible();

    await page.goto("/auditoria");
    await page.getByRole("combobox", { name: "Quem" }).selectOption(nome);
    await expect(trilha(page)).toHaveCount(2);
    await page.getByRole("combobox", { name: "Área" }).selectOption("Serviços");
    await expect(page.getByRole("heading", { name: "Nada encontrado" })).toBeVisible();
    await page.getByRole("combobox", { name: "Área" }).selectOption("Cargos");
    await expect(trilha(page)).toHaveCount(2);
    await page.getByRole("button", { name: "Pesquisa avançada" }).click();
    await page.getByRole("combobox", { name: "Ato" }).selectOption("Editou o cargo");
    await expect(trilha(page)).toHaveCount(1);
    await expect(trilha(page)).toContainText("Escolhe o cheiro");
    await page.getByLabel("até").fill("2020-01-31");
    await expect(page.getByRole("heading", { name: "Nada encontrado" })).toBeVisible();
    await page.getByRole("button", { name: "Limpar filtros" }).click();
    await page.getByLabel("de", { exact: true }).fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    await page.getByRole("textbox", { name: "Buscar por nome do registro" }).fill(cargo.toUpperCase());
    await expect(trilha(page)).toHaveText([/Editou o cargo/, /Criou o cargo/]);
  },
);

test(
  "o que foi excluído continua contado pelo nome que tinha",
  { tag: ["@celular", "@longo"] },
  async ({ page, banco }) => {
    const nome = unico("Folguista");
    await banco.criar("cargos", { nome });
    await page.goto(`/cargos?busca=${encodeURIComponent(nome)}`);
    await page.getByRole("button", { name: "Ações" }).tap();
    await page.getByRole("menuitem", { name: "Excluir" }).tap();
    await page.getByRole("button", { name: "Excluir cargo" }).tap();
    await expect(page.getByText("Cargo excluído.")).toBeVisible();
    await page.goto(`/auditoria?busca=${encodeURIComponent(nome)}`);
    await expect(trilha(page).first()).toContainText("Excluiu o cargo");
    await expect(trilha(page).first()).toContainText(`Cargo ${nome}`);
  },
);

test("nenhum segredo aparece na trilha", { tag: ["@computador", "@longo"] }, async ({ page, novaPessoa, banco }) => {
  const { id, nome } = await novaPessoa();
  await page.goto(`/usuarios?busca=${encodeURIComponent(nome)}`);
  await page.getByRole("button", { name: "Ações" }).click();
  await page.getByRole("menuitem", { name: "Redefinir senha" }).click();
  await page.getByRole("button", { name: "Redefinir senha" }).click();
  const senha = await page
    .getByRole("dialog")
    .getByText(/^\w{4}-\w{4}-\w{4}$/)
    .innerText();
  const [usuario] = await banco.ler<{ senha_hash: string }>("select senha_hash from usuarios where id = $1", [id]);

  await page.goto(`/auditoria?entidade=usuarios&registro=${id}`);
  const redefinicao = trilha(page).filter({ hasText: "Redefiniu a senha" });
  await redefinicao.locator("summary").click();
  await expect(redefinicao).toContainText("Senha•••→•••");
  await expect(redefinicao).toContainText("Precisa trocar a senhanão→sim");
  const html = await page.content();
  for (const segredo of [senha, usuario!.senha_hash, "argon2"]) expect(html).not.toContain(segredo);
});
