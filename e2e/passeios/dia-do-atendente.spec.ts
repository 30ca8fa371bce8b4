import { devices } from "@playwright/test";
import { abrirAgenda, abrirDia, aviso, bloco, comecaAs, em, expect, folha, livres, test } from "../agenda";
import { telefoneNovo, titulo, unico } from "../fixtures";
import { comecarCorte, dedo, tocarServico } from "../toques";

test.use({ quem: "atendente", ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 });

test("o dia de quem atende, no celular: do que vem agora ao fim do dia", async ({ page, salao, banco }) => {
  const ana = await salao.profissional("Ana");
  const situacao = async (id: number) =>
    (await banco.ler<{ situacao: string }>("select situacao from agendamentos where id = $1", [id]))[0]!.situacao;

  await test.step("abre no dia de hoje, na hora de agora", async () => {
    await abrirAgenda(page, "/");
    await expect(page).toHaveURL(/\/agenda/);
    await expect(page.getByRole("button", { name: "Chegou agora" })).toBeVisible();
  });

  await test.step("alguém chega sem hora", async () => {
    await page.getByRole("button", { name: "Chegou agora" }).tap();
    await tocarServico(page, dedo(page));
    await folha(page)
      .getByRole("button", { name: /^Confirmar/ })
      .tap();
    await expect(aviso(page, "Chegada marcada.")).toBeVisible();
  });

  const [corte, escova] = [await salao.marcar(ana, "10:00", 60), await salao.marcar(ana, "11:00", 30)];

  let outra = "";
  await test.step("um telefonema para mudar de hora", async () => {
    await abrirDia(page, salao.dia, ana);
    await bloco(page, corte).tap();
    await folha(page).getByRole("button", { name: "Remarcar" }).tap();
    outra = (await livres(page).nth(2).innerText()).slice(0, 5);
    await livres(page).nth(2).tap();
    await expect(aviso(page, "remarcado para")).toBeVisible();
    await comecaAs(page, corte, outra);
  });

  await test.step("alguém não veio", async () => {
    await abrirDia(page, salao.dia, ana);
    const faltou = folha(page).getByRole("button", { name: "Faltou", exact: true });
    // A notice that comes in just now pushes the day away below the finger.
    await expect(async () => {
      await dedo(page).demorar(bloco(page, escova));
      await expect(faltou).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await faltou.tap();
    await expect(aviso(page, escova.cliente)).toBeVisible();
    expect(await situacao(escova.id)).toBe("faltou");
  });

  await test.step("um encaixe com o motivo", async () => {
    await page.getByRole("button", { name: "Agendar", exact: true }).tap();
    await folha(page).getByRole("button", { name: "Marcar sem nome" }).tap();
    await folha(page).getByRole("button", { name: "Corte feminino" }).tap();
    await folha(page).getByRole("button", { name: "Outro horário" }).tap();
    await folha(page).getByLabel("Hora", { exact: true }).fill(outra);
    await folha(page).getByText("Encaixar mesmo assim").tap();
    await folha(page).getByRole("button", { name: "Urgência" }).tap();
    await folha(page)
      .getByRole("button", { name: /^Confirmar/ })
      .tap();
    await expect(aviso(page, `às ${outra}.`)).toBeVisible();
  });

  const nova = unico("Jurema");
  await test.step("uma cliente nova", async () => {
    await comecarCorte(page, salao.dia, ana, 16, nova);
    await folha(page).getByRole("textbox", { name: "Telefone" }).fill(telefoneNovo());
    await folha(page).getByRole("button", { name: "Confirmar", exact: true }).tap();
    await expect(aviso(page, "às 16:00.")).toBeVisible();
  });

  await test.step("atende, recebe e fecha o dia", async () => {
    const ontem = new Date(Date.UTC(2012, 0, 1 + Math.floor(Math.random() * 3_000))).toISOString().slice(0, 10);
    const lugar = { inicio: em(ontem, "10:00"), fim: em(ontem, "11:00"), livre_em: em(ontem, "11:00") };
    const feito = await salao.marcar(ana, "10:00", 60, lugar);
    await abrirAgenda(page, `/agenda?dia=${ontem}&profissional=${ana.id}`);
    await bloco(page, feito).tap();
    await folha(page).getByRole("button", { name: "Concluir", exact: true }).tap();
    await folha(page).getByRole("button", { name: "Pix" }).tap();
    await expect(aviso(page, feito.cliente)).toBeVisible();
    expect(await situacao(feito.id)).toBe("concluido");
    await page.getByRole("main").getByRole("button", { name: "Mais", exact: true }).tap();
    await page.getByRole("menuitem", { name: "Fechar o dia" }).tap();
    await expect(titulo(page, "Fechar o dia")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(ontem));
    await page.getByRole("button", { name: "Fechar o dia" }).tap();
    await expect(page.getByRole("heading", { name: "Dia fechado" })).toBeVisible();
    await banco.ler("select set_config('app.ator', 'sistema', false)");
    await banco.ler("delete from fechamentos where dia = $1", [ontem]);
    await banco.ler("delete from pagamentos where agendamento_id = $1", [feito.id]);
  });
});
