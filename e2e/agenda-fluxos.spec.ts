import type { Locator, Page } from "@playwright/test";
import {
  bloco,
  coluna,
  em,
  expect,
  HA_ANOS,
  HORA_PX as HORA_PX_COM_MOUSE,
  meio,
  test,
  type Marcado,
  type Pessoa,
} from "./agenda";
import { unico } from "./fixtures";
import { comMouse, contarToques } from "./toques";

// What an attendant does all day, on both sizes. Touches are counted from the moment the agenda has come.
test.use({ quem: "atendente" });

type Mao = ReturnType<typeof contarToques>;

const folha = (page: Page) => page.getByRole("dialog");
const botao = (page: Page, name: string | RegExp) => folha(page).getByRole("button", { name, exact: true });
const aviso = (page: Page, texto: string | RegExp) => page.getByRole("listitem").filter({ hasText: texto });
const horarios = (page: Page) => folha(page).getByRole("group", { name: /^Horários livres/ });
const abrirDia = (page: Page, dia: string, { id }: Pessoa) => page.goto(`/agenda?dia=${dia}&profissional=${id}`);

/** Touches an hour of the day's grid, which begins an hour before the salon opens at nine. */
const tocarHora = (page: Page, mao: Mao, hora: number) =>
  mao.tocar(page.locator("[data-coluna]"), { x: 120, y: (hora - 8) * (comMouse(page) ? HORA_PX_COM_MOUSE : 180) + 20 });

async function desfazer(page: Page, feito: Locator) {
  await feito.getByRole("button", { name: "Desfazer" }).click();
  await expect(aviso(page, "Desfeito.").first()).toBeVisible();
}

test("marca um cliente conhecido em até 4 toques, e um novo em até 5, mais nome e telefone", async ({
  page,
  salao,
  banco,
}) => {
  const ana = await salao.profissional("Ana");
  const antes = await salao.marcar(ana, "09:00", 60, { situacao: "concluido", concluido_em: em(salao.dia, "10:00") });
  await banco.ler("select set_config('app.ator', 'sistema', false), set_config('app.ato', 'sistema.sql', false)");
  await banco.ler("update usuarios set ultima_visita_em = $2 where nome = $1", [antes.cliente, HA_ANOS]);
  const campo = folha(page).getByRole("searchbox");

  await abrirDia(page, salao.dia, ana);
  const conhecido = contarToques(page);
  await tocarHora(page, conhecido, 14);
  await expect(campo).toBeFocused();
  await expect(folha(page).getByRole("list", { name: "Clientes recentes" })).not.toContainText(antes.cliente);
  await page.keyboard.type(antes.cliente);
  await conhecido.tocar(folha(page).getByRole("button", { name: new RegExp(`^${antes.cliente}`) }));
  // What they had the last time is chosen already.
  await expect(botao(page, "Corte feminino")).toHaveAttribute("aria-pressed", "true");
  await conhecido.tocar(botao(page, "Confirmar"));
  await expect(aviso(page, "às 14:00.")).toBeVisible();
  expect(conhecido.toques).toBeLessThanOrEqual(4);

  const nome = unico("Jurema");
  const telefone = `+55119${String(Date.now()).slice(-8)}`;
  await abrirDia(page, salao.dia, ana);
  const novo = contarToques(page);
  await tocarHora(page, novo, 16);
  await expect(campo).toBeFocused();
  await page.keyboard.type(nome);
  await novo.tocar(folha(page).getByRole("button", { name: `Cadastrar ${nome}` }));
  await expect(folha(page).getByRole("textbox", { name: "Telefone" })).toBeFocused();
  await page.keyboard.type(telefone);
  await novo.tocar(botao(page, "Corte feminino"));
  await novo.tocar(botao(page, "Confirmar"));
  await expect(aviso(page, "às 16:00.")).toBeVisible();
  expect(novo.toques).toBeLessThanOrEqual(5);

  expect(
    await banco.ler(
      `select u.nome, u.telefone, a.inicio from agendamentos a join usuarios u on u.id = a.cliente_id
       where a.funcionario_id = $1 and a.situacao = 'agendado' order by a.inicio`,
      [ana.id],
    ),
  ).toEqual([
    { nome: antes.cliente, telefone: null, inicio: em(salao.dia, "14:00") },
    { nome, telefone, inicio: em(salao.dia, "16:00") },
  ]);
});

test("recebe quem chegou agora em até 3 toques, e acha o primeiro horário em até 5", async ({ page, banco }) => {
  await page.goto("/agenda");
  const chegada = contarToques(page);
  await chegada.tocar(page.getByRole("button", { name: "Chegou agora" }));
  // At night it says on the form that the house is closed, and asks no more.
  const conferido = page.waitForResponse(/\/api\/agenda\/motivo/);
  await chegada.tocar(folha(page).getByRole("group", { name: "Serviços" }).getByRole("button").first());
  await conferido;
  await chegada.tocar(folha(page).getByRole("button", { name: /^Confirmar/ }));
  await expect(aviso(page, "Chegada marcada.")).toBeVisible();
  expect(chegada.toques).toBeLessThanOrEqual(3);
  const [novo] = await banco.ler<{ id: number; chegou: boolean }>(
    "select id, chegou_em is not null as chegou from agendamentos where cliente_id is null order by id desc limit 1",
  );
  expect(novo!.chegou).toBe(true);
  await desfazer(page, aviso(page, "Chegada marcada."));
  expect(await banco.ler("select situacao from agendamentos where id = $1", [novo!.id])).toEqual([
    { situacao: "cancelado" },
  ]);

  const nome = unico("Rita");
  await banco.criar("usuarios", { nome, tipo: "cliente", ultima_visita_em: HA_ANOS, criado_em: HA_ANOS });
  await page.goto("/agenda");
  const procura = contarToques(page);
  await procura.tocar(page.getByRole("button", { name: "Procurar" }));
  await procura.tocar(folha(page).getByRole("group", { name: "Serviços" }).getByRole("button").first());
  await procura.tocar(horarios(page).first().getByRole("button").first());
  await expect(folha(page).getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(nome);
  await procura.tocar(folha(page).getByRole("button", { name: new RegExp(`^${nome}`) }));
  await procura.tocar(botao(page, "Confirmar"));
  await expect(aviso(page, "Marcado para")).toBeVisible();
  expect(procura.toques).toBeLessThanOrEqual(5);
});

test("conclui e marca falta em 2 toques, remarca e cancela em 3; Desfazer traz de volta, se ninguém tomou o lugar", async ({
  page,
  salao,
  banco,
}) => {
  const ana = await salao.profissional("Ana");
  const corte = await salao.marcar(ana, "10:00", 60);
  const lido = async () => {
    const colunas = "situacao, inicio, cancelado_motivo";
    const [linha] = await banco.ler<{ situacao: string; inicio: Date; cancelado_motivo: string | null }>(
      `select ${colunas} from agendamentos where id = $1`,
      [corte.id],
    );
    return linha!;
  };
  await abrirDia(page, salao.dia, ana);

  for (const [nome, situacao] of [
    ["Concluir", "concluido"],
    ["Faltou", "faltou"],
  ] as const) {
    const mao = contarToques(page);
    if (comMouse(page)) await mao.tocar(bloco(page, corte));
    else await mao.demorar(bloco(page, corte));
    await mao.tocar(botao(page, nome));
    // With room for it, what was paid is asked for.
    if (comMouse(page) && nome === "Concluir") await botao(page, /^Concluir/).click();
    await expect(folha(page)).toHaveCount(0);
    expect(mao.toques).toBe(2);
    expect(await lido()).toMatchObject({ situacao });
    await desfazer(page, aviso(page, corte.cliente).first());
    await expect.poll(lido).toMatchObject({ situacao: "agendado" });
    await page.reload();
  }

  const remarca = contarToques(page);
  await remarca.tocar(bloco(page, corte));
  await remarca.tocar(botao(page, "Remarcar"));
  await remarca.tocar(horarios(page).first().getByRole("button").nth(2));
  await expect(aviso(page, "remarcado para")).toBeVisible();
  expect(remarca.toques).toBe(3);
  const { inicio } = await lido();
  expect(inicio).not.toEqual(em(salao.dia, "10:00"));

  const cancela = contarToques(page);
  await cancela.tocar(bloco(page, corte));
  await cancela.tocar(botao(page, "Cancelar"));
  await cancela.tocar(botao(page, "Cliente doente"));
  await expect(aviso(page, "cancelado.")).toBeVisible();
  expect(cancela.toques).toBe(3);
  expect(await lido()).toMatchObject({ situacao: "cancelado", cancelado_motivo: "cliente_doente" });

  const hora = new Date(inicio.getTime() - 3 * 3_600_000).toISOString().slice(11, 16);
  const outra = await salao.marcar(ana, hora, 30);
  await aviso(page, "cancelado.").getByRole("button", { name: "Desfazer" }).click();
  await expect(aviso(page, "Não dá para desfazer")).toContainText(outra.cliente);
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
  await linha.getByRole("button", { name: "Vem", exact: false }).first().click();
  await expect(linha).toHaveCount(0);
  expect(await banco.ler("select situacao from agendamentos where id = $1", [corte.id])).toEqual([
    { situacao: "confirmado" },
  ]);
});

test("o horário fechado diz por quê e dá para agendar ali; o que muda em outro lugar aparece em menos de um segundo", async ({
  page,
  salao,
}) => {
  const ana = await salao.profissional("Ana");
  const corte = await salao.marcar(ana, "10:00", 30);
  await abrirDia(page, salao.dia, ana);
  await expect(bloco(page, corte)).toBeVisible();
  const novo: Marcado = await salao.marcar(ana, "09:00", 30);
  await expect(bloco(page, novo)).toBeVisible({ timeout: 1_000 });

  const almoco = coluna(page, ana).locator("[data-fechado]").filter({ visible: true }).nth(1);
  await almoco.scrollIntoViewIfNeeded();
  const { x, y } = await meio(almoco);
  await page.mouse.click(x, y);
  const motivo = page.getByRole("dialog", { name: "Por que não tem horário?" });
  await expect(motivo).toContainText(`${ana.nome} não trabalha às quartas fora das 09:00 às 12:00 e 13:00 às 18:00.`);
  await motivo.getByRole("button", { name: "Agendar mesmo assim" }).click();
  await expect(page.getByRole("dialog", { name: "Novo agendamento" })).toBeVisible();
});
