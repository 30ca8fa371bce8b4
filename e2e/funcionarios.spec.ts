import type { Page } from "@playwright/test";
import { escolher, expect, recado, test, titulo, unico } from "./fixtures";

const lista = (busca: string) => `/funcionarios?busca=${encodeURIComponent(busca)}`;
const salvar = (page: Page) => page.getByRole("button", { name: "Salvar funcionário" }).click();
const servico = (page: Page, nome: string) => page.getByRole("group", { name: nome, exact: true });

test(
  "cadastra quem não usa o computador, com o que faz e o que nela é diferente",
  { tag: "@computador" },
  async ({ page }) => {
    const nome = unico("Dona Célia");
    await page.goto("/funcionarios/novo");
    await page.getByRole("textbox", { name: "Nome" }).fill(nome);
    await page.getByRole("textbox", { name: "Telefone" }).fill("11 98765-4321");
    await escolher(page, "Cargo", "Manicure");
    await page.getByLabel("Admissão").fill("2026-03-02");

    // What is wrong is shown although its category was folded and the search hides it.
    await page.getByRole("textbox", { name: "Buscar serviço" }).fill("pe e mao");
    await servico(page, "Pé e mão").getByText("Pé e mão").click();
    await servico(page, "Pé e mão").getByRole("button", { name: "Mudar tempo ou preço" }).click();
    await servico(page, "Pé e mão").getByRole("textbox", { name: "Duração própria" }).fill("um pouco");
    await page.getByRole("textbox", { name: "Buscar serviço" }).fill("maquiagem");
    await servico(page, "Maquiagem").getByText("Maquiagem").click();
    await salvar(page);
    const duracao = servico(page, "Pé e mão").getByRole("textbox", { name: "Duração própria" });
    await expect(duracao).toHaveAccessibleDescription("Informe a duração, por exemplo 30 ou 1h30.");
    await expect(duracao).toBeFocused();
    await duracao.fill("1h15");
    await servico(page, "Pé e mão").getByRole("textbox", { name: "Preço próprio" }).fill("82,5");
    await expect(page.getByText("2 marcados")).toBeVisible();
    await salvar(page);

    await expect(page.getByText("Funcionário cadastrado.")).toBeVisible();
    await expect(page).toHaveURL("/funcionarios");
    await page.goto(lista(nome));
    await expect(page.getByRole("row", { name: nome })).toContainText(/Manicure.*2.*02\/03\/2026/);
    await page.getByRole("link", { name: nome }).click();
    await expect(titulo(page, nome)).toBeVisible();
    await expect(servico(page, "Pé e mão").getByRole("textbox", { name: "Preço próprio" })).toHaveValue("82,50");
    await expect(servico(page, "Maquiagem").getByRole("checkbox")).toBeChecked();
    await expect(page.getByRole("radio", { name: "Não entra" })).toBeChecked();
  },
);

test(
  "o master dá acesso ao cadastrar: a senha aparece uma vez, e com ela a pessoa entra",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco, outroAparelho }) => {
    const nome = unico("Bruno Sales");
    const email = `${nome.toLowerCase().replaceAll(" ", ".")}@exemplo.com.br`;
    await page.goto("/funcionarios/novo");
    await page.getByRole("textbox", { name: "Nome" }).fill(nome);
    await escolher(page, "Cargo", "Barbeiro");
    await page.getByText("Criar usuário").click();
    await page.getByRole("textbox", { name: "E-mail" }).fill("gerente@exemplo.com.br");
    await page.getByRole("button", { name: "Atendente" }).click();
    await salvar(page);
    const campo = page.getByRole("textbox", { name: "E-mail" });
    await expect(campo).toHaveAccessibleDescription(/Já existe alguém com este e-mail\./);
    await campo.fill(email);
    await salvar(page);

    const dialogo = page.getByRole("dialog", { name: `Senha temporária de ${nome}` });
    const senha = (await dialogo.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent())!;
    await dialogo.getByRole("button", { name: "Fechar" }).last().click();
    await expect(page).toHaveURL("/funcionarios");
    await expect(page.getByText(senha)).toBeHidden();

    const outra = await outroAparelho();
    await outra.goto("/entrar");
    await outra.getByLabel("E-mail").fill(email);
    await outra.getByLabel("Senha", { exact: true }).fill(senha);
    await outra.getByRole("button", { name: "Entrar", exact: true }).click();
    await expect(titulo(outra, "Escolha a sua senha")).toBeVisible();
    const [criado] = await banco.ler(
      `select u.tipo, u.pode_agendar, u.pode_ver_relatorios from funcionarios f join usuarios u on u.id = f.usuario_id
       where f.nome = $1`,
      [nome],
    );
    expect(criado).toEqual({ tipo: "restrito", pode_agendar: true, pode_ver_relatorios: false });
  },
);

test(
  "quando o último dia chegou, pergunta se desativa e lembra do acesso que continua aberto",
  { tag: ["@celular", "@longo"] },
  async ({ page, banco, novaPessoa }) => {
    const pessoa = await novaPessoa();
    const [cargo] = await banco.ler<{ id: number }>("select id from cargos limit 1");
    const nome = unico("Carla");
    const linha = { nome, cargo_id: cargo!.id, usuario_id: pessoa.id, admissao: "2024-01-01" };
    const id = await banco.criar("funcionarios", linha);
    await page.goto(`/funcionarios/${id}`);
    const largura = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(largura, "um usuário de nome longo não alarga a tela").toBe(390);
    await page.getByLabel("Último dia de trabalho").fill("2023-12-31");
    await salvar(page);
    await expect(page.getByText("O último dia não pode ser antes da admissão.")).toBeVisible();
    await page.getByLabel("Último dia de trabalho").fill("2025-12-31");
    await salvar(page);

    const dialogo = page.getByRole("dialog", { name: `Desativar ${nome}?` });
    await expect(dialogo).toContainText("O acesso ao sistema continua aberto.");
    await expect(dialogo.getByRole("link", { name: "Abrir o usuário" })).toHaveAttribute(
      "href",
      `/usuarios/${pessoa.id}`,
    );
    await dialogo.getByRole("button", { name: "Cancelar" }).click();
    await expect(page.getByText("O último dia de trabalho foi marcado para 31/12/2025.")).toBeVisible();
    await page.getByRole("button", { name: "Desativar" }).click();
    await dialogo.getByRole("button", { name: "Desativar" }).click();
    await expect(page.getByText(`${nome} não está mais na equipe ativa.`)).toBeVisible();
    await page.goto(lista(nome));
    await expect(page.getByRole("link", { name: nome })).toContainText("Inativo");
  },
);

test(
  "duas pessoas mexem nos serviços de uma funcionária: a segunda vê os dois lados e escolhe",
  { tag: ["@computador", "@longo"] },
  async ({ page, context, banco }) => {
    const [cargo] = await banco.ler<{ id: number }>("select id from cargos limit 1");
    const nome = unico("Ana");
    const id = await banco.criar("funcionarios", { nome, cargo_id: cargo!.id });
    const outra = await context.newPage();
    for (const [aba, escolhido] of [
      [page, "Barba"],
      [outra, "Maquiagem"],
    ] as const) {
      await aba.goto(`/funcionarios/${id}`);
      await aba.getByRole("textbox", { name: "Buscar serviço" }).fill(escolhido);
      await servico(aba, escolhido).getByText(escolhido).click();
    }
    await salvar(outra);
    await expect(outra.getByText("Funcionário salvo.")).toBeVisible();
    await salvar(page);
    const aviso = page.getByRole("main").getByRole("status").filter({ hasText: "Outra pessoa alterou" });
    await expect(aviso).toContainText("Agora: Maquiagem. Seu: Barba.");
    await aviso.getByRole("button", { name: "Usar os valores novos" }).click();
    await page.getByRole("textbox", { name: "Buscar serviço" }).fill("");
    await expect(page.getByText("1 marcado", { exact: true })).toBeVisible();
    await salvar(page);
    await expect(page.getByText("Funcionário salvo.")).toBeVisible();
    const feitos =
      "select s.nome from funcionario_servicos f join servicos s on s.id = f.servico_id where funcionario_id = $1";
    expect(await banco.ler(feitos, [id])).toEqual([{ nome: "Maquiagem" }]);
  },
);

test.describe("quem cadastra funcionários sem ser master", () => {
  test.use({ quem: "gerente" });

  test(
    "lê quem entra no sistema, mas não muda nem exclui",
    { tag: ["@computador", "@longo"] },
    async ({ page, banco, novaPessoa }) => {
      const pessoa = await novaPessoa();
      const [cargo] = await banco.ler<{ id: number }>("select id from cargos limit 1");
      const nome = unico("Diego");
      const id = await banco.criar("funcionarios", { nome, cargo_id: cargo!.id, usuario_id: pessoa.id });
      await page.goto(`/funcionarios/${id}`);
      await expect(page.getByRole("main")).toContainText(
        `Entra no sistema como ${pessoa.nome} (${pessoa.email}). Só um master muda isso.`,
      );
      await expect(page.getByText("Usa o sistema?")).toBeHidden();
      await page.getByRole("textbox", { name: "Como os clientes chamam" }).fill("Didi");
      await salvar(page);
      await expect(page.getByText("Funcionário salvo.")).toBeVisible();

      await page.goto(lista(nome));
      await expect(page.getByRole("link", { name: nome })).toContainText("(Didi)");
      await page.getByRole("button", { name: "Ações" }).click();
      await page.getByRole("menuitem", { name: "Excluir" }).click();
      await page.getByRole("button", { name: "Excluir funcionário" }).click();
      await expect(recado(page)).toContainText("só um master pode excluir");
      expect(await banco.ler("select usuario_id from funcionarios where id = $1", [id])).toEqual([
        { usuario_id: pessoa.id },
      ]);
    },
  );
});
