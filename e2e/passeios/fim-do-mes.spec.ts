import { expect, test, titulo } from "../fixtures";

test.use({ quem: "gerente" });

const reais = (texto: string) => Number(texto.replace(/[^\d]/g, ""));

test("o fim do mês de quem gerencia: um número chama a atenção, e os agendamentos dele estão a um clique", async ({
  page,
}) => {
  const centavos = async (alvo: string) => reais(await page.locator(alvo).first().innerText());

  await test.step("abre o financeiro do mês passado pelo menu", async () => {
    await page.goto("/");
    await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Relatórios" }).click();
    await page.getByRole("main").getByRole("link", { name: "Financeiro" }).first().click();
    await expect(titulo(page, "Financeiro")).toBeVisible();
    await page.getByRole("combobox", { name: "Período" }).selectOption({ label: "Mês passado" });
    await expect(page).toHaveURL(/periodo=mes_passado/);
    await page.getByRole("link", { name: "Por profissional" }).click();
    await expect(page).toHaveURL(/por=profissional/);
  });

  await test.step("desce do número aos agendamentos, e a soma é a mesma", async () => {
    const barra = page.locator("[data-barra]").first();
    const chave = (await barra.getAttribute("data-barra"))!;
    const naTabela = await centavos(`[data-linha="${chave}"] [data-coluna="receita"]`);
    expect(naTabela).toBeGreaterThan(0);
    await barra.click();
    await expect(titulo(page, "Receita")).toBeVisible();
    await expect(page.locator("[data-soma]")).toHaveText(/^R\$/);
    expect(await centavos("[data-soma]")).toBe(naTabela);
  });

  await test.step("de um agendamento à sua ficha na agenda, e de volta", async () => {
    await page.locator("[data-detalhe]").first().getByRole("link").first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.goBack();
    await expect(titulo(page, "Receita")).toBeVisible();
  });

  await test.step("exporta e imprime", async () => {
    await page.goBack();
    await expect(titulo(page, "Financeiro")).toBeVisible();
    for (const tipo of ["CSV", "XLSX"]) {
      const baixado = page.waitForEvent("download");
      await page.getByRole("link", { name: `Baixar ${tipo}` }).click();
      expect((await baixado).suggestedFilename()).toMatch(new RegExp(`\\.${tipo.toLowerCase()}$`));
    }
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Menu" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Imprimir" })).toBeHidden();
    await expect(page.locator('[data-linha="total"]')).toBeVisible();
    expect((await page.pdf()).length).toBeGreaterThan(1_000);
  });
});
