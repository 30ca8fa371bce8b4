import { expect, test } from "../agenda";
import { SENHA, titulo } from "../fixtures";

test("alguém sai da casa: o cadastro, o acesso, a sessão aberta e os agendamentos que tinha", async ({
  page,
  salao,
  banco,
  novaPessoa,
  outroAparelho,
}) => {
  const [ana, bia] = [await salao.profissional("Ana"), await salao.profissional("Bia")];
  const dela = await novaPessoa({ pode_ver_agendamentos: true });
  await banco.ler("select set_config('app.ator', 'sistema', false)");
  await banco.ler("update funcionarios set usuario_id = $2 where id = $1", [ana.id, dela.id]);
  const [cedo, tarde] = [await salao.marcar(ana, "10:00", 60), await salao.marcar(ana, "15:00", 60)];
  const celular = await outroAparelho();
  await celular.goto("/entrar");
  await celular.getByLabel("E-mail").fill(dela.email);
  await celular.getByLabel("Senha", { exact: true }).fill(SENHA);
  await celular.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(titulo(celular, "Início")).toBeVisible();

  await test.step("desativa o cadastro, que diz o que fica aberto", async () => {
    await page.goto(`/funcionarios?busca=${encodeURIComponent(ana.nome)}`);
    await page.getByRole("main").getByRole("link", { name: ana.nome }).click();
    await page.getByRole("button", { name: "Desativar" }).click();
    const dialogo = page.getByRole("dialog", { name: `Desativar ${ana.nome}?` });
    await expect(dialogo).toContainText("Tem 2 agendamentos marcados daqui para a frente.");
    await expect(dialogo).toContainText("O acesso ao sistema continua aberto.");
    await dialogo.getByRole("button", { name: "Desativar", exact: true }).click();
    await expect(titulo(page, "Fora do horário")).toBeVisible();
  });

  await test.step("um vai para a colega, o outro é cancelado", async () => {
    const item = (quem: string) => page.getByRole("listitem").filter({ hasText: quem });
    await item(cedo.cliente).getByRole("button", { name: "Outra pessoa" }).click();
    await item(cedo.cliente).getByRole("group", { name: "Quem está livre" }).getByText(bia.nome).click();
    await expect(page.getByText(`Agora é com ${bia.nome}.`)).toBeVisible();
    // What is left moves up then, away from under the finger.
    await expect(item(cedo.cliente)).toHaveCount(0);
    await item(tarde.cliente).getByRole("button", { name: "Cancelar" }).click();
    await item(tarde.cliente).getByText("Profissional não pode").click();
    await expect(page.getByText("Nada a resolver")).toBeVisible();
    const lidos = await banco.ler<{ funcionario_id: number; situacao: string }>(
      "select funcionario_id, situacao from agendamentos where id = any($1) order by id",
      [[cedo.id, tarde.id]],
    );
    expect(lidos).toMatchObject([{ funcionario_id: bia.id, situacao: "agendado" }, { situacao: "cancelado" }]);
  });

  await test.step("desativa o usuário, e a sessão aberta no celular acaba", async () => {
    await page.goto(`/usuarios/${dela.id}`);
    await page.getByRole("button", { name: "Desativar" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Desativar usuário" }).click();
    await expect(page.getByText(`${dela.nome} não entra mais.`)).toBeVisible();
    await celular.goto("/agenda");
    await expect(celular).toHaveURL(/\/entrar/);
    await celular.getByLabel("E-mail").fill(dela.email);
    await celular.getByLabel("Senha", { exact: true }).fill(SENHA);
    await celular.getByRole("button", { name: "Entrar", exact: true }).click();
    await expect(titulo(celular, "Entrar")).toBeVisible();
    await expect(celular.getByRole("alert").first()).toBeVisible();
  });
  await banco.ler("update funcionarios set usuario_id = null where id = $1", [ana.id]);
});
