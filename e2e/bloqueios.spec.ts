import type { Page } from "@playwright/test";
import { semFaltas } from "./acessibilidade";
import { abrirAgenda } from "./agenda";
import { proximo } from "./dias";
import { expect, test, titulo, unico } from "./fixtures";

type Criar = (tabela: string, linha: Record<string, unknown>) => Promise<number>;

/** Two who do the same, at a service of their own, so that nobody else's appointments matter. */
async function dupla(criar: Criar, cargoId: number) {
  const [ana, bia, nomeDoServico] = [unico("Ana"), unico("Bia"), unico("Escova")];
  const anaId = await criar("funcionarios", { nome: ana, cargo_id: cargoId });
  const biaId = await criar("funcionarios", { nome: bia, cargo_id: cargoId });
  const servicoId = await criar("servicos", {
    ...{ nome: nomeDoServico, preco_tipo: "fixo", preco_centavos: 8_000, duracao_minutos: 60, cor: "verde" },
  });
  for (const id of [anaId, biaId]) await criar("funcionario_servicos", { funcionario_id: id, servico_id: servicoId });
  return { ana, anaId, bia, biaId, servicoId };
}

/** A Tuesday at least a week ahead. */
const terca = () => proximo(2, 7);

async function marcar(criar: Criar, funcionarioId: number, servicoId: number, hora: string) {
  const inicio = `${terca()}T${hora}:00-03:00`;
  const fim = new Date(Date.parse(inicio) + 60 * 60_000).toISOString();
  const id = await criar("agendamentos", {
    funcionario_id: funcionarioId,
    inicio,
    fim,
    livre_em: fim,
    origem: "painel",
  });
  await criar("agendamento_servicos", { agendamento_id: id, ordem: 1, servico_id: servicoId, duracao_minutos: 60 });
  return id;
}

test.beforeEach(() => test.setTimeout(60_000));

const item = (page: Page, hora: string) => page.getByRole("listitem").filter({ hasText: `${hora}: Cliente sem nome` });

test(
  "quem sai da equipe deixa pendências: passar a uma colega, outro horário, manter e cancelar; um último dia avisa",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    const [cargo] = await banco.ler<{ id: number }>("select id from cargos limit 1");
    const { ana, anaId, bia, biaId, servicoId } = await dupla(banco.criar, cargo!.id);
    const ids: number[] = [];
    for (const hora of ["10:00", "11:00", "14:00", "15:00"])
      ids.push(await marcar(banco.criar, anaId, servicoId, hora));

    await page.goto(`/funcionarios/${anaId}`);
    await page.getByRole("button", { name: "Desativar" }).click();
    const dialogo = page.getByRole("dialog", { name: `Desativar ${ana}?` });
    await expect(dialogo).toContainText("Tem 4 agendamentos marcados daqui para a frente.");
    await dialogo.getByRole("button", { name: "Desativar" }).click();
    await expect(titulo(page, "Fora do horário")).toBeVisible();
    await expect(page.getByText(`${ana} não atende mais: o cadastro está desativado.`)).toHaveCount(4);

    await item(page, "10:00").getByRole("button", { name: "Outra pessoa" }).click();
    await semFaltas(page, "/agenda/pendencias");
    await item(page, "10:00").getByRole("group", { name: "Quem está livre" }).getByText(bia).click();
    await expect(page.getByText(`Agora é com ${bia}.`)).toBeVisible();
    await expect(item(page, "10:00")).toHaveCount(0);

    await item(page, "11:00").getByRole("button", { name: "Outro horário" }).click();
    await item(page, "11:00")
      .getByRole("group", { name: /Horários livres/ })
      .first()
      .getByRole("button")
      .first()
      .click();
    await expect(item(page, "11:00")).toHaveCount(0);

    await item(page, "14:00").getByRole("button", { name: "Manter assim" }).click();
    await expect(item(page, "14:00")).toHaveCount(0);

    await item(page, "15:00").getByRole("button", { name: "Cancelar" }).click();
    await item(page, "15:00").getByText("Profissional não pode").click();
    await expect(page.getByText("Nada a resolver")).toBeVisible();

    const depois = await banco.ler<{ funcionario_id: number; situacao: string; fora_do_horario: boolean }>(
      "select funcionario_id, situacao, fora_do_horario from agendamentos where id = any($1) order by array_position($1, id)",
      [ids],
    );
    expect(depois).toMatchObject([
      { funcionario_id: biaId, situacao: "agendado" },
      { funcionario_id: biaId, situacao: "agendado" },
      { funcionario_id: anaId, fora_do_horario: true },
      { situacao: "cancelado" },
    ]);

    await test.step("um último dia avisa do que vem depois dele e leva à lista", async () => {
      const { ana, anaId, servicoId } = await dupla(banco.criar, cargo!.id);
      await marcar(banco.criar, anaId, servicoId, "10:00");
      await page.goto(`/funcionarios/${anaId}`);
      const vespera = new Date(Date.parse(`${terca()}T12:00Z`) - 86_400_000).toISOString().slice(0, 10);
      await page.getByLabel("Último dia de trabalho").fill(vespera);
      await page.getByRole("button", { name: "Salvar funcionário" }).click();
      const dialogo = page.getByRole("dialog", { name: "1 agendamento depois do último dia" });
      await dialogo.getByRole("link", { name: "Resolver agora" }).click();
      await expect(page.getByText(`${ana} trabalha aqui só até`)).toBeVisible();
    });
  },
);

test(
  "bloqueia da agenda: mostra antes quem atinge, leva à decisão e se desfaz",
  { tag: ["@celular", "@longo"] },
  async ({ page, banco }) => {
    const [cargo] = await banco.ler<{ id: number }>("select id from cargos limit 1");
    const { ana, anaId, servicoId } = await dupla(banco.criar, cargo!.id);
    await marcar(banco.criar, anaId, servicoId, "10:00");
    await abrirAgenda(page, `/agenda?dia=${terca()}&profissional=${anaId}`);
    await page.getByRole("main").getByRole("button", { name: "Mais", exact: true }).click();
    await page.getByRole("menuitem", { name: "Bloquear" }).click();
    const folha = page.getByRole("dialog", { name: "Bloquear horário" });
    await folha.getByLabel("Quem").selectOption({ label: ana });
    await folha.getByText("De agora até…").click();
    await expect(folha.getByText("Atinge")).toBeHidden();
    await folha.getByLabel("Até o fim do dia").fill(terca());
    await expect(folha.getByText("Atinge 1 agendamento.")).toBeVisible();
    await folha.getByRole("button", { name: "Bloquear" }).click();
    await expect(folha.getByText("Escolha o motivo.")).toBeVisible();
    await semFaltas(page, "folha de bloqueio");
    await folha.getByText("Doença").click();
    await folha.getByLabel("Descrição").fill("Gripe");
    await folha.getByRole("button", { name: "Bloquear" }).click();
    await page.getByRole("dialog", { name: "Horário bloqueado" }).getByRole("link", { name: "Resolver agora" }).click();
    await expect(titulo(page, "Fora do horário")).toBeVisible();
    await expect(page.getByText(/doença \(Gripe\)\./)).toBeVisible();

    const [bloqueio] = await banco.ler<{ id: number }>("select id from bloqueios where funcionario_id = $1", [anaId]);
    await page.goto(`/agenda?dia=${terca()}&profissional=${anaId}&bloqueio=${bloqueio!.id}`);
    await page.getByRole("dialog", { name: "Bloqueio: doença" }).getByRole("button", { name: "Desbloquear" }).click();
    await expect.poll(() => banco.ler("select id from bloqueios where funcionario_id = $1", [anaId])).toEqual([]);
    await page.goto(`/agenda/pendencias?profissional=${anaId}`);
    await expect(page.getByText("Nada a resolver")).toBeVisible();
  },
);
