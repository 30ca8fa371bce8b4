import {
  abrirAgenda,
  abrirDia,
  aoMeio,
  arrastar,
  aviso,
  bloco,
  coluna,
  comecaAs,
  em,
  expect,
  HORA_PX,
  meio,
  test,
} from "./agenda";
import { inteira, larguraDe } from "./fixtures";

test.use({ quem: "gerente" });

test.describe("no computador", { tag: "@computador" }, () => {
  test(
    "o dia, a semana, o mês e a lista mostram o mesmo, e os filtros ficam no endereço",
    { tag: "@longo" },
    async ({ page, salao }) => {
      test.setTimeout(60_000);
      const { dia } = salao;
      const ana = await salao.profissional("Ana");
      const corte = await salao.marcar(ana, "14:00", 60, { situacao: "confirmado" });
      await abrirDia(page, dia, ana);
      await expect(bloco(page, corte)).toHaveAccessibleName(
        `Corte feminino, ${corte.cliente}, ${ana.nome}, 14:00 às 15:00, Confirmado`,
      );
      await expect(coluna(page, ana).locator("[data-fechado]").first()).toBeVisible();
      await page.getByRole("button", { name: "Hoje", exact: true }).click();
      await expect(page).toHaveURL(`/agenda?profissional=${ana.id}`);

      await test.step("semana, lista e mês", async () => {
        await abrirAgenda(page, `/agenda?dia=${dia}`);
        await page.getByTitle(`Semana de ${ana.nome}`).click();
        await expect(page.getByRole("region", { name: `Semana de ${ana.nome}` })).toBeVisible();
        await expect(bloco(page, corte)).toHaveAccessibleName(/14:00 às 15:00/);

        await page.getByText("Lista", { exact: true }).click();
        await expect(bloco(page, corte)).toContainText(corte.cliente);
        await expect(bloco(page, corte)).toContainText("14:00 – 15:00");

        await page.getByText("Mês", { exact: true }).click();
        const noMes = page.locator(`[data-dia="${dia}"]`);
        await expect(noMes).toHaveAccessibleName(/1 agendamento, 13% ocupado/);
        await noMes.click();
        await expect(page).toHaveURL(new RegExp(`/agenda\\?dia=${dia}`));
        await expect(bloco(page, corte)).toBeVisible();
      });

      await test.step("filtros", async () => {
        const cancelado = { situacao: "cancelado", cancelado_em: new Date(), cancelado_motivo: "engano" };
        const cancelada = await salao.marcar(ana, "16:00", 45, cancelado);
        await abrirAgenda(page, `/agenda?dia=${dia}`);
        await expect(bloco(page, cancelada)).toHaveCount(0);
        await page.getByRole("combobox", { name: "Profissional" }).selectOption(ana.nome);
        await page.getByRole("combobox", { name: "Cores" }).selectOption("Cor: situação");
        await page.getByText("Canceladas").click();
        await expect(bloco(page, cancelada)).toHaveAttribute("data-cor", "vermelho");
        await page.reload();
        await inteira(page);
        await expect(page).toHaveURL(`/agenda?dia=${dia}&cor=situacao&canceladas=sim&profissional=${ana.id}`);
        await expect(bloco(page, cancelada)).toHaveAttribute("data-cor", "vermelho");
        await expect(page.getByRole("checkbox", { name: "Canceladas" })).toBeChecked();
      });
    },
  );

  test("arrastar muda a hora e a duração, Desfazer traz de volta e Esc não muda nada", async ({
    page,
    salao,
    banco,
  }) => {
    test.setTimeout(60_000);
    const { dia } = salao;
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "14:00", 45);
    await abrirDia(page, dia, ana);
    await arrastar(page, await aoMeio(bloco(page, corte)), { y: HORA_PX });
    await comecaAs(page, corte, "15:00");
    await expect(aviso(page, "Remarcado para 15:00.")).toBeVisible();
    await expect
      .poll(() => banco.ler("select inicio from agendamentos where id = $1", [corte.id]))
      .toEqual([{ inicio: em(dia, "15:00") }]);
    await page.getByRole("button", { name: "Desfazer" }).click();
    await comecaAs(page, corte, "14:00");

    await test.step("a ponta muda a duração", async () => {
      await aoMeio(bloco(page, corte));
      await arrastar(page, await meio(bloco(page, corte).locator("[data-esticar]")), { y: HORA_PX / 2 });
      await expect(bloco(page, corte)).toHaveAccessibleName(/14:00 às 15:15/);
      await expect(aviso(page, "Agora vai até 15:15.")).toBeVisible();

      const { x, y } = await aoMeio(bloco(page, corte));
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + HORA_PX, { steps: 4 });
      await expect(page.locator("[data-fantasma]")).toContainText("15:00 – 16:15");
      await page.keyboard.press("Escape");
      await page.mouse.up();
      await expect(page.locator("[data-fantasma]")).toHaveCount(0);
      await expect(bloco(page, corte)).toHaveAccessibleName(/14:00 às 15:15/);
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
  });

  test("soltar em outra coluna troca o profissional", async ({ page, salao }) => {
    const { dia } = salao;
    const ana = await salao.profissional("Aa Ana");
    const bia = await salao.profissional("Aa Bia");
    const corte = await salao.marcar(ana, "10:00", 60);
    await abrirAgenda(page, `/agenda?dia=${dia}`);
    const de = await aoMeio(bloco(page, corte));
    const para = await meio(coluna(page, bia));
    await arrastar(page, de, { x: para.x - de.x });
    await expect(coluna(page, bia).locator(`[data-agendamento="${corte.id}"]`)).toBeVisible();
    await expect(aviso(page, `Remarcado para 10:00, com ${bia.nome}.`)).toBeVisible();

    await bloco(page, corte).click();
    await page.getByRole("dialog").getByText("Histórico").click();
    await page.getByRole("dialog").getByRole("listitem").first().getByRole("button", { name: "Desfazer" }).click();
    await expect(coluna(page, ana).locator(`[data-agendamento="${corte.id}"]`)).toBeVisible();
  });

  test("sem arrastar: as teclas movem, dizem onde está e confirmam", async ({ page, salao }) => {
    const { dia } = salao;
    const ana = await salao.profissional("Aa Ana");
    const bia = await salao.profissional("Aa Bia");
    const corte = await salao.marcar(ana, "14:00", 45);
    await abrirAgenda(page, `/agenda?dia=${dia}`);
    await bloco(page, corte).focus();
    await page.keyboard.press("m");
    const dito = page.getByRole("region", { name: "Agenda de" }).getByRole("status");
    await expect(dito).toContainText(`Corte feminino, ${ana.nome}, 14:00. Setas mudam`);
    await page.keyboard.press("ArrowDown");
    await expect(dito).toHaveText(`Corte feminino, ${ana.nome}, 14:15`);
    await page.keyboard.press("Escape");
    await expect(dito).toHaveText("Não foi movido.");

    await bloco(page, corte).click({ button: "right" });
    await page.getByRole("menuitem", { name: "Abrir e remarcar" }).click();
    await expect(page.getByRole("dialog", { name: /^Remarcar/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(`/agenda?dia=${dia}`);
    await bloco(page, corte).click();
    await expect(page.getByRole("dialog", { name: corte.cliente, exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(`/agenda?dia=${dia}`);
    await expect(page.getByRole("dialog")).toHaveCount(0);

    // The address may still be on its way back, which closes what is opened meanwhile.
    const mover = page.getByRole("menuitem", { name: "Mover com as setas" });
    await expect(async () => {
      await bloco(page, corte).hover();
      await page.mouse.down({ button: "right" });
      await expect(mover).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await mover.hover();
    await page.mouse.up({ button: "right" });
    await expect(dito).toHaveText("Não foi movido.");
    await mover.click();
    await expect(dito).toContainText("Setas mudam");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(dito).toHaveText(`Corte feminino, ${bia.nome}, 14:15`);
    await page.keyboard.press("Enter");
    await expect(coluna(page, bia).locator(`[data-agendamento="${corte.id}"]`)).toHaveAccessibleName(/14:15 às 15:15/);
    await expect(aviso(page, "Remarcado para 14:15")).toBeVisible();
  });

  test("o que é recusado volta ao lugar e diz por quê; mover para o almoço pergunta antes", async ({
    page,
    salao,
    banco,
  }) => {
    test.setTimeout(60_000);
    const { dia } = salao;
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "14:00", 45);
    const outro = await salao.marcar(ana, "15:00", 60);
    await abrirDia(page, dia, ana);
    await arrastar(page, await aoMeio(bloco(page, corte)), { y: HORA_PX });
    await expect(aviso(page, `(${outro.cliente})`)).toBeVisible();
    await comecaAs(page, corte, "14:00");
    await expect(banco.ler("select inicio from agendamentos where id = $1", [corte.id])).resolves.toEqual([
      { inicio: em(dia, "14:00") },
    ]);

    await test.step("almoço", async () => {
      await arrastar(page, await aoMeio(bloco(page, corte)), { y: -2 * HORA_PX });
      const pergunta = page.getByRole("dialog", { name: "Continuar mesmo assim?" });
      await expect(pergunta).toContainText("não trabalha");
      await pergunta.getByRole("button", { name: "Voltar" }).click();
      await comecaAs(page, corte, "14:00");

      await arrastar(page, await aoMeio(bloco(page, corte)), { y: -2 * HORA_PX });
      await pergunta.getByRole("button", { name: "Continuar" }).click();
      await expect(aviso(page, "Remarcado para 12:00.")).toBeVisible();
      await comecaAs(page, corte, "12:00");
    });
  });

  test("imprimir o dia fica na trilha", { tag: "@longo" }, async ({ page, salao, banco }) => {
    const { dia } = salao;
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "14:00", 60);
    await page.addInitScript(() => (window.print = () => window.dispatchEvent(new Event("beforeprint"))));
    await abrirDia(page, dia, ana);
    await page.getByRole("button", { name: "Mais" }).click();
    await page.getByRole("menuitem", { name: "Imprimir" }).click();
    await expect
      .poll(() =>
        banco.ler("select 1 as um from log_auditoria where ato = 'acesso.imprimir' and depois->>'dia' = $1", [dia]),
      )
      .toEqual([{ um: 1 }]);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table", { name: ana.nome })).toContainText(corte.cliente);
    await expect(page.getByRole("region", { name: "Agenda de" })).toBeHidden();

    await page.emulateMedia({ media: "screen" });
    await page.getByText("Semana", { exact: true }).click();
    await expect(page.getByRole("region", { name: `Semana de ${ana.nome}` })).toBeVisible();
    await page.evaluate(() => window.print());
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { name: `Semana de ${ana.nome}` })).toBeVisible();
    await expect(page.getByRole("table")).toContainText(corte.cliente);
  });

  test("com doze colunas e cinco encaixes, o centro de cada bloco toca esse bloco", async ({ page, salao }) => {
    const { dia } = salao;
    const nomes = Array.from({ length: 12 }, (_, n) => `Equipe ${n}`);
    const equipe = [];
    for (const nome of nomes) equipe.push(await salao.profissional(nome));
    const encaixe = { encaixe: true, encaixe_motivo: "Urgência" };
    for (const [n, quem] of equipe.entries()) {
      await salao.marcar(quem, "09:00", 15);
      await salao.marcar(quem, "09:15", 45 + n * 5);
    }
    for (let n = 0; n < 5; n++) await salao.marcar(equipe[5]!, "13:00", 60 + n * 10, encaixe);
    await page.setViewportSize({ width: 1440, height: 900 });
    await abrirAgenda(page, `/agenda?dia=${dia}`);
    await expect(page.locator("[data-agendamento]")).toHaveCount(29);
    const errados = await page.locator("[data-agendamento]").evaluateAll((blocos) =>
      blocos.flatMap((um) => {
        um.scrollIntoView({ block: "center", inline: "center" });
        const { x, y, width, height } = um.getBoundingClientRect();
        const tocado = document.elementFromPoint(x + width / 2, y + height / 2)?.closest("[data-agendamento]");
        return tocado === um ? [] : [um.getAttribute("aria-label")];
      }),
    );
    expect(errados).toEqual([]);
    expect(await larguraDe(page)).toBeLessThanOrEqual(page.viewportSize()!.width);
  });
});
