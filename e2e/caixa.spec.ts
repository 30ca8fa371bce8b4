import { em, expect, test } from "./agenda";
import { recado } from "./fixtures";

test.use({ quem: "atendente" });

/** A day of long ago that no other test has. */
const umDia = () => new Date(Date.UTC(2012, 0, 1 + Math.floor(Math.random() * 3_000))).toISOString().slice(0, 10);

test(
  "fechar o dia: primeiro o desfecho, depois a conta com a diferença, e reabrir com um motivo",
  { tag: ["@celular", "@longo"] },
  async ({ page, salao, banco }) => {
    const dia = umDia();
    const as = (hora: string) => em(dia, hora);
    const ana = await salao.profissional("Ana");
    const lugar = (de: string, ate: string) => ({ inicio: as(de), fim: as(ate), livre_em: as(ate) });
    const esquecido = await salao.marcar(ana, "09:00", 60, lugar("09:00", "10:00"));
    const concluido = { situacao: "concluido", concluido_em: as("11:00"), valor_final_centavos: 9_000 };
    const pago = await salao.marcar(ana, "10:00", 60, { ...lugar("10:00", "11:00"), ...concluido });
    const pagamento = { agendamento_id: pago.id, forma: "dinheiro", valor_centavos: 9_000, recebido_em: as("11:00") };
    const pagamentoId = await banco.criar("pagamentos", pagamento);

    await page.goto(`/agenda/caixa?dia=${dia}`);
    await expect(page.getByRole("heading", { name: "1 agendamento sem desfecho" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Fechar o dia" })).toBeDisabled();
    await page.getByRole("link", { name: esquecido.cliente }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Faltou" }).click();
    const situacao = () => banco.ler("select situacao from agendamentos where id = $1", [esquecido.id]);
    await expect.poll(situacao).toEqual([{ situacao: "faltou" }]);
    await page.goto(`/agenda/caixa?dia=${dia}`);
    await expect(page.getByText("sem desfecho")).toBeHidden();

    await page.getByRole("textbox", { name: "Contado em dinheiro" }).fill("85");
    await expect(page.getByText("faltam R$ 5,00").first()).toBeVisible();
    const outro = { ...pagamento, forma: "pix", valor_centavos: 1_000 };
    const outroId = await banco.criar("pagamentos", outro);
    await page.getByRole("button", { name: "Fechar o dia" }).click();
    await expect(page.getByText(/mudou enquanto você conferia|Diga o motivo/)).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Contado em pix" })).toHaveValue("10,00");
    await expect(page.getByRole("textbox", { name: "Contado em dinheiro" })).toHaveValue("85,00");
    await page.getByRole("button", { name: "Fechar o dia" }).click();
    await expect(page.getByText("Diga o motivo da diferença.")).toBeVisible();
    await page.getByRole("textbox", { name: "Motivo da diferença" }).fill("Troco errado de manhã");
    await page.getByRole("button", { name: "Fechar o dia" }).click();
    await expect(page.getByRole("heading", { name: "Dia fechado" })).toBeVisible();
    await expect(page.getByText("Contado R$ 85,00: faltam R$ 5,00")).toBeVisible();
    await expect(page.getByText("Troco errado de manhã")).toBeVisible();

    await page.getByRole("link", { name: pago.cliente }).first().click();
    await expect(page.getByRole("heading", { name: "Recibo" })).toBeVisible();
    await page.getByRole("textbox", { name: "Número da nota fiscal" }).fill("NF-e 77");
    await page.getByRole("button", { name: "Anotar" }).click();
    await expect(page.getByRole("definition").filter({ hasText: "NF-e 77" })).toBeVisible();

    await page.goto(`/agenda/caixa?dia=${dia}`);
    await page.getByRole("button", { name: "Reabrir o dia" }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Motivo" }).fill("Faltou contar uma nota");
    await page.getByRole("dialog").getByRole("button", { name: "Reabrir" }).click();
    await expect(page.getByText("Este dia foi reaberto")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Contado em dinheiro" })).toHaveValue("90,00");
    await expect(recado(page)).toBeHidden();

    await banco.ler("delete from pagamentos where id = any($1)", [[pagamentoId, outroId]]);
  },
);
