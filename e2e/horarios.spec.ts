import type { Page } from "@playwright/test";
import { expect, test, unico } from "./fixtures";

// The other tests of the browser live in the same company, which gets its hours and rules back.
let antes: { semana: unknown; antecedencia_minutos: number; horizonte_dias: number };
test.beforeEach(async ({ banco }) => {
  test.setTimeout(60_000);
  // Both sizes change the one company: one after the other.
  await banco.ler("select pg_advisory_lock(hashtext('horarios da empresa'))");
  [antes] = (await banco.ler<typeof antes>(
    `select semana, antecedencia_minutos, horizonte_dias from expedientes, configuracao_empresa
     where funcionario_id is null`,
  )) as [typeof antes];
});
test.afterEach(async ({ banco }) => {
  const { semana, antecedencia_minutos, horizonte_dias } = antes;
  await banco.ler("select set_config('app.ator', 'sistema', false)");
  await banco.ler("update expedientes set semana = $1 where funcionario_id is null", [JSON.stringify(semana)]);
  await banco.ler("update configuracao_empresa set antecedencia_minutos = $1, horizonte_dias = $2", [
    antecedencia_minutos,
    horizonte_dias,
  ]);
  await banco.ler("select pg_advisory_unlock(hashtext('horarios da empresa'))");
});

const semanaDaEmpresa = "select semana from expedientes where funcionario_id is null";

async function copiar(page: Page, dia: string, para: string) {
  await page.getByRole("button", { name: `Copiar ${dia}`, exact: true }).click();
  await page.getByRole("menuitem", { name: para }).click();
}

test(
  "a semana da empresa: um dia com intervalo, copiado para os outros; as regras da agenda",
  { tag: "@computador" },
  async ({ page, banco }) => {
    await test.step("a semana", async () => {
      await page.goto("/configuracoes");
      await page.getByRole("link", { name: "Horários" }).click();
      await page.getByRole("button", { name: "Mudar o horário da empresa" }).click();
      const terca = page.getByRole("group", { name: "Terça", exact: true });
      await terca.getByLabel("Terça, das").fill("08:30");
      await terca.getByLabel("Terça, até as").fill("12:00");
      await terca.getByRole("button", { name: "mais um período" }).click();
      await expect(terca.getByLabel("Terça, período 2, das")).toHaveValue("13:00");
      await terca.getByLabel("Terça, período 2, até as").fill("19:00");
      await copiar(page, "terça", "Copiar para segunda a sexta");
      await page.getByRole("button", { name: "Salvar horários" }).click();
      await expect(page.getByText("Horários salvos.")).toBeVisible();
      const dia = [
        [510, 720],
        [780, 1_140],
      ];
      const [{ semana }] = (await banco.ler<{ semana: unknown[] }>(semanaDaEmpresa)) as [{ semana: unknown[] }];
      expect(semana.slice(1, 6)).toEqual([dia, dia, dia, dia, dia]);
      await expect(page.getByRole("main").getByText("08:30 às 12:00 e 13:00 às 19:00")).toHaveCount(5);
    });

    await test.step("as regras: o que não se entende é recusado no campo", async () => {
      await page.getByRole("button", { name: "Mudar as regras" }).click();
      const dialogo = page.getByRole("dialog", { name: "Regras da agenda" });
      await dialogo.getByLabel("Até quantos dias à frente").fill("muitos");
      await dialogo.getByRole("button", { name: "Salvar regras" }).click();
      await expect(dialogo.getByText("Informe quantos dias.")).toBeVisible();
      await dialogo.getByLabel("Até quantos dias à frente").fill("45");
      await dialogo.getByLabel("Antecedência mínima").fill("1h30");
      await dialogo.getByRole("button", { name: "Salvar regras" }).click();
      await expect(page.getByText("Regras salvas.")).toBeVisible();
      await expect(page.getByText("45 dias")).toBeVisible();
      await expect(page.getByText("1 h 30 min", { exact: true })).toBeVisible();
    });
  },
);

test(
  "um profissional com horário próprio, outro a partir de um dia, e de volta; feriados e datas da cidade",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    await test.step("horário próprio", async () => {
      const [cargo] = await banco.ler<{ id: number }>("select id from cargos limit 1");
      const nome = unico("Ana");
      const id = await banco.criar("funcionarios", { nome, cargo_id: cargo!.id });
      await page.goto("/configuracoes/horarios");
      const linha = page.getByRole("listitem").filter({ hasText: nome });
      const novo = page.getByRole("button", { name: `Novo horário de ${nome}` });
      await novo.click();
      const folha = page.getByRole("dialog", { name: `Horário de ${nome}` });
      await folha.getByLabel("Terça, das").fill("13:00");
      await folha.getByRole("button", { name: "Salvar horários" }).click();
      await expect(linha.getByText("Sempre", { exact: true })).toBeVisible();

      await novo.click();
      await folha.getByLabel("A partir de").fill("2031-01-06");
      await folha.getByRole("button", { name: "Salvar horários" }).click();
      await expect(linha.getByText("Até 05/01/2031")).toBeVisible();
      await expect(linha.getByText("A partir de 06/01/2031")).toBeVisible();

      await page
        .getByRole("button", { name: `Ações do horário de ${nome}` })
        .last()
        .click();
      await page.getByRole("menuitem", { name: "Excluir" }).click();
      await page.getByRole("button", { name: "Excluir horário" }).click();
      await expect(linha.getByText("A partir de 06/01/2031")).toBeHidden();
      const restam = "select ate::text from expedientes where funcionario_id = $1";
      expect(await banco.ler(restam, [id])).toEqual([{ ate: "2031-01-05" }]);
    });

    await test.step("um feriado se abre com um toque; uma data da cidade entra na lista e sai", async () => {
      const ano = new Date().getFullYear() + 1;
      const natal = page.getByRole("group", { name: /^Natal/ }).last();
      await expect(natal.getByLabel("Fechado")).toBeChecked();
      await natal.getByText("Aberto").click();
      await expect(page.getByText("Natal: aberto.")).toBeVisible();
      await expect(natal.getByLabel("Aberto")).toBeChecked();
      await page
        .getByRole("button", { name: /^Ações de Natal/ })
        .last()
        .click();
      await page.getByRole("menuitem", { name: "Voltar à regra" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Voltar à regra" }).click();
      await expect(natal.getByLabel("Fechado")).toBeChecked();

      const nome = unico("Aniversário da cidade");
      const dia = `${ano}-${String(1 + Math.floor(Math.random() * 9)).padStart(2, "0")}-${10 + Math.floor(Math.random() * 18)}`;
      await page.getByRole("button", { name: "Nova data" }).click();
      const dialogo = page.getByRole("dialog", { name: "Nova data" });
      await dialogo.getByRole("button", { name: "Salvar data" }).click();
      await expect(dialogo.getByText("Dê um nome a esta data.")).toBeVisible();
      await dialogo.getByLabel("Data").fill(dia);
      await dialogo.getByLabel("Nome").fill(nome);
      await dialogo.getByLabel("Tipo").selectOption({ label: "Feriado municipal" });
      await dialogo.getByText("Aberto em outro horário").click();
      await dialogo.getByLabel("Neste dia, até as").fill("13:00");
      await dialogo.getByRole("button", { name: "Salvar data" }).click();
      const item = page.getByRole("listitem").filter({ hasText: nome });
      await expect(item).toContainText("09:00 às 13:00");
      await item.getByRole("button", { name: /^Ações de/ }).click();
      await page.getByRole("menuitem", { name: "Excluir" }).click();
      await page.getByRole("button", { name: "Excluir data" }).click();
      await expect(item).toHaveCount(0);
    });
  },
);
