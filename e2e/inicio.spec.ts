import { expect, test } from "./agenda";
import { inteira, titulo, unico } from "./fixtures";

/** The first whole minute so many minutes from now, which is still to come and all but always today. */
const daquiA = (minutos: number) => new Date(Math.ceil(Date.now() / 60_000 + minutos) * 60_000);

test.describe("quem atende", () => {
  test.use({ quem: "atendente" });

  test("vê o dia sem o dinheiro; um toque no próximo abre o seu lugar na agenda, e o que muda aparece sozinho", async ({
    page,
    salao,
    banco,
  }) => {
    const ana = await salao.profissional(unico("Ana"));
    const lugar = { inicio: daquiA(1), fim: daquiA(31), livre_em: daquiA(31) };
    const marcado = await salao.marcar(ana, "09:00", 30, lugar);
    await page.goto("/inicio");
    await inteira(page);
    await expect(titulo(page, "Início")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Esta semana" })).toHaveCount(0);
    await expect(page.getByText("R$")).toHaveCount(0);
    const proximo = page.getByRole("link").filter({ hasText: marcado.cliente });
    await expect(proximo).toContainText(/em \d min|agora/);

    const aoTodo = async () => Number((await page.locator("[data-hoje=cancelado]").innerText()).split(",")[0]);
    const antes = await aoTodo();
    await banco.ler(
      `update agendamentos set situacao = 'cancelado', cancelado_em = now(), cancelado_motivo = 'outro' where id = $1`,
      [marcado.id],
    );
    await expect.poll(aoTodo).toBeGreaterThan(antes);
    await expect(proximo).toHaveCount(0);

    const depois = await salao.marcar(ana, "09:00", 30, lugar);
    await page.getByRole("link").filter({ hasText: depois.cliente }).click();
    await expect(page.getByRole("dialog")).toContainText(depois.cliente);
  });
});

test.describe("quem vê relatórios", () => {
  test.use({ quem: "relatorios" });

  test(
    "vê o dinheiro da semana e chega aos agendamentos atrás do número",
    { tag: ["@computador", "@longo"] },
    async ({ page }) => {
      await page.goto("/inicio");
      await expect(page.getByRole("heading", { name: "Esta semana" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Próximos" })).toHaveCount(0);
      await expect(page.locator("[data-total=clientes]")).toHaveCount(0);
      const receita = page.locator("[data-destaque=receita]");
      const valor = await receita.innerText();
      await receita.getByRole("link").click();
      await expect(titulo(page, "Receita")).toBeVisible();
      const soma = page.locator("[data-soma]");
      // On a Monday, before the first is paid.
      if (/^R\$\s0,00$/.test(valor)) await expect(page.getByText("Este número é zero.")).toBeVisible();
      else await expect(soma).toHaveText(valor);
    },
  );
});
