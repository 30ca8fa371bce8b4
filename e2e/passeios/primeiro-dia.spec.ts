import type { Page } from "@playwright/test";
import { imagem } from "@/tests/support/imagens";
import { openCompany } from "@/tests/setup/playwright";
import { escolher, expect, test, titulo } from "../fixtures";

test.use({ quem: null });

const menu = (page: Page, nome: string) =>
  page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: nome });

/** A whole page of the house is there, not only its frame. */
const abriu = (page: Page, nome: string) => expect(titulo(page, nome)).toBeVisible();

test("o primeiro dia de quem abre a casa: da empresa vazia ao primeiro agendamento", async ({
  page,
  outroAparelho,
}) => {
  const { url, stop } = await openCompany("--vazio");
  const celular = await outroAparelho();
  const comeco = Date.now();
  try {
    await test.step("primeiro acesso", async () => {
      await page.goto(url);
      await page.getByLabel("Nome da empresa").fill("Salão da Célia");
      await page.getByLabel("Seu nome").fill("Dona Célia");
      await page.getByLabel("E-mail").fill("celia@exemplo.com.br");
      await page.getByLabel("Senha").fill("o salão abre às nove");
      await page.getByRole("button", { name: "Criar empresa" }).click();
      await abriu(page, "Início");
      await expect(page.getByText("0 de 5 feitos")).toBeVisible();
    });

    await test.step("logotipo", async () => {
      await page.getByRole("link", { name: "Coloque o logotipo" }).click();
      await page
        .getByLabel("Arquivo do logotipo")
        .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await imagem("png", 600) });
      await expect(page.getByText("Logotipo trocado.")).toBeVisible();
    });

    await test.step("horários", async () => {
      await menu(page, "Início").click();
      await page.getByRole("link", { name: "Confira os horários" }).click();
      await page.getByRole("button", { name: "Mudar o horário da empresa" }).click();
      await page.getByLabel("Terça, das").fill("10:00");
      await page.getByRole("button", { name: "Salvar horários" }).click();
      await expect(page.getByText("Horários salvos.")).toBeVisible();
    });

    await test.step("três serviços", async () => {
      await menu(page, "Início").click();
      await page.getByRole("link", { name: "Cadastre os serviços" }).click();
      for (const [nome, preco, duracao] of [
        ["Corte feminino", "95", "1h"],
        ["Escova", "60", "45"],
        ["Manicure", "40", "40"],
      ] as const) {
        await page.getByRole("link", { name: "Novo serviço" }).first().click();
        await page.getByRole("textbox", { name: "Nome" }).fill(nome);
        await page.getByRole("textbox", { name: "Preço" }).fill(preco);
        await page.getByRole("textbox", { name: "Duração" }).fill(duracao);
        await page.getByRole("button", { name: "Salvar serviço" }).click();
        await expect(page).toHaveURL(`${url}/servicos`);
        await expect(page.getByRole("row", { name: nome })).toBeVisible();
      }
    });

    let senha = "";
    await test.step("duas pessoas na equipe, uma com acesso", async () => {
      await menu(page, "Início").click();
      await page.getByRole("link", { name: "Cadastre a equipe" }).click();
      for (const [nome, cargo, servicos] of [
        ["Ana Souza", "Especialista", ["Corte feminino", "Escova"]],
        ["Bia Lima", "Atendente", ["Manicure"]],
      ] as const) {
        await page.getByRole("link", { name: "Novo funcionário" }).first().click();
        await page.getByRole("textbox", { name: "Nome" }).fill(nome);
        await escolher(page, "Cargo", cargo);
        for (const servico of servicos)
          await page.getByRole("group", { name: servico, exact: true }).getByText(servico).click();
        if (cargo === "Atendente") {
          await page.getByText("Criar usuário").click();
          await page.getByRole("textbox", { name: "E-mail" }).fill("bia@exemplo.com.br");
          await page.getByRole("button", { name: "Atendente" }).click();
        }
        await page.getByRole("button", { name: "Salvar funcionário" }).click();
        if (cargo === "Atendente") {
          const dialogo = page.getByRole("dialog", { name: `Senha temporária de ${nome}` });
          senha = (await dialogo.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent())!;
          await dialogo.getByRole("button", { name: "Fechar" }).last().click();
        }
        await expect(page.getByRole("row", { name: nome })).toBeVisible();
      }
    });

    await test.step("primeira cliente e primeiro agendamento", async () => {
      await menu(page, "Agenda").click();
      await page.getByRole("button", { name: "Agendar", exact: true }).click();
      const folha = page.getByRole("dialog", { name: "Novo agendamento" });
      await folha.getByRole("searchbox").fill("Júlia Prado 11 98765-4321");
      await folha.getByRole("button", { name: "Cadastrar Júlia Prado" }).click();
      await folha.getByRole("button", { name: "Corte feminino" }).click();
      await folha
        .getByRole("group", { name: /^Horários livres/ })
        .first()
        .getByRole("button")
        .first()
        .click();
      await folha.getByRole("button", { name: "Confirmar", exact: true }).click();
      await expect(page.getByRole("listitem").filter({ hasText: "Marcado para" })).toBeVisible();
      await menu(page, "Início").click();
      await expect(page.getByRole("main")).toContainText("Júlia Prado");
      await expect(page.getByText("4 de 5 feitos")).toBeVisible();
    });

    await test.step("Bia entra no seu celular e vê o que lhe cabe", async () => {
      await celular.goto(`${url}/entrar`);
      await celular.getByLabel("E-mail").fill("bia@exemplo.com.br");
      await celular.getByLabel("Senha", { exact: true }).fill(senha);
      await celular.getByRole("button", { name: "Entrar", exact: true }).click();
      await celular.getByLabel("Senha atual", { exact: true }).fill(senha);
      await celular.getByLabel("Senha nova", { exact: true }).fill("unhas vermelhas 10");
      await celular.getByRole("button", { name: "Trocar senha" }).click();
      await expect(menu(celular, "Agenda")).toBeVisible();
      await expect(menu(celular, "Usuários")).toHaveCount(0);
    });
    expect(Date.now() - comeco, "em menos de dez minutos").toBeLessThan(600_000);
  } finally {
    // A page that is still open would ask a house that is gone.
    await Promise.all([page, celular].map((um) => um.goto("about:blank")));
    await stop();
  }
});
