import { abrirAgenda, abrirDia, aviso, bloco, comecaAs, expect, folha, grade, test, type Marcado } from "./agenda";
import { inteira, larguraDe } from "./fixtures";
import { dedo } from "./toques";

test.use({ quem: "atendente" });

test.describe("a agenda no celular", { tag: "@celular" }, () => {
  test("o dedo que varre vai ao dia seguinte e volta, e a lista mostra o mesmo que a grade", async ({
    page,
    salao,
  }) => {
    const ana = await salao.profissional("Ana");
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.varrer(page.getByRole("region", { name: `Agenda de ${ana.nome}` }), -160);
    await expect(page).not.toHaveURL(new RegExp(salao.dia));
    await mao.varrer(page.getByRole("region", { name: `Agenda de ${ana.nome}` }), 160);
    await expect(page).toHaveURL(new RegExp(salao.dia));

    const corte = await salao.marcar(ana, "14:00", 60);
    await page.getByRole("button", { name: "Lista" }).tap();
    await expect(bloco(page, corte)).toContainText(corte.cliente);
    await page.getByRole("button", { name: "Grade" }).tap();
    await comecaAs(page, corte, "14:00");
  });

  test("com 60 agendamentos e 5 encaixes num dia, o meio de cada bloco é dele, a 360 px", async ({ page, salao }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 360, height: 740 });
    const ana = await salao.profissional("Ana");
    const marcados: Marcado[] = [];
    const hora = (minutos: number) =>
      `${String(Math.floor(minutos / 60)).padStart(2, "0")}:${String(minutos % 60).padStart(2, "0")}`;
    for (let i = 0; i < 60; i++) marcados.push(await salao.marcar(ana, hora(480 + i * 10), 10));
    for (let i = 0; i < 5; i++)
      marcados.push(await salao.marcar(ana, hora(600 + i * 5), 40, { encaixe: true, encaixe_motivo: "Urgência" }));
    await abrirDia(page, salao.dia, ana);
    await expect(page.locator("[data-agendamento]")).toHaveCount(65);
    const errados = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("[data-agendamento]")]
        .filter((um) => {
          um.scrollIntoView({ block: "center" });
          const { left, top, width, height } = um.getBoundingClientRect();
          const alvo = document.elementFromPoint(left + width / 2, top + height / 2);
          return alvo?.closest("[data-agendamento]") !== um;
        })
        .map((um) => um.getAttribute("aria-label")),
    );
    expect(errados).toEqual([]);
    expect(await larguraDe(page)).toBeLessThanOrEqual(page.viewportSize()!.width);
    const baixos = await page.evaluate(
      () =>
        [...document.querySelectorAll("[data-agendamento]")].filter((um) => um.getBoundingClientRect().height < 44)
          .length,
    );
    expect(baixos).toBe(0);
  });

  test("o que deixa de esperar alguém não move o dia debaixo do dedo", async ({ page, salao }) => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "14:00", 60);
    await abrirAgenda(page, `/agenda?dia=${salao.dia}&profissional=${ana.id}`);
    // Those whom the demonstration's vacation left without a place.
    const noDia = page.getByRole("status").filter({ hasText: "fora do horário de trabalho." });
    await expect(noDia).toBeVisible();
    const antes = await bloco(page, corte).boundingBox();
    await page.route("**/api/agenda/pendencias", (route) => route.fulfill({ json: { total: 0 } }));
    // Also while the day goes on changing, faster than it is counted.
    for (const hora of ["16", "17", "18", "19", "20", "21"]) {
      await salao.marcar(ana, `${hora}:00`, 60);
      await page.waitForTimeout(1_000);
    }
    expect(await noDia.isHidden()).toBe(true);
    expect(await bloco(page, corte).boundingBox()).toEqual(antes);
  });

  test("sem conexão, o que ainda não foi buscado não leva a agenda junto e abre no próximo toque", async ({
    page,
    context,
    salao,
    queixas,
  }) => {
    queixas.tolerar(/ERR_INTERNET_DISCONNECTED|Failed to load/);
    const ana = await salao.profissional("Ana");
    await abrirDia(page, salao.dia, ana);
    const agendar = page.getByRole("button", { name: "Agendar", exact: true });
    await context.setOffline(true);
    for (let vez = 0; vez < 2; vez++) {
      await agendar.tap();
      await expect(aviso(page, "Sem conexão. Tente de novo.")).toBeVisible();
    }
    await expect(grade(page)).toBeVisible();
    await context.setOffline(false);
    await agendar.tap();
    await expect(folha(page).getByRole("searchbox")).toBeFocused();

    await test.step("a tela que não veio recarrega a página, mas só com internet", async () => {
      await context.setOffline(true);
      await page.setViewportSize({ width: 1200, height: 800 });
      await expect(page.getByRole("main")).toContainText("A conexão falhou");
      const recarregar = page.getByRole("button", { name: "Recarregar a página" });
      await recarregar.click();
      await expect(page.getByRole("alert").filter({ hasText: "ainda está sem internet" })).toBeVisible();
      await context.setOffline(false);
      await recarregar.click();
      await inteira(page);
      await expect(grade(page)).toBeVisible();
    });
  });
});
