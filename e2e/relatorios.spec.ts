import type { Page } from "@playwright/test";
import readExcel from "read-excel-file/node";
import { expect, test, titulo, unico } from "./fixtures";

test.use({ quem: "relatorios" });

const reais = (texto: string) => Number(texto.replace(/[^\d]/g, ""));
/** The cell of the table, in centavos. */
const celula = (page: Page, linha: string, coluna: string) =>
  page.locator(`[data-linha="${linha}"] [data-coluna="${coluna}"]`);
const centavos = async (page: Page, linha: string) => reais(await celula(page, linha, "receita").innerText());

/** The number of a row of the XLSX that the page offers, in centavos. */
async function noArquivo(page: Page, rotulo: string): Promise<number> {
  const baixado = page.waitForEvent("download");
  await page.getByRole("link", { name: "Baixar XLSX" }).click();
  const [folha] = await readExcel(await (await baixado).path());
  const [cabecalho, ...linhas] = folha!.data;
  const linha = linhas.find(([primeira]) => primeira === rotulo)!;
  return Math.round(Number(linha[cabecalho!.indexOf("Receita (R$)")]) * 100);
}

test("um atendimento de R$ 1,23 aparece inteiro na tabela, na barra, na lista, no arquivo e no papel", async ({
  page,
  banco,
}) => {
  // Of her own, so that no other test gives her anything or takes her away.
  const nome = unico("Zilda");
  const cargos = await banco.ler<{ id: number }>("select id from cargos order by id limit 1");
  const profissional = await banco.criar("funcionarios", { nome, cargo_id: cargos[0]!.id });
  const chave = String(profissional);
  const endereco = `/relatorios/financeiro?por=profissional&funcionario=${profissional}`;
  await page.goto(endereco);
  await expect(titulo(page, "Financeiro")).toBeVisible();
  const linha = page.locator(`[data-linha="${chave}"]`);
  await expect(linha).toHaveCount(0);

  const em = new Date(Date.now() - 3 * 86_400_000);
  const agendamentoId = await banco.criar("agendamentos", {
    ...{
      funcionario_id: profissional,
      inicio: em,
      fim: new Date(em.getTime() + 300_000),
      livre_em: em,
      origem: "painel",
    },
    ...{ situacao: "concluido", concluido_em: em, encaixe: true, encaixe_motivo: "Teste" },
    ...{ valor_centavos: 123, valor_final_centavos: 123 },
  });
  const [servico] = await banco.ler<{ id: number }>("select id from servicos order by id limit 1");
  await banco.criar("agendamento_servicos", {
    ...{ agendamento_id: agendamentoId, ordem: 1, servico_id: servico!.id, duracao_minutos: 5, preco_centavos: 123 },
  });

  await page.goto(endereco);
  await expect(linha).toBeVisible();
  await expect(page.getByRole("link", { name: "Por profissional", exact: true })).toBeInViewport();
  const agora = await centavos(page, chave);
  expect(agora).toBe(123);
  expect(await centavos(page, "total")).toBe(123);
  const barra = page.locator(`[data-barra="${chave}"]`);
  expect(reais((await barra.getAttribute("title"))!.replace(/\(antes.*/, "").replace(nome, ""))).toBe(agora);
  expect(await noArquivo(page, nome)).toBe(agora);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Imprimir" })).toBeHidden();
  expect(await centavos(page, chave)).toBe(agora);
  await page.emulateMedia({ media: "screen" });

  await barra.click();
  await expect(titulo(page, "Receita")).toBeVisible();
  await expect(page.locator("[data-soma]")).toHaveText(/^R\$/);
  expect(reais(await page.locator("[data-soma]").innerText())).toBe(agora);
  await expect(page.locator(`[data-detalhe="${agendamentoId}"]`)).toContainText("1,23");
  // Who only reads reports may not open the agenda.
  await expect(page.locator(`[data-detalhe="${agendamentoId}"]`).getByRole("link")).toHaveCount(0);
});

test(
  "o filtro fica no endereço e muda os números, e exportar fica na trilha",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    await page.goto("/relatorios");
    await page.getByRole("link", { name: "Faltas e cancelamentos" }).click();
    await page.getByRole("combobox", { name: "Período" }).selectOption({ label: "Mês passado" });
    await expect(page).toHaveURL(/periodo=mes_passado/);
    await page.getByRole("link", { name: "Por dia da semana" }).click();
    await expect(page).toHaveURL(/por=diaDaSemana/);
    await expect(page).toHaveURL(/periodo=mes_passado/);
    await page.getByRole("button", { name: "Pesquisa avançada" }).click();
    await page.getByRole("combobox", { name: "Situação" }).selectOption({ label: "Faltou" });
    await expect(page.locator('[data-destaque="cancelados"]')).toHaveText("0");
    const faltas = await page.locator('[data-linha="total"] [data-coluna="faltas"]').innerText();
    await page.locator('[data-destaque="faltas"]').getByRole("link").click();
    await expect(page.locator("[data-quantos]")).toContainText(faltas);

    const baixado = page.waitForEvent("download");
    await page.getByRole("link", { name: "Baixar CSV" }).click();
    await baixado;
    const [ato] = await banco.ler<{ depois: { titulo: string; linhas: number } }>(
      "select depois from log_auditoria where ato = 'relatorio.exportar' order by id desc limit 1",
    );
    expect(ato!.depois).toMatchObject({ titulo: "Faltas", linhas: Number(faltas) });
  },
);
