import type { Page } from "@playwright/test";
import {
  abrirDia,
  as,
  aviso,
  bloco,
  comecaAs,
  em,
  expect,
  folha,
  grade,
  livres,
  noCelular,
  test,
  type Marcado,
} from "./agenda";
import { unico } from "./fixtures";
import { dedo } from "./toques";

test.use({ quem: "atendente" });
test.beforeEach(() => test.setTimeout(90_000));

/** On a phone a finger rests on the appointment; at a desktop it opens, where "Concluir" asks how it was paid. */
async function aproximar(page: Page, mao: ReturnType<typeof dedo>, marcado: Marcado, botao: string) {
  if (noCelular(page)) await mao.demorar(bloco(page, marcado));
  else await mao.tocar(bloco(page, marcado));
  await mao.tocar(folha(page).getByRole("button", { name: botao, exact: true }));
  if (noCelular(page) || botao !== "Concluir") return;
  await mao.tocar(folha(page).getByRole("button", { name: "Pix" }));
}

test("concluir e faltou em 2 toques, remarcar e cancelar em 3, e tudo se desfaz", async ({ page, salao, banco }) => {
  const ana = await salao.profissional("Ana");
  const corte = await salao.marcar(ana, "10:00", 60);
  const lido = async () => {
    const [um] = await banco.ler<{ situacao: string; inicio: Date; cancelado_motivo: string | null }>(
      "select situacao, inicio, cancelado_motivo from agendamentos where id = $1",
      [corte.id],
    );
    return um!;
  };
  const desfazer = async () => {
    await dedo(page).tocar(page.getByRole("button", { name: "Desfazer" }));
    await expect(aviso(page, "Desfeito.")).toBeVisible();
    expect(await lido()).toMatchObject({ situacao: "agendado", inicio: em(salao.dia, "10:00") });
  };

  for (const [botao, situacao] of [
    ["Concluir", "concluido"],
    ["Faltou", "faltou"],
  ] as const)
    await test.step(botao, async () => {
      await abrirDia(page, salao.dia, ana);
      const mao = dedo(page);
      await aproximar(page, mao, corte, botao);
      await expect(aviso(page, corte.cliente)).toBeVisible();
      expect(mao.toques).toBe(noCelular(page) || botao === "Faltou" ? 2 : 3);
      expect(await lido()).toMatchObject({ situacao });
      await desfazer();
    });

  await test.step("Remarcar, e desfazer pelo histórico", async () => {
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.tocar(bloco(page, corte));
    await mao.tocar(folha(page).getByRole("button", { name: "Remarcar" }));
    await mao.tocar(livres(page).nth(2));
    await expect(aviso(page, "remarcado para")).toBeVisible();
    expect(mao.toques).toBe(3);
    expect((await lido()).inicio).not.toEqual(em(salao.dia, "10:00"));
    await mao.tocar(bloco(page, corte));
    await mao.tocar(folha(page).getByText("Histórico"));
    await mao.tocar(folha(page).getByRole("listitem").first().getByRole("button", { name: "Desfazer" }));
    await comecaAs(page, corte, "10:00");
  });

  await test.step("Cancelar com o motivo", async () => {
    await abrirDia(page, salao.dia, ana);
    const mao = dedo(page);
    await mao.tocar(bloco(page, corte));
    await mao.tocar(folha(page).getByRole("button", { name: "Cancelar", exact: true }));
    await mao.tocar(folha(page).getByRole("button", { name: "Cliente doente" }));
    await expect(aviso(page, "cancelado.")).toBeVisible();
    expect(mao.toques).toBe(3);
    expect(await lido()).toMatchObject({ situacao: "cancelado", cancelado_motivo: "cliente_doente" });
  });

  await test.step("outro tomou o lugar: desfazer é recusado pelo nome", async () => {
    const outra = await salao.marcar(ana, "10:30", 30);
    await dedo(page).tocar(page.getByRole("button", { name: "Desfazer" }));
    await expect(aviso(page, "Não dá para desfazer")).toContainText(outra.cliente);
    expect(await lido()).toMatchObject({ situacao: "cancelado" });
  });
});

test(
  "agendar de novo deixa de fora o serviço que saiu do catálogo",
  { tag: "@celular" },
  async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "10:00", 60);
    const linha = { nome: unico("Luzes"), preco_centavos: 20_000, duracao_minutos: 30, cor: "verde", ativo: false };
    const servico_id = await banco.criar("servicos", linha);
    const feito = { agendamento_id: corte.id, ordem: 2, servico_id, duracao_minutos: 30, preco_centavos: 20_000 };
    await banco.criar("agendamento_servicos", feito);
    await abrirDia(page, salao.dia, ana);
    await bloco(page, corte).tap();
    await folha(page).getByRole("button", { name: "Agendar de novo" }).tap();
    await folha(page).getByRole("button", { name: "Em 7 dias" }).tap();
    await expect(folha(page).getByRole("button", { name: "Corte feminino" })).toHaveAttribute("aria-pressed", "true");
    await livres(page).first().tap();
    await folha(page)
      .getByRole("button", { name: /^Confirmar/ })
      .tap();
    await expect(aviso(page, "Marcado para")).toBeVisible();
  },
);

test("só se recebe o que se lê, e não mais do que foi cobrado @celular", async ({ page, salao, banco }) => {
  const ana = await salao.profissional("Ana");
  const corte = await salao.marcar(ana, "10:00", 60);
  await abrirDia(page, salao.dia, ana);
  await bloco(page, corte).tap();
  await folha(page).getByRole("button", { name: "Concluir", exact: true }).tap();
  const parte = folha(page).getByRole("textbox", { name: "Só uma parte" });
  const pix = folha(page).getByRole("button", { name: "Pix" });
  await parte.fill("20..");
  await expect(parte).toHaveAccessibleDescription(/Informe o valor/);
  await expect(pix).toBeDisabled();
  await parte.fill("30");
  await pix.tap();
  const cobrado = folha(page).getByRole("textbox", { name: "Valor cobrado" });
  const concluir = folha(page).getByRole("button", { name: "Concluir", exact: true });
  await cobrado.fill("20");
  await expect(cobrado).toHaveAccessibleDescription("Foi recebido mais do que o valor cobrado.");
  await expect(concluir).toBeDisabled();
  await cobrado.fill("30");
  await concluir.tap();
  await expect(aviso(page, "concluído.")).toBeVisible();
  const recebido = "select forma, valor_centavos from pagamentos where agendamento_id = $1";
  expect(await banco.ler(recebido, [corte.id])).toEqual([{ forma: "pix", valor_centavos: 3_000 }]);
  await page.getByRole("button", { name: "Desfazer" }).tap();
  await expect(aviso(page, "Desfeito.")).toBeVisible();
});

test("o agendamento aberto mostra o que outro mudou, e o recusado se salva na segunda vez @celular", async ({
  page,
  salao,
  banco,
}) => {
  const ana = await salao.profissional("Ana");
  const corte = await salao.marcar(ana, "10:00", 60);
  const anotar = async (texto: string) => {
    await banco.ler("select set_config('app.ator', 'sistema', false), set_config('app.ato', 'sistema.sql', false)");
    await banco.ler("update agendamentos set observacoes = $2 where id = $1", [corte.id, texto]);
  };
  await abrirDia(page, salao.dia, ana);
  await bloco(page, corte).tap();
  await folha(page).getByRole("button", { name: "Editar", exact: true }).waitFor();
  await anotar("Chega de bicicleta");
  await expect(folha(page)).toContainText("Chega de bicicleta");

  await folha(page).getByRole("button", { name: "Editar", exact: true }).tap();
  const atendido = folha(page).getByRole("textbox", { name: "Quem será atendido" });
  const observacoes = folha(page).getByRole("textbox", { name: "Observações" });
  await atendido.fill("Lia");
  await anotar("Chega de ônibus");
  const salvar = folha(page).getByRole("button", { name: "Salvar" });
  await salvar.tap();
  await expect(folha(page).getByRole("alert")).toBeVisible();
  await expect(observacoes).toHaveValue("Chega de ônibus");
  await expect(folha(page).getByRole("alert")).toBeVisible();
  await expect(atendido).toHaveValue("Lia");
  await salvar.tap();
  await expect(aviso(page, "Agendamento salvo.")).toBeVisible();
  expect(await banco.ler("select atendido, observacoes from agendamentos where id = $1", [corte.id])).toEqual([
    { atendido: "Lia", observacoes: "Chega de ônibus" },
  ]);
});

test(
  "o que muda em outro lugar aparece em menos de um segundo",
  { tag: "@celular" },
  async ({ page, salao, banco, entrar, outroAparelho }) => {
    const ana = await salao.profissional("Ana");
    const corte = await salao.marcar(ana, "10:00", 60);
    const outra = await outroAparelho();
    const [gerente] = await banco.ler<{ id: number }>("select id from usuarios where email = 'gerente@exemplo.com.br'");
    await entrar(outra.context(), gerente!.id);
    await Promise.all([abrirDia(page, salao.dia, ana), abrirDia(outra, salao.dia, ana)]);
    await Promise.all([comecaAs(page, corte, "10:00"), comecaAs(outra, corte, "10:00")]);
    await dedo(outra).tocar(bloco(outra, corte));
    await folha(outra).getByRole("button", { name: "Remarcar" }).click();
    await livres(outra).nth(2).click();
    await expect(aviso(outra, "remarcado para")).toBeVisible();
    await expect(bloco(page, corte)).not.toHaveAccessibleName(/, 10:00 às /, { timeout: 1_000 });

    const novo = await salao.marcar(ana, "17:00", 30);
    await expect(bloco(page, novo)).toBeVisible({ timeout: 1_000 });
  },
);

test(
  "o horário fechado diz por quê e se marca mesmo assim; o bloqueado se desbloqueia e se marca",
  { tag: "@celular" },
  async ({ page, salao, banco }) => {
    const ana = await salao.profissional("Ana");
    await salao.marcar(ana, "10:00", 30);
    const motivo = page.getByRole("dialog", { name: "Por que não tem horário?" });
    const novo = page.getByRole("dialog", { name: "Novo agendamento" });

    await test.step("fechado", async () => {
      await abrirDia(page, salao.dia, ana);
      // The second: before the morning, at noon, after the day.
      const almoco = page.locator("[data-fechado]").filter({ visible: true }).nth(1);
      await dedo(page).tocar(almoco);
      await expect(motivo).toContainText(
        `${ana.nome} não trabalha às quartas fora das 09:00 às 12:00 e 13:00 às 18:00.`,
      );
      await motivo.getByRole("button", { name: "Agendar mesmo assim" }).click();
      await expect(novo).toBeVisible();
    });

    await test.step("bloqueado", async () => {
      const bloqueio = { funcionario_id: ana.id, inicio: em(salao.dia, "14:00"), fim: em(salao.dia, "16:00") };
      const id = await banco.criar("bloqueios", { ...bloqueio, motivo: "curso" });
      await abrirDia(page, salao.dia, ana);
      await dedo(page).tocar(page.locator(`[data-bloqueio="${id}"]`));
      await expect(motivo).toContainText("curso");
      await motivo.getByRole("button", { name: "Abrir o bloqueio" }).click();
      await page.getByRole("dialog", { name: "Bloqueio: curso" }).getByRole("button", { name: "Desbloquear" }).click();
      await expect(page.locator(`[data-bloqueio="${id}"]`)).toHaveCount(0);
      await dedo(page).tocar(grade(page), as(page, 14.5));
      await expect(novo).toContainText("14:30");
      await expect(novo).toContainText(ana.nome);
    });
  },
);

test.describe("quem só vê a agenda", { tag: "@celular" }, () => {
  test.use({ quem: null });

  test("não é levado ao que não pode abrir", async ({ page, context, salao, novaPessoa, entrar }) => {
    const { id } = await novaPessoa({ pode_ver_agendamentos: true });
    await entrar(context, id);
    const [ana, bia] = [await salao.profissional("Ana"), await salao.profissional("Bia")];
    const corte = await salao.marcar(ana, "10:00", 60);
    await abrirDia(page, salao.dia, ana);
    await bloco(page, corte).tap();
    await expect(folha(page).getByRole("definition").filter({ hasText: corte.cliente })).toBeVisible();
    await expect(folha(page).getByRole("link", { name: corte.cliente })).toHaveCount(0);
    await abrirDia(page, salao.dia, bia);
    await page.getByRole("button", { name: "Lista" }).tap();
    await expect(page.getByRole("heading", { name: "Nada marcado nestes dias" })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("Toque em Agendar");
  });
});
