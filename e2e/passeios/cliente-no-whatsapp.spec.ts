import { expect, telefoneNovo, test, titulo, unico } from "../fixtures";

test("uma cliente no WhatsApp: marca, muda de ideia, muda a hora, pede uma pessoa, é lembrada e confirma", async ({
  page,
  banco,
}) => {
  const nome = unico("Marina");
  const telefone = telefoneNovo();
  const clienteId = await banco.criar("usuarios", { nome, tipo: "cliente", telefone });
  const conversa = page.getByRole("log", { name: "Conversa de teste" });
  const baloes = conversa.locator("ul").first().locator("> li");
  const caixa = page.getByRole("textbox", { name: "Mensagem do cliente" });

  /** Says it and reads what the assistant answers. */
  async function dizer(texto: string, resposta: RegExp) {
    const antes = await baloes.count();
    await caixa.fill(texto);
    await caixa.press("Enter");
    await expect.poll(() => baloes.count(), { timeout: 20_000 }).toBeGreaterThan(antes + 1);
    await expect(baloes.last()).toContainText(resposta);
  }
  const meus = () =>
    banco.ler<{ id: number; inicio: Date; situacao: string }>(
      "select id, inicio, situacao from agendamentos where cliente_id = $1 order by id",
      [clienteId],
    );

  await page.goto("/configuracoes/whatsapp");
  await page
    .getByRole("link", { name: /simulador/i })
    .first()
    .click();
  await expect(titulo(page, "Simulador")).toBeVisible();
  await page.getByRole("searchbox", { name: "Nome ou telefone" }).fill(nome);
  // Until they are found, the house offers to register them.
  await page.getByRole("button", { name: new RegExp(`^${nome}`) }).click();

  await test.step("marca, mudando de ideia no meio", async () => {
    await caixa.fill("oi! queria marcar uma escova pra semana que vem");
    await caixa.press("Enter");
    await expect(conversa).toContainText(/Escova/, { timeout: 20_000 });
    await dizer("na verdade um corte feminino, quinta que vem de manhã", /corte feminino/i);
    await dizer("1", /confirm|tudo certo|marco/i);
    await dizer("sim", /marcad/i);
    expect(await meus()).toHaveLength(1);
  });

  await test.step("muda a hora", async () => {
    const [antes] = await meus();
    await dizer("preciso mudar meu horário pra sexta à tarde", /sexta/i);
    await dizer("1", /confirm|mudo|troco|certo/i);
    await dizer("sim", /mudad|remarcad|novo horário|pronto/i);
    const [depois] = await meus();
    expect(depois!.inicio).not.toEqual(antes!.inicio);
    expect(await meus()).toHaveLength(1);
  });

  const simulador = page.url();
  await test.step("é lembrada por quem está na casa, que sem a Meta manda à mão, e confirma", async () => {
    const [marcado] = await meus();
    await banco.ler("select set_config('app.ator', 'sistema', false)");
    const [antes] = await banco.ler<{ de: number; ate: number; lembretes: number[] }>(
      "select silencio_de as de, silencio_ate as ate, lembretes_minutos as lembretes from configuracao_whatsapp",
    );
    const configurar = (ativo: boolean, { de, ate, lembretes }: NonNullable<typeof antes>) =>
      banco.ler(
        "update configuracao_whatsapp set ativo = $1, silencio_de = $2, silencio_ate = $3, lembretes_minutos = $4",
        [ativo, de, ate, lembretes],
      );
    const DUAS_SEMANAS = 20_160;
    await configurar(true, { de: 0, ate: 0, lembretes: [DUAS_SEMANAS] });
    const lembrete = JSON.stringify({ agendamentoId: marcado!.id, minutos: DUAS_SEMANAS });
    await banco.ler("select enfileirar('lembrar', $1)", [lembrete]);
    const falhou = "select from mensagens where agendamento_id = $1 and assunto = 'lembrete' and situacao = 'falhou'";
    await expect.poll(() => banco.ler(falhou, [marcado!.id]), { timeout: 20_000 }).toHaveLength(1);
    await configurar(false, antes!);

    await page.goto("/agenda/mensagens");
    const item = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: nome.split(" ")[1]! });
    await expect(item).toContainText("Lembrando do seu horário");
    await page.goto(simulador);
    await dizer("confirmo meu horário", /confirmad/i);
    expect(await meus()).toMatchObject([{ situacao: "confirmado" }]);
  });

  await test.step("pede uma pessoa", async () => {
    await caixa.fill("quero falar com uma pessoa");
    await caixa.press("Enter");
    await expect(page.getByText("O assistente chamou uma pessoa e agora espera.")).toBeVisible({ timeout: 20_000 });
  });
});
