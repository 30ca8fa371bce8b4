import type { Page } from "@playwright/test";
import { bloco, em, expect, test, type Marcado, type Pessoa } from "./agenda";
import { unico } from "./fixtures";
import { dedo } from "./toques";

// Taps are counted from the moment the agenda has come; typing and scrolling are none.
test.use({ quem: "atendente" });

const HORA_PX = 180;
const folha = (page: Page) => page.getByRole("dialog");
const aviso = (page: Page, texto: string | RegExp) => page.getByRole("listitem").filter({ hasText: texto });
const abrirDia = (page: Page, dia: string, { id }: Pessoa) => page.goto(`/agenda?dia=${dia}&profissional=${id}`);

/** A point of the day's grid, which begins an hour before the salon opens at nine. */
const as = (hora: number) => ({ x: 120, y: (hora - 8) * HORA_PX + 20 });
const grade = (page: Page) => page.locator("[data-coluna]");

test.describe("a agenda no celular", { tag: "@celular" }, () => {
  test("cliente conhecido em até 4 toques", async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    const antes = await salao.marcar(ana, "09:00", 60, { situacao: "concluido", concluido_em: em(salao.dia, "10:00") });
    await banco.ler("select set_config('app.ator', 'sistema', false), set_config('app.ato', 'sistema.sql', false)");
    await banco.ler("update usuarios set ultima_visita_em = '2015-01-01' where nome = $1", [antes.cliente]);
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);

    await mao.tocar(grade(page), as(14));
    await expect(
      folha(page).getByRole("textbox", { name: "Nome ou telefone" }).or(folha(page).getByRole("searchbox")),
    ).toBeFocused();
    await expect(folha(page).getByRole("list", { name: "Clientes recentes" })).not.toContainText(antes.cliente);
    await page.keyboard.type(antes.cliente);
    await mao.tocar(folha(page).getByRole("button", { name: new RegExp(`^${antes.cliente}`) }));
    // What they had the last time is chosen already.
    await expect(folha(page).getByRole("button", { name: "Corte feminino" })).toHaveAttribute("aria-pressed", "true");
    await mao.tocar(folha(page).getByRole("button", { name: "Confirmar", exact: true }));
    await expect(aviso(page, "às 14:00.")).toBeVisible();
    expect(mao.toques).toBeLessThanOrEqual(4);
    expect(
      await banco.ler(
        `select a.situacao from agendamentos a join usuarios u on u.id = a.cliente_id
         where u.nome = $1 and a.inicio = $2 and a.funcionario_id = $3`,
        [antes.cliente, em(salao.dia, "14:00"), ana.id],
      ),
    ).toEqual([{ situacao: "agendado" }]);
  });

  test("cliente novo em até 5 toques, mais nome e telefone", async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    const nome = unico("Jurema");
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.tocar(grade(page), as(15));
    await expect(folha(page).getByRole("searchbox")).toBeFocused();
    await page.keyboard.type(nome);
    await mao.tocar(folha(page).getByRole("button", { name: `Cadastrar ${nome}` }));
    await expect(folha(page).getByRole("textbox", { name: "Telefone" })).toBeFocused();
    const telefone = `+55119${String(Date.now()).slice(-8)}`;
    await page.keyboard.type(telefone);
    await mao.tocar(folha(page).getByRole("button", { name: "Corte feminino" }));
    await mao.tocar(folha(page).getByRole("button", { name: "Confirmar", exact: true }));
    await expect(aviso(page, "às 15:00.")).toBeVisible();
    expect(mao.toques).toBeLessThanOrEqual(5);
    expect(await banco.ler("select telefone, tipo from usuarios where nome = $1", [nome])).toEqual([
      { telefone, tipo: "cliente" },
    ]);
  });

  test("quem chegou agora em até 3 toques, e Desfazer tira tudo", async ({ page, banco }) => {
    await page.goto("/agenda");
    const mao = dedo(page);
    await mao.tocar(page.getByRole("button", { name: "Chegou agora" }));
    // At night it says on the form that the house is closed, and asks no more.
    const conferido = page.waitForResponse(/\/api\/agenda\/motivo/);
    await mao.tocar(folha(page).getByRole("group", { name: "Serviços" }).getByRole("button").first());
    await conferido;
    await mao.tocar(folha(page).getByRole("button", { name: /^Confirmar/ }));
    await expect(aviso(page, "Chegada marcada.")).toBeVisible();
    expect(mao.toques).toBeLessThanOrEqual(3);
    const [novo] = await banco.ler<{ id: number; chegou: boolean }>(
      "select id, chegou_em is not null as chegou from agendamentos where cliente_id is null order by id desc limit 1",
    );
    expect(novo!.chegou).toBe(true);
    await page.getByRole("button", { name: "Desfazer" }).tap();
    await expect(aviso(page, "Desfeito.")).toBeVisible();
    expect(await banco.ler("select situacao from agendamentos where id = $1", [novo!.id])).toEqual([
      { situacao: "cancelado" },
    ]);
  });

  for (const [botao, situacao] of [
    ["Concluir", "concluido"],
    ["Faltou", "faltou"],
  ] as const)
    test(`${botao} em 2 toques, e Desfazer traz de volta`, async ({ page, salao, banco }) => {
      const ana = await salao.profissional("Ana");
      const corte = await salao.marcar(ana, "10:00", 60);
      const lida = () => banco.ler("select situacao from agendamentos where id = $1", [corte.id]);
      await abrirDia(page, salao.dia, ana);
      const mao = dedo(page);
      await mao.demorar(bloco(page, corte));
      await mao.tocar(folha(page).getByRole("button", { name: botao, exact: true }));
      await expect(aviso(page, corte.cliente)).toBeVisible();
      expect(mao.toques).toBe(2);
      expect(await lida()).toEqual([{ situacao }]);
      await page.getByRole("button", { name: "Desfazer" }).tap();
      await expect(aviso(page, "Desfeito.")).toBeVisible();
      expect(await lida()).toEqual([{ situacao: "agendado" }]);
    });

  test("remarcar em 3 toques", async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "10:00", 60);
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.tocar(bloco(page, corte));
    await mao.tocar(folha(page).getByRole("button", { name: "Remarcar" }));
    await mao.tocar(
      folha(page)
        .getByRole("group", { name: /^Horários livres/ })
        .first()
        .getByRole("button")
        .nth(2),
    );
    await expect(aviso(page, "remarcado para")).toBeVisible();
    expect(mao.toques).toBe(3);
    const [lido] = await banco.ler<{ inicio: Date }>("select inicio from agendamentos where id = $1", [corte.id]);
    expect(lido!.inicio).not.toEqual(em(salao.dia, "10:00"));
  });

  test("cancelar em 3 toques, com o motivo", async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "10:00", 60);
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.tocar(bloco(page, corte));
    await mao.tocar(folha(page).getByRole("button", { name: "Cancelar", exact: true }));
    await mao.tocar(folha(page).getByRole("button", { name: "Cliente doente" }));
    await expect(aviso(page, "cancelado.")).toBeVisible();
    expect(mao.toques).toBe(3);
    expect(await banco.ler("select situacao, cancelado_motivo from agendamentos where id = $1", [corte.id])).toEqual([
      { situacao: "cancelado", cancelado_motivo: "cliente_doente" },
    ]);
  });

  test("procurar o primeiro horário e marcar em até 5 toques", async ({ page, banco }) => {
    const nome = unico("Rita");
    await banco.criar("usuarios", { nome, tipo: "cliente", ultima_visita_em: "2015-01-01" });
    await page.goto("/agenda");
    const mao = dedo(page);
    await mao.tocar(page.getByRole("button", { name: "Procurar" }));
    await mao.tocar(folha(page).getByRole("group", { name: "Serviços" }).getByRole("button").first());
    await mao.tocar(
      folha(page)
        .getByRole("group", { name: /^Horários livres/ })
        .first()
        .getByRole("button")
        .first(),
    );
    await expect(folha(page).getByRole("searchbox")).toBeFocused();
    await page.keyboard.type(nome);
    await mao.tocar(folha(page).getByRole("button", { name: new RegExp(`^${nome}`) }));
    await mao.tocar(folha(page).getByRole("button", { name: "Confirmar", exact: true }));
    await expect(aviso(page, "Marcado para")).toBeVisible();
    expect(mao.toques).toBeLessThanOrEqual(5);
  });

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

  test("desfazer é recusado pelo nome quando outro já tomou o lugar", async ({ page, salao }) => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "10:00", 60);
    await abrirDia(page, salao.dia, ana);
    await bloco(page, corte).tap();
    await folha(page).getByRole("button", { name: "Cancelar", exact: true }).tap();
    await folha(page).getByRole("button", { name: "Cliente desistiu" }).tap();
    await expect(aviso(page, "cancelado.")).toBeVisible();
    const outra = await salao.marcar(ana, "10:30", 30);
    await page.getByRole("button", { name: "Desfazer" }).tap();
    await expect(aviso(page, "Não dá para desfazer")).toContainText(outra.cliente);
  });

  test("o dedo que varre vai ao dia seguinte e volta", async ({ page, salao }) => {
    const ana = await salao.profissional("Ana");
    await abrirDia(page, salao.dia, ana);
    await expect(grade(page)).toBeVisible();
    const mao = dedo(page);
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

  test("confirmar amanhã: um toque abre o recado pronto, outro marca a resposta", async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "10:00", 60);
    await banco.ler("select set_config('app.ator', 'sistema', false), set_config('app.ato', 'sistema.sql', false)");
    const telefone = `+55119${String(Date.now()).slice(-8)}`;
    await banco.ler("update usuarios set telefone = $2 where nome = $1", [corte.cliente, telefone]);
    await page.goto(`/agenda/confirmar?dia=${salao.dia}`);
    const linha = page.getByRole("main").getByRole("listitem").filter({ hasText: corte.cliente });
    const recado = await linha.getByRole("link", { name: "Perguntar" }).getAttribute("href");
    expect(recado).toContain(`https://wa.me/${telefone.slice(1)}?text=`);
    expect(decodeURIComponent(recado!)).toContain(`10:00, Corte feminino com ${ana.nome}`);
    await linha.getByRole("button", { name: "Vem", exact: false }).first().tap();
    await expect(linha).toHaveCount(0);
    expect(await banco.ler("select situacao from agendamentos where id = $1", [corte.id])).toEqual([
      { situacao: "confirmado" },
    ]);
  });
});
