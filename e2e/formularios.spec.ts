import { expect, recado, SENHA, test, titulo, unico } from "./fixtures";

// What every form promises, shown on the smallest one.
test.use({ quem: "gerente" });

test(
  "quem salva por último vê o que o outro mudou e decide",
  { tag: "@computador" },
  async ({ page, context, banco }) => {
    const nome = unico("Depiladora");
    const id = await banco.criar("cargos", { nome, descricao: "Depila" });
    const outra = await context.newPage();
    for (const aba of [page, outra]) await aba.goto(`/cargos/${id}`);

    await outra.getByRole("textbox", { name: "Descrição" }).fill("Depila com cera");
    await outra.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(outra.getByText("Cargo salvo.")).toBeVisible();

    await page.getByRole("textbox", { name: "Descrição" }).fill("Depila com linha");
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    const conflito = page.getByRole("status").filter({ hasText: "Outra pessoa alterou este registro" });
    await expect(conflito).toContainText("Agora: Depila com cera. Seu: Depila com linha.");
    await expect(page.getByRole("textbox", { name: "Descrição" })).toHaveValue("Depila com linha");
    await conflito.getByRole("button", { name: "Manter os meus" }).click();
    await expect(page.getByText("Cargo salvo.")).toBeVisible();
    expect(await banco.ler("select descricao from cargos where id = $1", [id])).toEqual([
      { descricao: "Depila com linha" },
    ]);
  },
);

test(
  "no conflito, usar os valores novos traz o que o outro salvou",
  { tag: "@celular" },
  async ({ page, context, banco }) => {
    const id = await banco.criar("cargos", { nome: unico("Barbeira"), descricao: "Barba" });
    const outra = await context.newPage();
    for (const aba of [page, outra]) await aba.goto(`/cargos/${id}`);
    await outra.getByRole("textbox", { name: "Descrição" }).fill("Barba e bigode");
    await outra.getByRole("button", { name: "Salvar cargo" }).tap();
    await expect(outra.getByText("Cargo salvo.")).toBeVisible();
    await page.getByRole("textbox", { name: "Descrição" }).fill("Cabelo");
    await page.getByRole("button", { name: "Salvar cargo" }).tap();
    await page.getByRole("button", { name: "Usar os valores novos" }).tap();
    await expect(page.getByRole("textbox", { name: "Descrição" })).toHaveValue("Barba e bigode");
    await page.getByRole("textbox", { name: "Descrição" }).fill("Barba, cabelo e bigode");
    await page.getByRole("button", { name: "Salvar cargo" }).tap();
    await expect(page.getByText("Cargo salvo.")).toBeVisible();
  },
);

test("o toque duplo numa rede lenta cria um cargo só", { tag: "@celular" }, async ({ page, banco }) => {
  const nome = unico("Recreadora");
  let envios = 0;
  await page.goto("/cargos/novo");
  await page.route("**/cargos/novo", async (route) => {
    envios += 1;
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.getByRole("textbox", { name: "Nome" }).fill(nome);
  await page.getByRole("button", { name: "Salvar cargo" }).dblclick();
  await expect(page.getByText("Cargo criado.")).toBeVisible();
  await expect(page).toHaveURL("/cargos");
  expect(envios).toBe(1);
  expect(await banco.ler("select nome from cargos where nome = $1", [nome])).toHaveLength(1);
});

test(
  "a conexão que cai enquanto salva não perde nem repete nada",
  { tag: ["@celular", "@falha"] },
  async ({ page, banco, queixas }) => {
    queixas.tolerar(/ERR_INTERNET_DISCONNECTED/);
    const nome = unico("Visagista");
    await page.goto("/cargos/novo");
    // The request arrives, its answer does not.
    await page.route("**/cargos/novo", async (route) => {
      await route.fetch();
      await route.abort("internetdisconnected");
    });
    await page.getByRole("textbox", { name: "Nome" }).fill(nome);
    await page.getByRole("textbox", { name: "Descrição" }).fill("Desenha o rosto");
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(recado(page)).toHaveText("Sem conexão. O que você digitou continua aqui.");
    await expect(page.getByRole("textbox", { name: "Nome" })).toHaveValue(nome);
    await expect(page.getByRole("textbox", { name: "Descrição" })).toHaveValue("Desenha o rosto");

    await page.unroute("**/cargos/novo");
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(page.getByText("Cargo criado.")).toBeVisible();
    expect(await banco.ler("select nome from cargos where nome = $1", [nome])).toHaveLength(1);
  },
);

test(
  "quem tem algo por salvar é avisado antes de sair, por qualquer caminho",
  { tag: "@computador" },
  async ({ page }) => {
    const digitado = unico("Meio cargo");
    await page.goto("/cargos");
    await page.getByRole("link", { name: "Novo cargo" }).click();
    await page.getByRole("textbox", { name: "Nome" }).fill(digitado);
    const pergunta = page.getByRole("dialog", { name: "Sair sem salvar?" });

    await page.getByRole("link", { name: "Cancelar" }).click();
    await pergunta.getByRole("button", { name: "Continuar editando" }).click();
    await expect(page.getByRole("textbox", { name: "Nome" })).toHaveValue(digitado);

    const aviso = page.waitForEvent("dialog");
    const recarga = page.evaluate(() => location.reload());
    const dialogo = await aviso;
    expect(dialogo.type()).toBe("beforeunload");
    await dialogo.dismiss();
    await recarga;
    await expect(page.getByRole("textbox", { name: "Nome" })).toHaveValue(digitado);

    await page.evaluate(() => history.back());
    await expect(pergunta).toBeVisible();
    await pergunta.getByRole("button", { name: "Sair sem salvar" }).click();
    await expect(page).toHaveURL("/cargos");
    await expect(titulo(page, "Cargos")).toBeVisible();
  },
);

test(
  "a sessão que terminou com o formulário aberto não leva nada do que foi digitado",
  { tag: "@celular" },
  async ({ page, context, entrar, novaPessoa, banco, queixas }) => {
    queixas.tolerar(/status of 401/);
    const nome = unico("Quase um cargo");
    const { id, email } = await novaPessoa({ pode_cadastrar_cargo: true });
    await entrar(context, id);
    await page.goto("/cargos/novo");
    await page.getByRole("textbox", { name: "Nome" }).fill(nome);
    await banco.ler("update sessoes set encerrada_em = now() where usuario_id = $1", [id]);
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(recado(page)).toContainText("Sua sessão terminou. Entre de novo para continuar.");
    await expect(page.getByRole("textbox", { name: "Nome" })).toHaveValue(nome);

    const [aba] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "Entrar em outra aba" }).click(),
    ]);
    await aba.getByLabel("E-mail").fill(email);
    await aba.getByLabel("Senha").fill(SENHA);
    await aba.getByRole("button", { name: "Entrar", exact: true }).click();
    await expect(titulo(aba, "Início")).toBeVisible();
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(page.getByText("Cargo criado.")).toBeVisible();
  },
);

test(
  "uma aba que ficou velha diz para recarregar, e o que se digitou continua nela",
  { tag: "@computador" },
  async ({ page, queixas }) => {
    queixas.tolerar(/status of 404/);
    const nome = unico("Manicure");
    await page.goto("/cargos/novo");
    await page.getByRole("textbox", { name: "Nome" }).fill(nome);
    // What the server says of an action that this version no longer has.
    await page.route("**/cargos/novo", (route) =>
      route.fulfill({
        status: 404,
        headers: { "x-nextjs-action-not-found": "1" },
        contentType: "text/plain",
        body: "",
      }),
    );
    await page.getByRole("button", { name: "Salvar cargo" }).click();
    await expect(recado(page)).toContainText("O sistema foi atualizado. Recarregue a página para continuar.");
    await expect(page.getByRole("textbox", { name: "Nome" })).toHaveValue(nome);
  },
);
