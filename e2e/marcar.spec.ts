import {
  abrirAgenda,
  abrirDia,
  arrastar,
  as,
  aviso,
  em,
  expect,
  folha,
  grade,
  HA_ANOS,
  livres,
  meio,
  noCelular,
  servicoDaCasa,
  test,
} from "./agenda";
import { telefoneNovo, unico } from "./fixtures";
import { dedo, tocarServico } from "./toques";

// Touches are counted from the moment the agenda has come; typing and scrolling are none.
test.use({ quem: "atendente" });
test.beforeEach(() => test.setTimeout(90_000));

test("cliente conhecido em 4 toques, cliente novo em 5, quem chega na hora em 3", async ({ page, salao, banco }) => {
  const ana = await salao.profissional("Ana");

  await test.step("cliente conhecido, que não está entre os recentes", async () => {
    const antes = await salao.marcar(ana, "09:00", 60, { situacao: "concluido", concluido_em: em(salao.dia, "10:00") });
    await banco.ler("select set_config('app.ator', 'sistema', false), set_config('app.ato', 'sistema.sql', false)");
    await banco.ler("update usuarios set ultima_visita_em = $2 where nome = $1", [antes.cliente, HA_ANOS]);
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.tocar(grade(page), as(page, 14));
    await expect(folha(page).getByRole("searchbox")).toBeFocused();
    const recentes = folha(page).getByRole("list", { name: "Clientes recentes" });
    await expect(recentes).toHaveAttribute("aria-busy", "false");
    await expect(recentes).not.toContainText(antes.cliente);
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

  await test.step("cliente novo, além de nome e telefone", async () => {
    const nome = unico("Jurema");
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.tocar(grade(page), as(page, 15));
    await expect(folha(page).getByRole("searchbox")).toBeFocused();
    await page.keyboard.type(nome);
    await mao.tocar(folha(page).getByRole("button", { name: `Cadastrar ${nome}` }));
    await expect(folha(page).getByRole("textbox", { name: "Telefone" })).toBeFocused();
    const telefone = telefoneNovo();
    await page.keyboard.type(telefone);
    await mao.tocar(folha(page).getByRole("button", { name: "Corte feminino" }));
    await mao.tocar(folha(page).getByRole("button", { name: "Confirmar", exact: true }));
    await expect(aviso(page, "às 15:00.")).toBeVisible();
    expect(mao.toques).toBeLessThanOrEqual(5);
    expect(await banco.ler("select telefone, tipo from usuarios where nome = $1", [nome])).toEqual([
      { telefone, tipo: "cliente" },
    ]);
  });

  await test.step("quem chega na hora, sem nome, e Desfazer tira tudo", async () => {
    const mao = dedo(page);
    if (noCelular(page)) {
      await abrirAgenda(page);
      await mao.tocar(page.getByRole("button", { name: "Chegou agora" }));
      await tocarServico(page, mao);
    } else {
      await abrirDia(page, salao.dia, ana);
      await mao.tocar(page.getByRole("button", { name: "Agendar", exact: true }));
      await mao.tocar(folha(page).getByRole("button", { name: "Marcar sem nome" }));
      await mao.tocar(folha(page).getByRole("button", { name: "Corte feminino" }));
      await mao.tocar(livres(page).first());
    }
    await mao.tocar(folha(page).getByRole("button", { name: /^Confirmar/ }));
    await expect(aviso(page, noCelular(page) ? "Chegada marcada." : "Marcado para")).toBeVisible();
    expect(mao.toques).toBeLessThanOrEqual(noCelular(page) ? 3 : 5);
    const [novo] = await banco.ler<{ id: number }>(
      `select id from agendamentos where cliente_id is null and (chegou_em is not null or funcionario_id = $1)
       order by id desc limit 1`,
      [ana.id],
    );
    await mao.tocar(page.getByRole("button", { name: "Desfazer" }));
    await expect(aviso(page, "Desfeito.")).toBeVisible();
    expect(await banco.ler("select situacao from agendamentos where id = $1", [novo!.id])).toEqual([
      { situacao: "cancelado" },
    ]);
  });
});

test("o primeiro horário se procura e se marca em 5 toques; amanhã se confirma em 2", async ({
  page,
  salao,
  banco,
}) => {
  await test.step("procurar horário", async () => {
    const nome = unico("Rita");
    await banco.criar("usuarios", { nome, tipo: "cliente", ultima_visita_em: HA_ANOS, criado_em: HA_ANOS });
    await abrirAgenda(page);
    const mao = dedo(page);
    await mao.tocar(page.getByRole("button", { name: /^Procurar/ }));
    await mao.tocar(servicoDaCasa(page));
    await mao.tocar(livres(page).first());
    await expect(folha(page).getByRole("searchbox")).toBeFocused();
    await page.keyboard.type(nome);
    await mao.tocar(folha(page).getByRole("button", { name: new RegExp(`^${nome}`) }));
    await mao.tocar(folha(page).getByRole("button", { name: "Confirmar", exact: true }));
    await expect(aviso(page, "Marcado para")).toBeVisible();
    expect(mao.toques).toBeLessThanOrEqual(5);
    const marcados = "select situacao from agendamentos a join usuarios u on u.id = a.cliente_id where u.nome = $1";
    expect(await banco.ler(marcados, [nome])).toEqual([{ situacao: "agendado" }]);
  });

  await test.step("um toque abre o recado pronto, outro marca a resposta", async () => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "10:00", 60);
    await banco.ler("select set_config('app.ator', 'sistema', false), set_config('app.ato', 'sistema.sql', false)");
    const telefone = telefoneNovo();
    await banco.ler("update usuarios set telefone = $2 where nome = $1", [corte.cliente, telefone]);
    await page.getByRole("main").getByRole("button", { name: "Mais", exact: true }).click();
    await page.getByRole("menuitem", { name: "Confirmar amanhã" }).click();
    await expect(page).toHaveURL("/agenda/confirmar");
    await page.getByLabel("Dia", { exact: true }).fill(salao.dia);
    const linha = page.getByRole("main").getByRole("listitem").filter({ hasText: corte.cliente });
    const recado = await linha.getByRole("link", { name: "Perguntar" }).getAttribute("href");
    expect(recado).toContain(`https://wa.me/${telefone.slice(1)}?text=`);
    expect(decodeURIComponent(recado!)).toContain(`10:00, Corte feminino com ${ana.nome}`);
    await dedo(page).tocar(linha.getByRole("button", { name: /^Vem/ }));
    await expect(linha).toHaveCount(0);
    expect(await banco.ler("select situacao from agendamentos where id = $1", [corte.id])).toEqual([
      { situacao: "confirmado" },
    ]);
  });
});

test("quem chega quando ninguém está livre vê antes de confirmar com quem e a que horas @celular", async ({
  page,
  salao,
}) => {
  const ana = await salao.profissional("Ana");
  const inicio = new Date(Math.ceil(Date.now() / 300_000 + 24) * 300_000);
  await page.route("**/api/agenda/horarios?**", async (route) => {
    const lidos = await (await route.fetch()).json();
    const livre = { id: ana.id, nome: ana.nome, inicios: [inicio.toISOString()] };
    await route.fulfill({ json: { ...lidos, dias: [{ ...lidos.dias[0], profissionais: [livre] }] } });
  });
  const hora = inicio.toLocaleTimeString("pt-BR", { timeZone: "America/Sao_Paulo", timeStyle: "short" });
  await abrirAgenda(page);
  await page.getByRole("button", { name: "Chegou agora" }).tap();
  await folha(page).getByRole("button", { name: "Corte feminino" }).tap();
  const espera = folha(page)
    .getByRole("status")
    .filter({ hasText: `${ana.nome}, livre` });
  await expect(espera).toContainText(`às ${hora}`);
  await expect(folha(page)).toContainText("O atendimento só começa nesse horário.");
  await folha(page)
    .getByRole("button", { name: /^Confirmar/ })
    .tap();
  await expect(aviso(page, "Chegada marcada. Começa")).toContainText(`às ${hora}.`);
});

test("selecionar texto para além da borda não fecha o que se preenche @computador", async ({ page, salao }) => {
  const ana = await salao.profissional("Ana");
  await abrirDia(page, salao.dia, ana);
  await page.getByRole("button", { name: "Agendar", exact: true }).click();
  const busca = folha(page).getByRole("searchbox");
  await busca.fill("Jurema");
  const de = await meio(busca);
  await arrastar(page, de, { x: -de.x + 100 });
  await expect(busca).toHaveValue("Jurema");
  await page.mouse.click(100, de.y);
  await expect(folha(page)).toHaveCount(0);
});
