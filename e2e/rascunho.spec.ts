import type { Page } from "@playwright/test";
import { aviso, expect, folha, test, type Pessoa } from "./agenda";
import { SENHA, unico } from "./fixtures";
import { comecarCorte } from "./toques";

test.use({ quem: null });

async function comecar(page: Page, dia: string, ana: Pessoa, hora: number) {
  const nome = unico("Marlene");
  await comecarCorte(page, dia, ana, hora, nome);
  return nome;
}

const nomeNovo = (page: Page) => folha(page).getByRole("textbox", { name: "Nome do novo cliente" });

test(
  "o que se marcava volta preenchido depois de perder o sinal e a sessão; quem sai não deixa nada",
  { tag: ["@celular", "@falha", "@longo"] },
  async ({ page, context, salao, banco, novaPessoa, entrar, queixas }) => {
    test.setTimeout(90_000);
    queixas.tolerar(/ERR_INTERNET_DISCONNECTED|Failed to load resource|status of 401/);
    const { id, email } = await novaPessoa({ pode_agendar: true, pode_ver_agendamentos: true });
    await entrar(context, id);
    const ana = await salao.profissional("Ana");

    await test.step("a resposta se perde no caminho: marca uma vez só", async () => {
      const nome = await comecar(page, salao.dia, ana, 16);
      // The request arrives, its answer does not.
      await page.route(/\/agenda\?/, async (route) => {
        if (route.request().method() !== "POST") return route.continue();
        await route.fetch();
        await route.abort("internetdisconnected");
      });
      await folha(page).getByRole("button", { name: "Confirmar", exact: true }).click();
      await expect(folha(page).getByRole("alert")).toContainText("Sem conexão. O que você digitou continua aqui.");
      await page.unrouteAll({ behavior: "wait" });
      await page.reload();
      await expect(folha(page).getByText("Aqui está o que você estava marcando.")).toBeVisible();
      await expect(nomeNovo(page)).toHaveValue(nome);
      await folha(page)
        .getByRole("button", { name: /^(Confirmar|Tentar)/ })
        .click();
      await expect(aviso(page, "às 16:00.")).toBeVisible();
      const dela = "select a.id from agendamentos a join usuarios u on u.id = a.cliente_id where u.nome = $1";
      expect(await banco.ler(dela, [nome])).toHaveLength(1);
    });

    await test.step("a sessão termina no meio", async () => {
      const nome = await comecar(page, salao.dia, ana, 17);
      await banco.ler("update sessoes set encerrada_em = now() where usuario_id = $1", [id]);
      await folha(page).getByRole("button", { name: "Confirmar", exact: true }).click();
      await folha(page).getByRole("link", { name: "Entrar de novo" }).click();
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Senha").fill(SENHA);
      await page.getByRole("button", { name: "Entrar", exact: true }).click();
      await expect(nomeNovo(page)).toHaveValue(nome);
      await folha(page).getByRole("button", { name: "Confirmar", exact: true }).click();
      await expect(aviso(page, "às 17:00.")).toBeVisible();
    });

    await test.step("sair do aparelho leva o que se digitou", async () => {
      await comecar(page, salao.dia, ana, 14);
      const guardados = () => page.evaluate(() => Object.keys(localStorage).filter((um) => um.startsWith("rascunho:")));
      expect(await guardados()).toHaveLength(1);
      await page.goto("/conta");
      await page.getByRole("button", { name: /^Conta de/ }).click();
      await page.getByRole("button", { name: "Sair", exact: true }).click();
      await expect(page).toHaveURL("/entrar");
      expect(await guardados()).toEqual([]);
    });
  },
);

test.describe("de quem se marca", { tag: "@celular" }, () => {
  test.use({ quem: "atendente" });

  test("o que se marcava para outra pessoa não toma o lugar do cliente pedido", async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    const { id, cliente } = await salao.marcar(ana, "09:00", 60);
    const [dela] = await banco.ler<{ cliente_id: number }>("select cliente_id from agendamentos where id = $1", [id]);
    const pedir = () => page.goto(`/agenda?marcar=${dela!.cliente_id}`);
    await comecar(page, salao.dia, ana, 16);
    await pedir();
    await expect(folha(page)).toContainText(cliente);
    await expect(folha(page)).not.toContainText("Aqui está o que você estava marcando.");
    await expect(nomeNovo(page)).toHaveCount(0);

    await test.step("mas o dele volta", async () => {
      await folha(page).getByText("Duração, observações").click();
      await folha(page).getByRole("textbox", { name: "Observações" }).fill("Prefere de manhã");
      await pedir();
      await expect(folha(page)).toContainText("Aqui está o que você estava marcando.");
      await folha(page).getByText("Duração, observações").click();
      await expect(folha(page).getByRole("textbox", { name: "Observações" })).toHaveValue("Prefere de manhã");
    });
  });
});
