import { semFaltas } from "./acessibilidade";
import { abrirAgenda, aviso } from "./agenda";
import { expect, ouve, telefoneNovo, test, unico } from "./fixtures";

type Banco = { criar: (tabela: string, linha: Record<string, unknown>) => Promise<number> };

/** Somebody who wrote a moment ago and waits for a person. */
async function quemEspera(banco: Banco, texto: string) {
  const nome = unico("Célia");
  const telefone = telefoneNovo();
  const cliente_id = await banco.criar("usuarios", { nome, tipo: "cliente", telefone });
  const dela = { telefone, cliente_id, nome_perfil: nome, modo: "esperando", nao_lidas: 1 };
  const id = await banco.criar("conversas", { ...dela, ultima_recebida_em: new Date() });
  const mensagem = { conversa_id: id, direcao: "entrada", autor: "cliente", situacao: "recebida" };
  await banco.criar("mensagens", { ...mensagem, texto });
  return { id, nome, cliente_id, telefone };
}

test("a ligação com a Meta guarda os segredos e só mostra o fim deles @computador @longo", async ({ page }) => {
  await page.goto("/configuracoes/whatsapp");
  await page.getByRole("button", { name: "Mudar a ligação com a Meta" }).click();
  const folha = page.getByRole("dialog", { name: "Ligação com a Meta" });
  await folha.getByRole("textbox", { name: "Identificação do número" }).fill("(11) 98765-4321");
  await folha.getByRole("textbox", { name: "Identificação da conta" }).fill("102290129340398");
  await expect(folha.getByText("Não é o telefone.").last()).toBeVisible();
  await folha.getByRole("textbox", { name: "Identificação do número" }).fill("106540352242922");
  await folha.getByRole("textbox", { name: "Token de acesso" }).fill("EAAGm0PX4ZCpsBAKZCaFZB1a2b");
  await folha.getByRole("textbox", { name: "Chave secreta do app" }).fill("0123456789abcdef0123456789abcdef");
  await folha.getByRole("button", { name: "Gerar código" }).click();
  await expect(folha.getByRole("textbox", { name: "Código de verificação" })).toHaveValue(/^[0-9a-f]{32}$/);
  await folha.getByRole("button", { name: "Salvar ligação" }).click();
  await expect(page.getByText("•••• 1a2b", { exact: true })).toBeVisible();
  await expect(page.getByText("EAAGm0PX4ZCpsBAKZCaFZB")).toHaveCount(0);
  await expect(page.getByText(/^http.*\d\/api\/whatsapp\/webhook$/)).toBeVisible();
});

test("no simulador o assistente responde, e um toque leva a conversa adiante @celular", async ({ page, banco }) => {
  const nome = unico("Diego");
  await banco.criar("usuarios", { nome, tipo: "cliente", telefone: telefoneNovo() });
  await page.goto("/configuracoes/whatsapp/simulador");
  await page.getByRole("searchbox", { name: "Nome ou telefone" }).fill(nome);
  await page.getByRole("button", { name: new RegExp(`^${nome}`) }).click();
  const mensagem = page.getByRole("textbox", { name: "Mensagem do cliente" });
  await mensagem.fill("quanto custa o corte feminino?");
  await mensagem.press("Enter");
  const conversa = page.getByRole("log", { name: "Conversa de teste" });
  await expect(conversa).toContainText("R$ 95,00", { timeout: 15_000 });
  await semFaltas(page, "conversa");
  await mensagem.fill("quero falar com um atendente");
  await mensagem.press("Enter");
  await expect(page.getByText("O assistente chamou uma pessoa e agora espera.")).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "Recomeçar conversa" }).click();
  await expect(page.getByText("O assistente chamou uma pessoa e agora espera.")).toHaveCount(0);
  await expect(conversa).not.toContainText("R$ 95,00");
});

test(
  "quem atende assume, responde com uma resposta pronta e devolve",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    const { id, nome } = await quemEspera(banco, "Posso levar meu cachorro?");
    const pronta = unico("Pode sim, ele é bem-vindo!");
    await banco.ler("select set_config('app.ator', 'sistema', false)");
    await banco.ler("update configuracao_whatsapp set respostas_prontas = array[$1]", [pronta]);
    await page.goto("/conversas?filtro=esperando");
    await page.getByRole("link", { name: nome }).click();
    const fio = page.getByRole("region", { name: `Conversa com ${nome}` });
    await expect(fio.getByText("Posso levar meu cachorro?")).toBeVisible();
    await fio.getByRole("button", { name: "Assumir" }).click();
    await expect(fio.getByText(/Vou continuar a conversa com você/)).toBeVisible();
    await fio.getByRole("button", { name: "Respostas prontas" }).click();
    await page.getByRole("menuitem", { name: pronta }).click();
    await fio.getByRole("button", { name: "Enviar" }).click();
    await expect(fio.getByRole("listitem").filter({ hasText: pronta })).toBeVisible();
    await semFaltas(page, "conversa");
    await fio.getByRole("button", { name: "Devolver" }).click();
    await expect(fio.getByText(/^Com o assistente/)).toBeVisible();
    const [linha] = await banco.ler<{ modo: string }>("select modo from conversas where id = $1", [id]);
    expect(linha!.modo).toBe("assistente");
  },
);

test(
  "a resposta que se perdeu no caminho e é mandada de novo sai uma vez só",
  { tag: ["@celular", "@falha"] },
  async ({ page, banco, queixas }) => {
    queixas.tolerar(/ERR_INTERNET_DISCONNECTED/);
    const { id, nome } = await quemEspera(banco, "Tem horário hoje?");
    await page.goto(`/conversas?conversa=${id}`);
    const fio = page.getByRole("region", { name: `Conversa com ${nome}` });
    const mensagem = fio.getByRole("textbox", { name: `Mensagem para ${nome}` });
    await ouve(page, "textarea");
    const texto = unico("Temos às 15:00");
    const saidas = () => banco.ler("select id from mensagens where conversa_id = $1 and texto = $2", [id, texto]);
    // The request arrives, its answer does not.
    await page.route(/\/conversas/, async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      await route.fetch();
      await route.abort("internetdisconnected");
    });
    await mensagem.fill(texto);
    await fio.getByRole("button", { name: "Enviar" }).click();
    await expect(aviso(page, "Sem conexão.")).toBeVisible();
    await expect.poll(saidas).toHaveLength(1);
    await page.unrouteAll({ behavior: "wait" });
    await fio.getByRole("button", { name: "Enviar" }).click();
    await expect(mensagem).toHaveValue("");
    expect(await saidas()).toHaveLength(1);
    await test.step("a mesma coisa dita outra vez é outra mensagem", async () => {
      await mensagem.fill(texto);
      await fio.getByRole("button", { name: "Enviar" }).click();
      await expect(mensagem).toHaveValue("");
      expect(await saidas()).toHaveLength(2);
    });
  },
);

test("as mensagens anteriores ficam inteiras quando chega outra @computador", async ({ page, banco }) => {
  const { id, nome } = await quemEspera(banco, "mensagem 0.");
  const dela = { conversa_id: id, direcao: "entrada", autor: "cliente", situacao: "recebida" };
  const dizer = (n: number) => banco.criar("mensagens", { ...dela, texto: `mensagem ${n}.` });
  for (let n = 1; n < 85; n++) await dizer(n);
  await page.goto(`/conversas?conversa=${id}`);
  const ditas = page.getByRole("region", { name: `Conversa com ${nome}` }).getByText(/^mensagem \d+\.$/);
  await expect(ditas).toHaveCount(80);
  await page.getByRole("button", { name: "Ver mensagens anteriores" }).click();
  await expect(ditas).toHaveCount(85);
  await dizer(85);
  await expect(ditas).toHaveCount(86);
});

test("o que chega aparece sem recarregar, e quem espera toca no título e no menu @computador", async ({
  page,
  banco,
}) => {
  await page.goto("/cargos");
  await quemEspera(banco, "Alguém aí?");
  await expect(page).toHaveTitle(/^\(\d+\) /);
  await expect(
    page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: /Conversas.*esperando/ }),
  ).toBeVisible();
  await page.goto("/conversas");
  const { nome } = await quemEspera(banco, "Cheguei agora");
  await expect(page.getByRole("link", { name: nome })).toContainText("Cheguei agora");
});

test("o formulário ao lado abre com o que o assistente entendeu @computador", async ({ page, banco }) => {
  const { id, nome } = await quemEspera(banco, "Quero escova");
  const [escova] = await banco.ler<{ id: number }>("select id from servicos where nome = 'Escova'");
  await banco.ler("select set_config('app.ator', 'sistema', false)");
  const estado = JSON.stringify({ v: 1, rascunho: { servicos: [escova!.id], profissionalId: null } });
  await banco.ler("update conversas set estado = $2 where id = $1", [id, estado]);
  await banco.ler("update configuracao_whatsapp set ativo = true");
  await page.goto(`/conversas?conversa=${id}`);
  await page.getByRole("button", { name: "Marcar horário" }).click();
  const folha = page.getByRole("dialog", { name: "Novo agendamento" });
  await expect(folha.getByText(nome).first()).toBeVisible();
  await expect(folha.getByRole("button", { name: "Escova", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(folha.getByRole("switch", { name: "Avisar o cliente" })).toBeChecked();
});

test("o lembrete que não saiu aparece sobre a agenda e sai da lista ao ser mandado à mão @celular @longo", async ({
  page,
  banco,
  context,
}) => {
  const { id, nome } = await quemEspera(banco, "Oi");
  const texto = unico("Seu horário é amanhã");
  const dela = { conversa_id: id, direcao: "saida", autor: "sistema", situacao: "falhou", assunto: "lembrete" };
  const esperava = page.getByRole("link", { name: "Ver e mandar" });
  const dia = page.getByRole("region", { name: /^Agenda de / });
  // Other tests may have theirs for a moment.
  await expect(async () => {
    // At the top of another day, where no scrolling makes up for what comes in above.
    await abrirAgenda(page, "/agenda?dia=2030-01-08");
    await expect(esperava).toBeHidden({ timeout: 100 });
  }).toPass();
  const antes = await dia.boundingBox();
  await banco.criar("mensagens", { ...dela, texto, motivo: "Este número não recebe mensagens do WhatsApp." });
  const agora = aviso(page, /não (saiu|saíram)/).getByRole("button", { name: "Ver e mandar" });
  await expect(agora).toBeVisible();
  expect(await dia.boundingBox(), "nada anda debaixo do dedo").toEqual(antes);
  await agora.tap();
  const item = page.getByRole("listitem").filter({ hasText: texto });
  await expect(item.getByText("não recebe mensagens")).toBeVisible();
  await context.route("https://wa.me/**", (rota) => rota.fulfill({ body: "wa.me" }));
  const aba = page.waitForEvent("popup");
  await item.getByRole("link", { name: `Mandar à mão para ${nome}` }).click();
  expect(decodeURIComponent((await aba).url())).toContain(texto);
  await expect(item).toHaveCount(0);
});
