import { expect, recado, test, unico } from "./fixtures";

test.use({ quem: "gerente" });

const lista = (busca: string) => `/cargos?busca=${encodeURIComponent(busca)}`;

test("a lista busca sem acento e ordena", { tag: ["@computador", "@longo"] }, async ({ page, banco, isMobile }) => {
  const codigo = unico("").trim();
  const maquiadora = await banco.criar("cargos", { nome: `Técnica em maquiagem ${codigo}` });
  await banco.criar("cargos", { nome: `Auxiliar técnica ${codigo}` });
  await banco.criar("funcionarios", { nome: unico("Ana"), cargo_id: maquiadora });

  await page.goto("/cargos");
  await page.getByRole("textbox", { name: "Buscar cargo" }).fill(`TECNICA ${codigo}`);
  const nomes = page.getByRole("main").getByRole("link", { name: codigo });
  await expect(nomes).toHaveText([/^Auxiliar/, /^Técnica/]);
  await expect(page.getByRole("status").filter({ hasText: "2 cargos" })).toBeVisible();

  if (isMobile) {
    await page.getByRole("button", { name: "Filtros" }).tap();
    await page.getByRole("combobox", { name: "Ordenar" }).selectOption("Funcionários, decrescente");
  } else {
    await page.getByRole("button", { name: "Funcionários" }).click();
    await expect(nomes).toHaveText([/^Auxiliar/, /^Técnica/]);
    await page.getByRole("button", { name: "Funcionários" }).click();
    await expect(page.getByRole("columnheader", { name: "Funcionários" })).toHaveAttribute("aria-sort", "descending");
  }
  await expect(nomes).toHaveText([/^Técnica/, /^Auxiliar/]);
  await expect(page).toHaveURL(/ordem=-funcionarios/);
});

test(
  "cria um cargo, dizendo o que falta e, sem perder nada, que o nome já existe",
  { tag: "@computador" },
  async ({ page, banco }) => {
    await test.step("o que falta", async () => {
      const nome = unico("Massagista");
      await page.goto("/cargos");
      await page.getByRole("link", { name: "Novo cargo" }).click();
      const campo = page.getByRole("textbox", { name: "Nome" });
      await campo.click();
      await campo.blur();
      await expect(page.getByText("Informe o nome do cargo.")).toBeVisible();
      await campo.fill(nome);
      await expect(page.getByText("Informe o nome do cargo.")).toBeHidden();
      await page.getByRole("textbox", { name: "Descrição" }).fill("Relaxa quem chega cansado");
      await page.getByRole("button", { name: "Salvar cargo" }).click();
      await expect(page.getByText("Cargo criado.")).toBeVisible();
      await expect(page).toHaveURL("/cargos");
      await page.goto(lista(nome));
      await expect(page.getByRole("row", { name: nome })).toContainText("Relaxa quem chega cansado");
    });

    await test.step("o nome já existe", async () => {
      const nome = unico("Podóloga");
      await banco.criar("cargos", { nome });
      await page.goto("/cargos/novo");
      await page.getByRole("textbox", { name: "Nome" }).fill(nome.replace("Podóloga", "PODOLOGA"));
      await page.getByRole("textbox", { name: "Descrição" }).fill("Cuida dos pés");
      await page.getByRole("button", { name: "Salvar cargo" }).click();
      const campo = page.getByRole("textbox", { name: "Nome" });
      await expect(campo).toHaveAccessibleDescription("Já existe um cargo com este nome.");
      await expect(campo).toBeFocused();
      await expect(page.getByRole("textbox", { name: "Descrição" })).toHaveValue("Cuida dos pés");

      await campo.fill(unico("Podóloga infantil"));
      await page.getByRole("button", { name: "Salvar cargo" }).click();
      await expect(page.getByText("Cargo criado.")).toBeVisible();
    });
  },
);

test(
  "não exclui o cargo que alguém tem, e diz quantos; exclui o que ninguém tem",
  { tag: "@celular" },
  async ({ page, banco }) => {
    const codigo = unico("").trim();
    const ocupado = await banco.criar("cargos", { nome: `Ocupado ${codigo}` });
    await banco.criar("cargos", { nome: `Livre ${codigo}` });
    for (const nome of ["Ana", "Bruno"]) await banco.criar("funcionarios", { nome, cargo_id: ocupado });
    await page.goto(lista(codigo));

    await page.getByRole("button", { name: "Ações" }).nth(1).click();
    await page.getByRole("menuitem", { name: "Excluir" }).click();
    await page.getByRole("button", { name: "Excluir cargo" }).click();
    await expect(recado(page)).toContainText("2 funcionários têm este cargo.");
    await page.getByRole("dialog").getByText("Fechar").click();

    await page.getByRole("button", { name: "Ações" }).first().click();
    await page.getByRole("menuitem", { name: "Excluir" }).click();
    await expect(page.getByRole("dialog", { name: `Excluir o cargo Livre ${codigo}?` })).toBeVisible();
    await page.getByRole("button", { name: "Excluir cargo" }).click();
    await expect(page.getByText("Cargo excluído.")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "1 cargo" })).toBeVisible();
  },
);
