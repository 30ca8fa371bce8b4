import { escreverDiaCurto } from "@/lib/domain/relogio";
import { abrirDia, aviso, bloco, comecaAs, em, expect, folha, livres, test } from "./agenda";

test.use({ quem: "gerente" });
test.beforeEach(() => test.setTimeout(90_000));

test(
  "uma visita de duas profissionais é marcada junta, anda junta e se cancela junta",
  { tag: "@celular" },
  async ({ page, salao, banco }) => {
    const [ana, bia] = [await salao.profissional("Ana"), await salao.profissional("Bia")];
    await abrirDia(page, salao.dia, ana);
    await page.getByRole("button", { name: "Agendar", exact: true }).click();
    await folha(page).getByRole("button", { name: "Marcar sem nome" }).click();
    await folha(page).getByRole("button", { name: "Outro profissional na mesma visita" }).click();
    for (const [i, { nome }] of [ana, bia].entries()) {
      await folha(page).getByRole("combobox", { name: "Profissional" }).nth(i).selectOption({ label: nome });
      await folha(page)
        .getByRole("group", { name: "Serviços" })
        .nth(i)
        .getByRole("button", { name: "Corte feminino" })
        .click();
    }
    await livres(page)
      .filter({ hasText: /^09:00/ })
      .click();
    const horarios = folha(page).getByRole("region", { name: "Horários da visita" });
    await expect(horarios).toContainText(escreverDiaCurto(salao.dia));
    await folha(page).getByRole("button", { name: "Confirmar", exact: true }).click();
    await expect(aviso(page, "às 09:00.")).toBeVisible();

    const marcadas = () =>
      banco.ler<{ id: number; funcionario_id: number; inicio: Date; situacao: string; visita: string }>(
        `select id, funcionario_id, inicio, situacao, visita from agendamentos
       where funcionario_id = any($1) order by inicio`,
        [[ana.id, bia.id]],
      );
    const [corte, segunda] = await marcadas();
    expect([corte!.funcionario_id, segunda!.funcionario_id]).toEqual([ana.id, bia.id]);
    expect(corte!.inicio).toEqual(em(salao.dia, "09:00"));
    expect(segunda!.visita).toBe(corte!.visita);

    await page.locator(`[data-agendamento="${corte!.id}"]`).click();
    await expect(folha(page)).toContainText(bia.nome);
    await folha(page).getByRole("button", { name: "Remarcar", exact: true }).click();
    await livres(page).filter({ hasText: "10:00" }).click();
    await expect(aviso(page, "remarcado para 10:00.")).toBeVisible();
    // What is pressed while it goes to its new place is not what is let go.
    await comecaAs(page, corte!, "10:00");
    const depois = await marcadas();
    expect(depois[0]!.inicio).toEqual(em(salao.dia, "10:00"));
    expect(depois[1]!.inicio.getTime() - depois[0]!.inicio.getTime()).toBe(
      segunda!.inicio.getTime() - corte!.inicio.getTime(),
    );

    await page.locator(`[data-agendamento="${corte!.id}"]`).click();
    await folha(page).getByRole("button", { name: "Cancelar", exact: true }).click();
    await folha(page).getByRole("button", { name: "Cliente desistiu" }).click();
    await expect(aviso(page, "cancelado.")).toBeVisible();
    expect((await marcadas()).map(({ situacao }) => situacao)).toEqual(["cancelado", "cancelado"]);
  },
);

test(
  "um encaixe diz sobre quem é e pede um motivo; dois trocam de lugar; o resto do dia atrasa",
  { tag: ["@computador", "@longo"] },
  async ({ page, salao, banco }) => {
    const [ana, bia] = [await salao.profissional("Ana"), await salao.profissional("Bia")];
    const cedo = await salao.marcar(ana, "10:00", 60);
    const tarde = await salao.marcar(bia, "14:00", 60);

    await test.step("trocar", async () => {
      await abrirDia(page, salao.dia, ana);
      await bloco(page, cedo).click();
      await folha(page).getByRole("button", { name: "Trocar", exact: true }).click();
      await folha(page)
        .getByRole("button", { name: new RegExp(tarde.cliente) })
        .click();
      await expect(aviso(page, `Trocado com ${tarde.cliente}.`)).toBeVisible();
      await comecaAs(page, tarde, "10:00");
      await abrirDia(page, salao.dia, bia);
      await comecaAs(page, cedo, "14:00");
    });

    await test.step("atrasar", async () => {
      await bloco(page, cedo).click();
      await folha(page).getByRole("button", { name: "Atrasar o dia" }).click();
      await expect(folha(page).getByRole("list", { name: "Como fica" })).toContainText("14:15");
      await folha(page).getByRole("button", { name: "Atrasar 15 min" }).click();
      await expect(aviso(page, "1 atendimento 15 min mais tarde.")).toBeVisible();
      await comecaAs(page, cedo, "14:15");
    });

    await test.step("encaixar", async () => {
      await page.getByRole("button", { name: "Agendar", exact: true }).click();
      await folha(page).getByRole("button", { name: "Marcar sem nome" }).click();
      await folha(page).getByRole("button", { name: "Corte feminino" }).click();
      await folha(page).getByRole("button", { name: "Outro horário" }).click();
      await folha(page).getByLabel("Hora", { exact: true }).fill("14:30");
      await expect(folha(page)).toContainText(`${bia.nome} já tem um atendimento até`);
      await folha(page).getByText("Encaixar mesmo assim").click();
      await folha(page).getByRole("button", { name: "Urgência" }).click();
      await folha(page)
        .getByRole("button", { name: /^Confirmar/ })
        .click();
      await expect(aviso(page, "às 14:30.")).toBeVisible();
      expect(
        await banco.ler("select encaixe_motivo from agendamentos where funcionario_id = $1 and encaixe", [bia.id]),
      ).toEqual([{ encaixe_motivo: "Urgência" }]);
    });
  },
);
