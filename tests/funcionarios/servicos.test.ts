import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { criarFuncionario, editarFuncionario } from "@/lib/funcionarios/commands";
import { opcoesDoFuncionario, verFuncionario } from "@/lib/funcionarios/queries";
import type { ServicoFeito } from "@/lib/funcionarios/schema";
import type { Usuario } from "@/lib/server/actor";
import { desativarServico, excluirServico } from "@/lib/servicos/commands";
import { ficha } from "../support/funcionarios";
import { cargo, contratar, recusaDe, servico } from "../support/people";
import { contar, rastroDe } from "../support/sql";

let carla: Usuario;
let celia: Usuario;
let cargoId: number;
beforeAll(async () => {
  [carla, celia] = [await contratar("Carla"), await contratar("Dona Célia")];
  cargoId = (await cargo("Cabeleireira")).id;
});

let contador = 0;
let [corte, escova, luzes]: [number, number, number] = [0, 0, 0];
beforeEach(async () => {
  const novo = async (nome: string) => (await servico({ nome: `${nome} ${++contador}` })).id;
  [corte, escova, luzes] = [await novo("Corte"), await novo("Escova"), await novo("Luzes")];
});

const faz = (servicoId: number, duracaoMinutos: number | null = null, precoCentavos: number | null = null) => ({
  servicoId,
  duracaoMinutos,
  precoCentavos,
});
const criar = (servicos: unknown) => criarFuncionario({ actor: carla }, { ...ficha, cargoId, servicos });
const editar = (visto: { id: number; versao: number }, servicos: ServicoFeito[], requestId?: string) =>
  editarFuncionario({ actor: carla, requestId }, { ...ficha, cargoId, id: visto.id, versao: visto.versao, servicos });
const feitos = async (id: number) => (await verFuncionario(carla, id)).servicos;

test("cada serviço com a sua duração e o seu preço, ou com os de todos", async () => {
  const lista = [faz(corte), faz(escova, 75), faz(luzes, 5, 0)];
  const { id } = await criar(lista);
  expect(await feitos(id)).toEqual(lista);
});

test("a trilha conta só os que entraram, mudaram e saíram", async () => {
  const visto = await criar([faz(corte), faz(escova, 75)]);
  const { id: barba } = await servico({ nome: `Barba ${++contador}` });
  const requestId = randomUUID();
  const salvo = await editar(visto, [faz(corte), faz(luzes), faz(barba, null, 9_000)], requestId);
  expect(salvo.versao).toBe(visto.versao + 1);
  expect((await rastroDe(requestId)).map(({ entidade, operacao }) => `${entidade} ${operacao}`)).toEqual([
    "funcionario_servicos exclusao",
    "funcionario_servicos criacao",
    "funcionario_servicos criacao",
  ]);
  const outro = randomUUID();
  await editar(salvo, [faz(corte, 40), faz(luzes), faz(barba, null, 9_000)], outro);
  expect(await rastroDe(outro)).toMatchObject([
    { operacao: "alteracao", entidade: "funcionario_servicos", depois: { duracao_minutos: 40 } },
  ]);
});

test("salvar a mesma lista em outra ordem não muda nada, nem a versão", async () => {
  const visto = await criar([faz(corte), faz(escova, 75)]);
  const requestId = randomUUID();
  expect(await editar(visto, [faz(escova, 75), faz(corte)], requestId)).toMatchObject({ versao: visto.versao });
  expect(await rastroDe(requestId)).toEqual([]);
});

test("duas pessoas mexem só nos serviços de uma funcionária: a segunda fica sabendo", async () => {
  const visto = await criar([]);
  await editar(visto, [faz(corte)]);
  expect(await recusaDe(editar(visto, [faz(escova)]))).toMatchObject({
    code: "conflito",
    current: { servicos: [faz(corte)], versao: visto.versao + 1 },
  });
  expect(await feitos(visto.id)).toEqual([faz(corte)]);
});

test("dez ao mesmo tempo, cada uma com a sua lista: uma vence inteira", async () => {
  const visto = await criar([]);
  const tentativas = Array.from({ length: 10 }, (_, n) => editar(visto, [faz(corte, 10 + n), faz(escova, 10 + n)]));
  const fim = await Promise.allSettled(tentativas);
  expect(fim.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [um, dois] = await feitos(visto.id);
  expect(um?.duracaoMinutos).toBe(dois?.duracaoMinutos);
  expect((await verFuncionario(carla, visto.id)).versao).toBe(visto.versao + 1);
});

describe("recusa", () => {
  const campo = async (servicos: unknown) => (await recusaDe(criar(servicos))).fields;

  test("um serviço repetido, um que não existe, e mais do que cabe", async () => {
    expect(await campo([faz(corte), faz(corte, 30)])).toEqual({ servicos: "Há um serviço repetido na lista." });
    expect(await campo([faz(corte), faz(2_147_483_647)])).toEqual({
      servicos: "Um dos serviços marcados não existe mais. Recarregue a página e confira a lista.",
    });
    expect(await campo(Array.from({ length: 501 }, (_, n) => faz(n + 1)))).toEqual({
      servicos: "Escolha no máximo 500 serviços.",
    });
  });

  test.each([
    [{ duracaoMinutos: 4 }, "duracaoMinutos", "A duração mínima é de 5 minutos."],
    [{ duracaoMinutos: 721 }, "duracaoMinutos", "A duração máxima é de 12 horas."],
    [{ duracaoMinutos: 30.5 }, "duracaoMinutos", "Informe a duração, por exemplo 30 ou 1h30."],
    [{ duracaoMinutos: Number.NaN }, "duracaoMinutos", "Informe a duração, por exemplo 30 ou 1h30."],
    [{ precoCentavos: -1 }, "precoCentavos", "O preço não pode ser negativo."],
    [{ precoCentavos: 10_000_001 }, "precoCentavos", "O preço vai até R$ 100.000,00."],
    [{ precoCentavos: "45" }, "precoCentavos", "Informe o preço, por exemplo 45,50."],
  ])("%j, no lugar certo da lista", async (mudanca, nome, frase) => {
    expect(await campo([faz(corte), { ...faz(escova), ...mudanca }])).toEqual({ [`servicos.1.${nome}`]: frase });
  });

  test("um serviço de outra funcionária enviado com o id da linha dela", async () => {
    expect((await recusaDe(criar([{ ...faz(corte), id: 1 }]))).code).toBe("invalido");
    expect((await recusaDe(criar([{ ...faz(corte), funcionarioId: 1 }]))).code).toBe("invalido");
  });

  test("e nada fica pela metade", async () => {
    const antes = await contar(sql`from funcionarios`);
    await recusaDe(criar([faz(corte), faz(2_147_483_647)]));
    expect(await contar(sql`from funcionarios`)).toBe(antes);
  });
});

test("o banco recusa de qualquer caminho a linha repetida e os números absurdos", async () => {
  const { id } = await criar([faz(corte)]);
  const { comoSistema } = await import("../support/sql");
  const forcar = (valores: string) =>
    comoSistema((tx) =>
      tx.execute(sql`insert into funcionario_servicos (funcionario_id, servico_id, duracao_minutos, preco_centavos)
        values (${id}, ${sql.raw(valores)})`),
    );
  for (const valores of [`${corte}, null, null`, `${escova}, 4, null`, `${escova}, null, -1`])
    await expect(forcar(valores), valores).rejects.toThrow();
});

test("o formulário oferece os ativos, e um inativo só a quem já o faz", async () => {
  const { id } = await criar([faz(corte)]);
  for (const servicoId of [corte, escova]) await desativarServico({ actor: celia }, { id: servicoId, versao: 1 });
  const oferecidos = async (funcionarioId: number | null) =>
    (await opcoesDoFuncionario(carla, funcionarioId)).servicos.map((oferecido) => oferecido.id);
  expect(await oferecidos(id)).toEqual(expect.arrayContaining([corte, luzes]));
  expect(await oferecidos(id)).not.toContain(escova);
  expect(await oferecidos(null)).not.toContain(corte);
});

test("um serviço que alguém faz não é excluído, e a recusa conta quantos são", async () => {
  await criar([faz(corte), faz(escova)]);
  const excluir = (id: number) => recusaDe(excluirServico({ actor: celia }, { id, versao: 1 }));
  expect(await excluir(corte)).toMatchObject({
    code: "em_uso",
    message: "1 funcionário faz este serviço. Desative o serviço para deixar de oferecê-lo.",
  });
  await criar([faz(escova)]);
  expect((await excluir(escova)).message).toMatch(/^2 funcionários fazem este serviço\./);
  await excluirServico({ actor: celia }, { id: luzes, versao: 1 });
});
