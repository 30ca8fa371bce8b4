import type { Page } from "@playwright/test";
import { aviso, expect, folha, test } from "../agenda";
import { comecarCorte } from "../toques";
import { unico } from "../fixtures";

test.use({ quem: "atendente" });

test("duas pessoas querem a mesma hora da mesma profissional: uma marca, a outra sabe por quê e escolhe outra", async ({
  page,
  salao,
  banco,
  entrar,
  outroAparelho,
}) => {
  const ana = await salao.profissional("Ana");
  const outra = await outroAparelho();
  const [gerente] = await banco.ler<{ id: number }>("select id from usuarios where email = 'gerente@exemplo.com.br'");
  await entrar(outra.context(), gerente!.id);
  const telas = [page, outra] as const;
  const nomes = [unico("Rosa"), unico("Lia")] as const;

  for (const [i, tela] of telas.entries()) await comecarCorte(tela, salao.dia, ana, 15, nomes[i]!);
  await expect(folha(outra).getByText("Alguém está marcando este horário.")).toBeVisible();

  await Promise.all(
    telas.map((tela) =>
      folha(tela)
        .getByRole("button", { name: /^(Confirmar|Tentar mesmo assim)/ })
        .click(),
    ),
  );
  const marcou = (tela: Page) => aviso(tela, "às 15:00.").isVisible();
  await expect.poll(async () => (await Promise.all(telas.map(marcou))).filter(Boolean).length).toBe(1);
  const marcados = () =>
    banco.ler<{ id: number; cliente: string; profissional: number }>(
      `select a.id, u.nome as cliente, a.funcionario_id as profissional
       from agendamentos a join usuarios u on u.id = a.cliente_id where u.nome = any($1) and a.situacao = 'agendado'`,
      [nomes],
    );
  const [vencedora, ...mais] = await marcados();
  expect(mais).toEqual([]);

  const perdeu = vencedora!.cliente === nomes[0] ? outra : page;
  // Whoever was asked only knows that somebody is booking there, and goes on.
  const pergunta = perdeu.getByRole("dialog", { name: "Continuar mesmo assim?" });
  if (await pergunta.isVisible()) await pergunta.getByRole("button", { name: "Continuar" }).click();
  await expect(folha(perdeu)).toContainText(vencedora!.cliente);
  // What was typed is still there, and the nearest free times are one press away.
  const nome = perdeu === page ? nomes[0] : nomes[1];
  await expect(folha(perdeu).getByRole("textbox", { name: "Nome do novo cliente" })).toHaveValue(nome);
  await folha(perdeu).getByRole("alert").getByRole("button").first().click();
  await folha(perdeu)
    .getByRole("button", { name: /^Confirmar/ })
    .click();
  await expect(aviso(perdeu, "Marcado para")).toBeVisible();
  const dois = await marcados();
  expect(dois.map(({ cliente }) => cliente).sort()).toEqual([...nomes].sort());
  for (const tela of telas) await expect(tela.locator(`[data-agendamento="${vencedora!.id}"]`)).toBeVisible();
  // The offer may be somebody else, who is of the house and keeps nothing of a test.
  await banco.ler("select set_config('app.ator', 'sistema', false)");
  await banco.ler(
    "update agendamentos set situacao = 'cancelado', cancelado_em = now(), cancelado_motivo = 'empresa' where id = any($1)",
    [dois.filter(({ profissional }) => profissional !== ana.id).map(({ id }) => id)],
  );
});
