import type { Page } from "@playwright/test";
import { expect, test, titulo, unico } from "./fixtures";

const lista = (busca: string) => `/servicos?busca=${encodeURIComponent(busca)}`;
const linhas = (page: Page, codigo: string) => page.getByRole("main").getByRole("link", { name: codigo });
const total = (page: Page, texto: string) => page.getByRole("status").filter({ hasText: texto });

async function agir(page: Page, act: string, nth = 0) {
  await page.getByRole("button", { name: "Ações" }).nth(nth).click();
  await page.getByRole("menuitem", { name: act }).click();
}

const modelo = { preco_centavos: 4500, duracao_minutos: 30, cor: "verde" };

test("preço e duração são lidos como as pessoas escrevem", { tag: "@computador" }, async ({ page }) => {
  const nome = unico("Escova");
  await page.goto("/servicos/novo");
  await page.getByRole("textbox", { name: "Nome" }).fill(nome);
  for (const [campo, digitado, lido] of [
    ["Preço", "45", "45,00"],
    ["Preço", "45,5", "45,50"],
    ["Preço", "R$ 1.234,50", "1.234,50"],
    ["Duração", "30", "30 min"],
    ["Duração", "1h30", "1 h 30 min"],
  ] as const) {
    await page.getByRole("textbox", { name: campo }).fill(digitado);
    await page.getByRole("textbox", { name: campo }).blur();
    await expect(page.getByRole("textbox", { name: campo })).toHaveValue(lido);
  }
  await page.getByRole("textbox", { name: "Duração" }).fill("um pouco");
  await page.getByRole("button", { name: "Salvar serviço" }).click();
  await expect(page.getByRole("textbox", { name: "Duração" })).toBeFocused();
  await expect(page.getByText("Informe a duração, por exemplo 30 ou 1h30.")).toBeVisible();
  await page.getByRole("textbox", { name: "Duração" }).fill("1h30");
  await page.getByRole("button", { name: "Salvar serviço" }).click();
  await expect(page.getByText("Serviço criado.")).toBeVisible();
  await page.goto(lista(nome));
  await expect(page.getByRole("row", { name: nome })).toContainText(/1 h 30 min.*R\$\s1\.234,50/);
});

test(
  "sob avaliação não tem preço, e quem marca é uma pessoa",
  { tag: ["@celular", "@longo"] },
  async ({ page, banco }) => {
    const nome = unico("Mechas");
    await page.goto("/servicos/novo");
    await page.getByRole("textbox", { name: "Nome" }).fill(nome);
    await expect(page.getByRole("switch", { name: "O assistente pode marcar sozinho" })).toBeChecked();
    await page.getByText("Sob avaliação").click();
    await expect(page.getByRole("textbox", { name: "Preço" })).toBeHidden();
    await expect(page.getByRole("switch", { name: "O assistente pode marcar sozinho" })).toBeHidden();
    await page.getByRole("button", { name: "Salvar serviço" }).click();
    await expect(page.getByText("Serviço criado.")).toBeVisible();
    const [servico] = await banco.ler("select preco_centavos, assistente_agenda from servicos where nome = $1", [nome]);
    expect(servico).toEqual({ preco_centavos: null, assistente_agenda: false });
  },
);

test("só com o teclado, cria uma categoria nova e escolhe a cor", { tag: "@computador" }, async ({ page, banco }) => {
  const [nome, categoria] = [unico("Peeling"), unico("Estética")];
  await page.goto("/servicos/novo");
  const primeiro = page.getByRole("textbox", { name: "Nome" });
  await expect(primeiro).toBeEnabled();
  await primeiro.focus();
  await page.keyboard.type(nome);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Categoria" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByPlaceholder("Buscar ou criar…")).toBeFocused();
  await page.keyboard.type(categoria);
  await expect(page.getByRole("option")).toHaveText([`Criar “${categoria}”`]);
  await page.keyboard.press("Enter");
  const campo = page.getByRole("combobox", { name: "Categoria" });
  await expect(campo).toHaveText(categoria);
  await expect(campo).toBeFocused();

  await page.getByRole("radio", { name: "Verde" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Azul-céu" })).toBeChecked();
  await page.getByRole("textbox", { name: "Preço" }).focus();
  await page.keyboard.type("80");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Serviço criado.")).toBeVisible();
  expect(await banco.ler("select categoria, cor from servicos where nome = $1", [nome])).toEqual([
    { categoria, cor: "ceu" },
  ]);
});

test("escolhe com o dedo uma categoria que já existe", { tag: ["@celular", "@longo"] }, async ({ page }) => {
  await page.goto("/servicos/novo");
  const campo = page.getByRole("combobox", { name: "Categoria" });
  await campo.tap();
  await page.getByPlaceholder("Buscar ou criar…").fill("DEPILACAO");
  await page.getByRole("option", { name: "Depilação", exact: true }).tap();
  await expect(campo).toHaveText("Depilação");
});

test("duplica, ativa, desativa e exclui pela lista", { tag: "@computador" }, async ({ page, banco }) => {
  const codigo = unico("").trim();
  await banco.criar("servicos", { ...modelo, nome: `Luzes ${codigo}` });
  await page.goto(lista(codigo));

  await agir(page, "Duplicar");
  await expect(page.getByText("Cópia criada, ainda inativa.")).toBeVisible();
  await expect(titulo(page, `Luzes ${codigo} (cópia)`)).toBeVisible();
  await expect(page.getByRole("switch", { name: "Ativo" })).not.toBeChecked();

  await page.goto(lista(codigo));
  await expect(linhas(page, codigo)).toHaveText([`Luzes ${codigo}`, /\(cópia\)Inativo$/]);
  await agir(page, "Ativar", 1);
  await expect(page.getByText(`Luzes ${codigo} (cópia) ativado.`)).toBeVisible();
  await expect(linhas(page, codigo)).toHaveText([`Luzes ${codigo}`, /\(cópia\)$/]);
  await agir(page, "Desativar");
  await expect(linhas(page, codigo).first()).toHaveText(`Luzes ${codigo}Inativo`);
  await agir(page, "Excluir", 1);
  await page.getByRole("button", { name: "Excluir serviço" }).click();
  await expect(page.getByText("Serviço excluído.")).toBeVisible();
  await expect(linhas(page, codigo)).toHaveCount(1);
});

test(
  "os filtros ficam no endereço e resistem a recarregar e a voltar; Limpar filtros traz tudo de volta",
  { tag: ["@celular", "@longo"] },
  async ({ page, banco }) => {
    await test.step("resistem", async () => {
      const codigo = unico("").trim();
      await banco.criar("servicos", { ...modelo, nome: `Um ${codigo}`, categoria: `Sol ${codigo}` });
      await banco.criar("servicos", { ...modelo, nome: `Dois ${codigo}`, categoria: `Sol ${codigo}`, ativo: false });
      await banco.criar("servicos", { ...modelo, nome: `Três ${codigo}`, categoria: `Lua ${codigo}` });
      await page.goto(lista(codigo));
      await page.getByRole("button", { name: "Filtros" }).tap();
      await page.getByRole("combobox", { name: "Categoria" }).selectOption(`Sol ${codigo}`);
      await expect(total(page, "2 serviços")).toBeVisible();
      await page.getByRole("combobox", { name: "Situação" }).selectOption("Só inativos");
      await expect(linhas(page, codigo)).toHaveText([`Dois ${codigo}Inativo`]);

      await page.reload();
      await expect(linhas(page, codigo)).toHaveText([`Dois ${codigo}Inativo`]);
      await linhas(page, codigo).click();
      await expect(titulo(page, `Dois ${codigo}`)).toBeVisible();
      await page.goBack();
      await expect(linhas(page, codigo)).toHaveText([`Dois ${codigo}Inativo`]);
      await expect(page.getByRole("textbox", { name: "Buscar serviço" })).toHaveValue(codigo);
      await expect(page).toHaveURL(/ativo=nao/);
    });

    await test.step("limpar", async () => {
      await page.goto("/servicos?ativo=nao");
      await page.getByRole("textbox", { name: "Buscar serviço" }).fill("xyzxyz");
      await expect(page.getByRole("heading", { name: "Nada encontrado" })).toBeVisible();
      await page.getByRole("button", { name: "Limpar filtros" }).tap();
      await expect(page.getByRole("link", { name: "Barba", exact: true })).toBeVisible();
      await expect(page).toHaveURL("/servicos");
      await expect(page.getByRole("textbox", { name: "Buscar serviço" })).toHaveValue("");
    });
  },
);

test(
  "vai e volta entre as páginas sem repetir nem pular ninguém; as setas andam e Enter abre",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    await test.step("páginas", async () => {
      const etiqueta = unico("fiel");
      const nomes = Array.from({ length: 75 }, (_, n) => `Ana ${String(n).padStart(2, "0")} ${etiqueta}`);
      for (const nome of nomes) await banco.criar("usuarios", { nome, tipo: "cliente", etiquetas: [etiqueta] });
      const esperados = (de: number, ate: number) => nomes.slice(de, ate);
      const primeiras = page.getByRole("row").locator("td:first-child");
      await page.goto(`/clientes?ordem=nome&etiqueta=${encodeURIComponent(etiqueta)}`);
      await expect(primeiras).toHaveText(esperados(0, 25));
      await expect(page.getByRole("button", { name: "Anterior" })).toBeDisabled();
      await page.getByRole("button", { name: "Próxima" }).click();
      await expect(primeiras).toHaveText(esperados(25, 50));
      await page.getByRole("button", { name: "Próxima" }).click();
      await expect(primeiras).toHaveText(esperados(50, 75));
      await expect(page.getByRole("button", { name: "Próxima" })).toBeDisabled();
      await page.getByRole("button", { name: "Anterior" }).click();
      await expect(primeiras).toHaveText(esperados(25, 50));
      await page.getByRole("combobox", { name: "Linhas por página" }).selectOption("50 por página");
      await expect(primeiras).toHaveText(esperados(0, 50));
      await page.reload();
      await expect(primeiras).toHaveCount(50);
    });

    await test.step("teclado", async () => {
      const codigo = unico("").trim();
      for (const nome of ["Aaa", "Bbb", "Ccc"]) await banco.criar("servicos", { ...modelo, nome: `${nome} ${codigo}` });
      await page.goto(lista(codigo));
      await page.getByRole("textbox", { name: "Buscar serviço" }).focus();
      for (const [tecla, nome] of [
        ["ArrowDown", "Aaa"],
        ["ArrowDown", "Bbb"],
        ["End", "Ccc"],
        ["ArrowUp", "Bbb"],
      ] as const) {
        await page.keyboard.press(tecla);
        await expect(page.getByRole("link", { name: `${nome} ${codigo}` })).toBeFocused();
      }
      await page.keyboard.press("Enter");
      await expect(titulo(page, `Bbb ${codigo}`)).toBeVisible();
    });
  },
);

test.describe("quem só pode ver", { tag: "@celular" }, () => {
  test.use({ quem: "relatorios" });

  test("lê o serviço e não encontra como mudar", async ({ page }) => {
    await page.goto("/servicos");
    await expect(page.getByRole("link", { name: "Novo serviço" })).toBeHidden();
    await page.getByRole("link", { name: "Alongamento em gel" }).tap();
    await expect(titulo(page, "Alongamento em gel")).toBeVisible();
    await expect(page.getByText("2 h 30 min")).toBeVisible();
    await expect(page.getByRole("textbox")).toBeHidden();
    await expect(page.getByRole("link", { name: "Histórico" })).toBeHidden();
  });
});
