import { devices, type Page } from "@playwright/test";
import { rotaDe, rotas } from "@/lib/domain/permissoes";
import { semFaltas } from "./acessibilidade";
import { amanha, diaUtilAtras } from "./dias";
import { expect, inteira, larguraDe, ouve, test } from "./fixtures";

type Passo = (page: Page) => Promise<void>;

/** Every screen that a master may open, and what is then opened on it, one after the other. */
const telas: [endereco: string, ...passos: Passo[]][] = [
  ["/inicio"],
  ["/agenda/pendencias"],
  ["/agenda/confirmar"],
  ["/agenda/mensagens"],
  ["/conversas"],
  ["/agenda", marcarHorario, cadastrarQuemMarca],
  ["/agenda?abrir=nenhum", procurarHorario],
  ["/agenda?visao=semana"],
  ["/agenda?visao=mes"],
  ["/agenda?profissional=999999"],
  ["/agenda/novidades"],
  [`/agenda?visao=lista&profissional=3&dia=${amanha()}`, abrirAgendamento, receber, remarcar],
  [`/agenda/caixa?dia=${diaUtilAtras(1)}`],
  [`/agenda/caixa?dia=${diaUtilAtras(10)}`, pedirParaReabrir],
  [`/agenda/caixa?dia=${diaUtilAtras(12)}`, abrirRecibo],
  ["/agenda/recibo/1"],
  ["/clientes", buscarEmTudo],
  ["/clientes?busca=ninguem-se-chama-assim"],
  ["/clientes/novo", salvarClienteVazio, escreverEmailErrado],
  ["/clientes/importar", recusarImagem, conferirArquivo],
  ["/clientes/10", registrarConsentimento, agendarDeNovo],
  ["/clientes/10/editar"],
  ["/relatorios"],
  ["/relatorios/agendamentos", lerDefinicao],
  ["/relatorios/agendamentos?por=horario"],
  ["/relatorios/desempenho?periodo=d90"],
  ["/relatorios/clientes?por=frequentes"],
  ["/relatorios/clientes?por=inativos&sumidos=30"],
  ["/relatorios/financeiro?por=forma"],
  ["/relatorios/faltas?por=lembrete"],
  ["/relatorios/mensagens"],
  ["/relatorios/lista?medida=receita"],
  ["/relatorios/extrato?funcionario=3"],
  ["/relatorios/resumo"],
  ["/funcionarios"],
  ["/funcionarios/novo", marcarServico, darAcesso],
  ["/funcionarios/1", perguntarAntesDeDesativar],
  ["/servicos"],
  ["/servicos/novo", salvarVazio, abrirCategorias],
  ["/servicos/1"],
  ["/cargos", abrirMenuDaLinha, perguntarAntesDeExcluir],
  ["/cargos/novo"],
  ["/cargos/1", abrirMais],
  ["/usuarios"],
  ["/usuarios/novo", salvarUsuarioVazio],
  ["/usuarios/1"],
  ["/configuracoes", perguntarAntesDeTirarLogo],
  ["/configuracoes/horarios", mudarSemana, novaData, mudarRegras],
  ["/configuracoes/whatsapp", verPasso, mudarAssistente],
  ["/configuracoes/whatsapp/simulador"],
  ["/configuracoes/saude"],
  ["/auditoria?area=agendamento", abrirMudancas],
  ["/conta", abrirMenuDaConta],
  ["/nao-existe"],
  ["/sem-permissao"],
  ["/trocar-senha"],
];

const rotaDaTela = (endereco: string) => rotaDe(endereco.split("?")[0]!);
/** The first of each route; what other addresses of it show differs less. */
const umaDeCadaRota = telas.filter(
  (tela) => tela === telas.find(([endereco]) => rotaDaTela(endereco) === rotaDaTela(tela[0])),
);
const asOutras = telas.filter((tela) => !umaDeCadaRota.includes(tela));

async function pedirParaReabrir(page: Page) {
  await page.getByRole("button", { name: "Reabrir o dia" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reabrir" }).click();
  await expect(page.getByText("Diga por que o dia é reaberto.")).toBeVisible();
}

async function abrirRecibo(page: Page) {
  await page.getByRole("listitem").filter({ hasText: "R$" }).getByRole("link").first().click();
  await expect(page.getByRole("button", { name: "Imprimir" })).toBeVisible();
}

async function lerDefinicao(page: Page) {
  await page.getByRole("button", { name: "O que é: Faltas" }).first().click();
  await expect(page.getByText("Agendamentos em que o cliente não veio.").first()).toBeVisible();
}

async function marcarHorario(page: Page) {
  await page.getByRole("button", { name: "Agendar", exact: true }).click();
  const recentes = page.getByRole("dialog").getByRole("list", { name: "Clientes recentes" });
  await expect(recentes).toHaveAttribute("aria-busy", "false");
  await expect(recentes.getByRole("listitem").nth(1)).toBeVisible();
}

async function cadastrarQuemMarca(page: Page) {
  await page.getByRole("searchbox", { name: "Nome ou telefone" }).fill("Zenaide 11 98765-0000");
  await page.getByRole("button", { name: "Cadastrar Zenaide" }).click();
  await page.getByText("Duração, observações e quem será atendido").click();
  await page.getByRole("button", { name: "Confirmar", exact: true }).click();
  await expect(page.getByText("Escolha o serviço.").first()).toBeVisible();
}

async function procurarHorario(page: Page) {
  await page.getByRole("button", { name: /^Procurar/ }).click();
  await page.getByRole("dialog").getByRole("group", { name: "Serviços" }).getByRole("button").first().click();
  await expect(
    page
      .getByRole("dialog")
      .getByRole("group", { name: /^Horários livres/ })
      .first(),
  ).toBeVisible();
}

async function abrirAgendamento(page: Page) {
  await ouve(page, "[data-agendamento]");
  await page.locator("[data-agendamento]").first().click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Remarcar" })).toBeVisible();
}

async function receber(page: Page) {
  await page.getByRole("dialog").getByRole("button", { name: "Concluir" }).click();
  await expect(page.getByRole("textbox", { name: "Valor cobrado" })).toBeVisible();
}

async function remarcar(page: Page) {
  await page.getByRole("button", { name: "Voltar" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remarcar" }).click();
  await expect(
    page
      .getByRole("dialog")
      .getByRole("group", { name: /^Horários livres/ })
      .first(),
  ).toBeVisible();
}

async function buscarEmTudo(page: Page) {
  await page.getByRole("banner").getByRole("button", { name: "Buscar" }).click();
  await page.getByRole("combobox", { name: "Buscar" }).fill("corte");
  await expect(page.getByRole("dialog").getByRole("option", { name: "Corte feminino" })).toBeVisible();
}

async function abrirMenuDaConta(page: Page) {
  await page
    .getByRole("banner")
    .getByRole("button", { name: /^Conta de/ })
    .click();
  await expect(page.getByRole("button", { name: "Sair", exact: true })).toBeVisible();
}

/** What the bottom bar of a phone has no room for; the sidebar of a wide screen has. */
async function abrirMais(page: Page) {
  const mais = page.getByRole("button", { name: "Mais" });
  if (!(await mais.isVisible())) return;
  await mais.click();
  await expect(page.getByRole("dialog", { name: "Mais" })).toBeVisible();
}

async function salvarClienteVazio(page: Page) {
  await page.getByRole("button", { name: "Salvar cliente" }).click();
  await expect(page.getByText("Informe o nome do cliente.")).toBeVisible();
}

async function escreverEmailErrado(page: Page) {
  await page.getByRole("textbox", { name: "E-mail" }).fill("ana@gmial.com");
  await page.getByRole("textbox", { name: "Etiquetas" }).fill("VIP,");
  await page.getByText("Aceita mensagens por WhatsApp").click();
  await expect(page.getByRole("button", { name: "Você quis dizer ana@gmail.com?" })).toBeVisible();
}

const escolherArquivo = (page: Page, name: string, texto: string) =>
  page.getByLabel("Escolher arquivo CSV").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(texto) });

async function recusarImagem(page: Page) {
  await escolherArquivo(page, "logo.csv", "\u0089PNG\0");
  await expect(page.getByText("Este arquivo não é um CSV")).toBeVisible();
}

async function conferirArquivo(page: Page) {
  await escolherArquivo(page, "clientes.csv", "nome;telefone;cor\nAna Prado;123;azul\nBia Prado;;verde\n");
  await expect(page.getByText("Linha 2")).toBeVisible();
}

async function registrarConsentimento(page: Page) {
  await page.getByRole("button", { name: "Registrar", exact: true }).click();
  await expect(page.getByRole("button", { name: "Registrar consentimento" })).toBeVisible();
}

async function verPasso(page: Page) {
  await page.getByText("Gere um token que não vence").click();
  await expect(page.getByRole("img", { name: /Usuários do sistema/ })).toBeVisible();
}

async function mudarAssistente(page: Page) {
  await page.getByRole("button", { name: "Mudar o assistente" }).click();
  await page.getByText("Modelos aprovados na Meta").click();
  await expect(page.getByRole("textbox", { name: "Agendamento marcado" })).toBeVisible();
}

async function agendarDeNovo(page: Page) {
  await page.keyboard.press("Escape");
  const nome = await page.getByRole("main").getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("navigation", { name: "Agendar de novo" }).getByRole("link", { name: "Em 7 dias" }).click();
  await expect(page.getByRole("dialog", { name: "Novo agendamento" })).toContainText(nome);
}

async function salvarVazio(page: Page) {
  await page.getByRole("button", { name: "Salvar serviço" }).click();
  await expect(page.getByText("Informe o nome do serviço.")).toBeVisible();
}

async function abrirCategorias(page: Page) {
  await page.getByRole("combobox", { name: "Categoria" }).click();
  await expect(page.getByRole("option", { name: "Cabelo" })).toBeVisible();
}

async function marcarServico(page: Page) {
  await page.getByText("Cabelo", { exact: true }).click();
  const servico = page.getByRole("group", { name: "Corte feminino", exact: true });
  await servico.getByText("Corte feminino").click();
  await servico.getByRole("button", { name: "Mudar tempo ou preço" }).click();
  await expect(servico.getByRole("textbox", { name: "Preço próprio" })).toBeVisible();
}

async function darAcesso(page: Page) {
  await page.getByText("Criar usuário").click();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeVisible();
}

async function perguntarAntesDeDesativar(page: Page) {
  await page.getByRole("button", { name: "Desativar" }).click();
  await expect(page.getByRole("dialog", { name: "Desativar" })).toBeVisible();
}

async function abrirMenuDaLinha(page: Page) {
  await page.getByRole("button", { name: "Ações" }).first().click();
  await expect(page.getByRole("menuitem", { name: "Excluir" })).toBeVisible();
}

async function perguntarAntesDeExcluir(page: Page) {
  await page.getByRole("menuitem", { name: "Excluir" }).click();
  await expect(page.getByRole("dialog", { name: "Excluir o cargo" })).toBeVisible();
}

async function salvarUsuarioVazio(page: Page) {
  await page.getByRole("button", { name: "Salvar usuário" }).click();
  await expect(page.getByText("Informe o nome")).toBeVisible();
}

async function perguntarAntesDeTirarLogo(page: Page) {
  await page.getByRole("button", { name: "Remover logotipo" }).click();
  await expect(page.getByRole("dialog", { name: "Remover o logotipo?" })).toBeVisible();
}

async function mudarSemana(page: Page) {
  await page.getByRole("button", { name: "Mudar o horário da empresa" }).click();
  await page.getByLabel("Terça, até as").fill("08:00");
  await page.getByRole("button", { name: "Salvar horários" }).click();
  await expect(page.getByText("O fim precisa vir depois do início.")).toBeVisible();
}

async function novaData(page: Page) {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Nova data" }).click();
  await page.getByText("Aberto em outro horário").click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Mais um período" })).toBeVisible();
}

async function mudarRegras(page: Page) {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Mudar as regras" }).click();
  await expect(page.getByRole("dialog").getByLabel("Antecedência mínima")).toBeVisible();
}

async function abrirMudancas(page: Page) {
  await page.locator("summary").first().click();
}

/** On a phone narrower than those of the other tests the screen stays within its width. */
async function cabeNaLargura(page: Page, tela: string) {
  const { width } = page.viewportSize()!;
  expect.soft(await larguraDe(page), `${tela}, com ${width} px de largura`).toBeLessThanOrEqual(width);
}

const PARTES = 5;
const fatia = <T>(tudo: T[], parte: number) => tudo.filter((_, i) => i % PARTES === parte);
const partes = Array.from({ length: PARTES }, (_, parte) => [`parte ${parte + 1} de ${PARTES}`, parte] as const);

/** What is dark on a phone is light on a wide screen, and the screen after the next the other way round. */
const temaDe = (page: Page, n: number) =>
  page.viewportSize()!.width < 640 === (Math.floor(n / 2) % 2 === 0) ? "dark" : "light";

const TAMANHOS = { celular: { width: 360, height: 740 }, computador: { width: 1440, height: 900 } };
type Tamanho = keyof typeof TAMANHOS;

/** A screen is looked at in one size, the next in the other; the long tests look at each in that which was left out. */
const umTamanho = (n: number): Tamanho[] => [n % 2 === 0 ? "celular" : "computador"];
const outroTamanho = (n: number) => umTamanho(n + 1);
const osDois = (): Tamanho[] => ["celular", "computador"];

/** Makes one page now a phone's, touched by a finger, now a desktop's: opening each screen twice takes twice as long. */
async function tamanhosDe(page: Page) {
  const tela = await page.context().newCDPSession(page);
  return async (tamanho: Tamanho) => {
    const dedo = tamanho === "celular";
    // What is first drawn of the agenda goes by it.
    await tela.send("Emulation.setUserAgentOverride", { userAgent: dedo ? devices["Pixel 7"].userAgent : "" });
    await tela.send("Emulation.setTouchEmulationEnabled", { enabled: dedo });
    await page.setViewportSize(TAMANHOS[tamanho]);
    await page.waitForFunction(
      ({ width, dedo }) => innerWidth === width && matchMedia("(pointer: coarse)").matches === dedo,
      { width: TAMANHOS[tamanho].width, dedo },
    );
    // With the second frame the page has heard of it, and what is still to come is no longer there.
    await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(heard))));
  };
}

async function abrir(page: Page, endereco: string, tema: "light" | "dark") {
  await page.emulateMedia({ colorScheme: tema });
  await page.goto(endereco);
  await inteira(page);
}

/** Each opened once, on a phone, where it has to keep within the width, and looked at in these sizes. */
async function olharTelas(page: Page, suas: typeof telas, tamanhos: (n: number) => Tamanho[]) {
  const virar = await tamanhosDe(page);
  for (const [n, [endereco]] of suas.entries()) {
    await virar("celular");
    await abrir(page, endereco, temaDe(page, n));
    await cabeNaLargura(page, endereco);
    for (const tamanho of tamanhos(n)) {
      await virar(tamanho);
      // The agenda of a desktop is another than that of a phone, and comes when the screen gets wider.
      await inteira(page);
      await semFaltas(page, endereco, temaDe(page, n));
    }
  }
}

async function olhar(page: Page, tela: string, tema?: "light" | "dark") {
  await semFaltas(page, tela, tema);
  if (page.viewportSize()!.width < 640) await cabeNaLargura(page, tela);
}

test.describe("sem falta de acessibilidade, no claro e no escuro, e dentro da largura", () => {
  // Side by side, so that the last of the tests is not one that takes minutes.
  test.describe.configure({ mode: "parallel" });

  test.beforeEach(async ({ queixas, page, isMobile }) => {
    test.setTimeout(120_000);
    if (isMobile) await page.setViewportSize(TAMANHOS.celular);
    // What was begun on one screen would come back on the next.
    await page.addInitScript(() => location.origin.startsWith("http") && localStorage.clear());
    queixas.tolerar(/status of 40[34]/);
  });

  for (const [nome, parte] of partes) {
    test(`as telas, ${nome}`, { tag: "@computador" }, ({ page }) =>
      olharTelas(page, fatia(umaDeCadaRota, parte), umTamanho),
    );

    test(`as telas no outro tamanho, ${nome}`, { tag: ["@computador", "@longo"] }, ({ page }) =>
      olharTelas(page, fatia(umaDeCadaRota, parte), outroTamanho),
    );

    test(`outros endereços delas, ${nome}`, { tag: ["@computador", "@longo"] }, ({ page }) =>
      olharTelas(page, fatia(asOutras, parte), osDois),
    );

    test(`o que se abre nelas, ${nome}`, { tag: "@longo" }, async ({ page }) => {
      const comPassos = telas.filter(([, ...passos]) => passos.length);
      for (const [n, [endereco, ...passos]] of fatia(comPassos, parte).entries()) {
        await abrir(page, endereco, temaDe(page, n));
        await ouve(page, "main *");
        for (const passo of passos) {
          await passo(page);
          await olhar(page, `${endereco}, ${passo.name}`, temaDe(page, n));
        }
      }
    });
  }

  test.describe("a entrada", () => {
    test.use({ quem: null });

    test("de quem chega", async ({ page }) => {
      await page.goto("/entrar");
      await olhar(page, "/entrar");
    });
  });
});

test("nenhuma tela da casa ficou de fora desta lista", { tag: "@computador" }, () => {
  const vistas = new Set(telas.map(([endereco]) => rotaDaTela(endereco)));
  const alhures = ["/", "/entrar", "/primeiro-acesso"];
  const esquecidas = Object.keys(rotas).filter((rota) => !rota.startsWith("/api/") && !alhures.includes(rota));
  expect(esquecidas.filter((rota) => !vistas.has(rota as keyof typeof rotas))).toEqual([]);
});
