import type { Page } from "@playwright/test";
import { expect, test, type Marcado, type Pessoa } from "./agenda";
import { unico } from "./fixtures";
import { contarToques } from "./toques";

test.use({ quem: "atendente" });

const HORA_PX = 180;
const folha = (page: Page) => page.getByRole("dialog");
const aviso = (page: Page, texto: string | RegExp) => page.getByRole("listitem").filter({ hasText: texto });
const abrirDia = (page: Page, dia: string, { id }: Pessoa) => page.goto(`/agenda?dia=${dia}&profissional=${id}`);

/** A point of the day's grid, which begins an hour before the salon opens at nine. */
const as = (hora: number) => ({ x: 120, y: (hora - 8) * HORA_PX + 20 });
const grade = (page: Page) => page.locator("[data-coluna]");

test.describe("a agenda no celular", { tag: "@celular" }, () => {
  test("o que se marcava volta preenchido depois de perder o sinal, e marca uma vez só", async ({
    page,
    salao,
    banco,
    queixas,
  }) => {
    queixas.tolerar(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
    const ana = await salao.profissional("Ana");
    const nome = unico("Marlene");
    await abrirDia(page, salao.dia, ana);
    await grade(page).tap({ position: as(16) });
    await expect(folha(page).getByRole("searchbox")).toBeFocused();
    await page.keyboard.type(nome);
    await folha(page)
      .getByRole("button", { name: `Cadastrar ${nome}` })
      .tap();
    await folha(page).getByRole("button", { name: "Corte feminino" }).tap();
    // The request arrives, its answer does not.
    await page.route(/\/agenda\?/, async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      await route.fetch();
      await route.abort("internetdisconnected");
    });
    await folha(page).getByRole("button", { name: "Confirmar", exact: true }).tap();
    await expect(folha(page).getByRole("alert")).toContainText("Sem conexão. O que você digitou continua aqui.");
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await expect(folha(page).getByText("Aqui está o que você estava marcando.")).toBeVisible();
    await expect(folha(page).getByRole("textbox", { name: "Nome do novo cliente" })).toHaveValue(nome);
    await folha(page)
      .getByRole("button", { name: /^(Confirmar|Tentar)/ })
      .tap();
    await expect(aviso(page, "às 16:00.")).toBeVisible();
    expect(
      await banco.ler("select a.id from agendamentos a join usuarios u on u.id = a.cliente_id where u.nome = $1", [
        nome,
      ]),
    ).toHaveLength(1);
  });

  test("a sessão que termina no meio não leva o que se marcava", async ({
    page,
    context,
    salao,
    banco,
    novaPessoa,
    entrar,
    queixas,
  }) => {
    queixas.tolerar(/status of 401/);
    const { id, email } = await novaPessoa({ pode_agendar: true, pode_ver_agendamentos: true });
    await entrar(context, id);
    const ana = await salao.profissional("Ana");
    const nome = unico("Odete");
    await abrirDia(page, salao.dia, ana);
    await grade(page).tap({ position: as(17) });
    await expect(folha(page).getByRole("searchbox")).toBeFocused();
    await page.keyboard.type(nome);
    await folha(page)
      .getByRole("button", { name: `Cadastrar ${nome}` })
      .tap();
    await folha(page).getByRole("button", { name: "Corte feminino" }).tap();
    await banco.ler("update sessoes set encerrada_em = now() where usuario_id = $1", [id]);
    await folha(page).getByRole("button", { name: "Confirmar", exact: true }).tap();
    await folha(page).getByRole("link", { name: "Entrar de novo" }).tap();
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Senha").fill("demonstracao");
    await page.getByRole("button", { name: "Entrar", exact: true }).tap();
    await expect(folha(page).getByRole("textbox", { name: "Nome do novo cliente" })).toHaveValue(nome);
    await folha(page).getByRole("button", { name: "Confirmar", exact: true }).tap();
    await expect(aviso(page, "às 17:00.")).toBeVisible();
  });

  test("quem sai do aparelho não deixa nada do que digitou", async ({ page, salao }) => {
    const ana = await salao.profissional("Ana");
    await abrirDia(page, salao.dia, ana);
    await grade(page).tap({ position: as(14) });
    await folha(page).getByRole("button", { name: "Corte feminino" }).tap();
    const guardados = () => page.evaluate(() => Object.keys(localStorage).filter((um) => um.startsWith("rascunho:")));
    expect(await guardados()).toHaveLength(1);
    await page.goto("/conta");
    await page.getByRole("button", { name: /^Conta de/ }).tap();
    await page.getByRole("button", { name: "Sair", exact: true }).tap();
    await expect(page).toHaveURL("/entrar");
    expect(await guardados()).toEqual([]);
  });

  test("o dedo que varre vai ao dia seguinte e volta", async ({ page, salao }) => {
    const ana = await salao.profissional("Ana");
    await abrirDia(page, salao.dia, ana);
    await expect(grade(page)).toBeVisible();
    const mao = contarToques(page);
    await mao.varrer(page.getByRole("region", { name: `Agenda de ${ana.nome}` }), -160);
    await expect(page).not.toHaveURL(new RegExp(salao.dia));
    await mao.varrer(page.getByRole("region", { name: `Agenda de ${ana.nome}` }), 160);
    await expect(page).toHaveURL(new RegExp(salao.dia));
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
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const baixos = await page.evaluate(
      () =>
        [...document.querySelectorAll("[data-agendamento]")].filter((um) => um.getBoundingClientRect().height < 44)
          .length,
    );
    expect(baixos).toBe(0);
  });
});
