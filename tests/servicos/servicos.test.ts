import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { db } from "@/db/client";
import {
  ativarServico,
  criarServico,
  desativarServico,
  duplicarServico,
  editarServico,
  excluirServico,
} from "@/lib/servicos/commands";
import { listarCategorias, verServico } from "@/lib/servicos/queries";
import { contratar, corte, recusaDe, servico } from "../support/people";
import { rastroDe } from "../support/sql";

let celia: Usuario;
beforeAll(async () => {
  celia = await contratar("Dona Célia");
});

let contador = 0;
const criar = (mudancas: Record<string, unknown>) =>
  criarServico({ actor: celia }, { ...corte, nome: `Serviço ${++contador}`, ...mudancas });
const campoRecusado = async (mudancas: Record<string, unknown>) => (await recusaDe(criar(mudancas))).fields;

test("Dona Célia cria um serviço e o lê como o escreveu", async () => {
  const valores = { ...corte, nome: "Luzes", descricao: "Com touca", preparoMinutos: 15 };
  const { id } = await criarServico({ actor: celia }, valores);
  expect(await verServico(celia, id)).toEqual({ ...valores, id, versao: 1 });
});

test.each(["Luzes", "LUZES", "lúzes"])("%j já existe", async (nome) => {
  expect(await campoRecusado({ nome })).toEqual({ nome: "Já existe um serviço com este nome." });
});

describe("preço", () => {
  const PEDIDO = { precoCentavos: "Informe o preço, por exemplo 45,50." };
  test.each([
    ["fixo", { precoTipo: "fixo", precoCentavos: 4_550 }],
    ["a partir de", { precoTipo: "a_partir_de", precoCentavos: 28_000 }],
    ["de graça", { precoTipo: "fixo", precoCentavos: 0 }],
    ["o maior", { precoTipo: "fixo", precoCentavos: 10_000_000 }],
  ])("%s é guardado", async (_caso, valores) => {
    const { id } = await criar(valores);
    expect(await verServico(celia, id)).toMatchObject({ ...valores, assistenteAgenda: true });
  });

  test("sob avaliação não guarda preço, e o assistente não marca sozinho", async () => {
    const { id } = await criar({ precoTipo: "sob_avaliacao", precoCentavos: 4_500, assistenteAgenda: true });
    expect(await verServico(celia, id)).toMatchObject({ precoCentavos: null, assistenteAgenda: false });
  });

  test.each([
    ["fixo sem preço", { precoTipo: "fixo", precoCentavos: null }, PEDIDO],
    ["a partir de sem preço", { precoTipo: "a_partir_de", precoCentavos: null }, PEDIDO],
    ["negativo", { precoCentavos: -1 }, { precoCentavos: "O preço não pode ser negativo." }],
    ["acima do maior", { precoCentavos: 10_000_001 }, { precoCentavos: "O preço vai até R$ 100.000,00." }],
    ["quebrado", { precoCentavos: 45.5 }, PEDIDO],
    ["em texto", { precoCentavos: "45" }, PEDIDO],
    ["infinito", { precoCentavos: Infinity }, PEDIDO],
    ["de outro tipo", { precoTipo: "combinado" }, { precoTipo: "Escolha como o preço é cobrado." }],
  ])("%s é recusado", async (_caso, valores, fields) => {
    expect(await campoRecusado(valores)).toEqual(fields);
  });

  test("o banco também recusa o preço que falta, de qualquer caminho", async () => {
    const { id } = await servico({ nome: "Direto no banco" });
    const forcar = (set: string) =>
      db().transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.ator', 'sistema', true)`);
        await tx.execute(sql`update servicos set ${sql.raw(set)} where id = ${id}`);
      });
    for (const set of [
      "preco_centavos = null",
      "preco_tipo = 'sob_avaliacao'",
      "cor = 'preto'",
      "preco_centavos = -1",
    ]) {
      await expect(forcar(set), set).rejects.toMatchObject({ cause: { code: "23514" } });
    }
  });
});

test.each([
  ["nome vazio", { nome: " " }, { nome: "Informe o nome do serviço." }],
  ["nome de 81 letras", { nome: "x".repeat(81) }, { nome: "Use no máximo 80 caracteres." }],
  ["nome de 1 MB", { nome: "x".repeat(1_000_000) }, { nome: "Use no máximo 80 caracteres." }],
  ["descrição de 501", { descricao: "x".repeat(501) }, { descricao: "Use no máximo 500 caracteres." }],
  ["categoria de 41", { categoria: "x".repeat(41) }, { categoria: "Use no máximo 40 caracteres." }],
  [
    "categoria em duas direções",
    { categoria: "\u202ecabelo" },
    expect.objectContaining({ categoria: expect.any(String) }),
  ],
  ["duração de 4", { duracaoMinutos: 4 }, { duracaoMinutos: "A duração mínima é de 5 minutos." }],
  ["duração de 721", { duracaoMinutos: 721 }, { duracaoMinutos: "A duração máxima é de 12 horas." }],
  ["duração quebrada", { duracaoMinutos: 30.5 }, { duracaoMinutos: "Informe a duração, por exemplo 30 ou 1h30." }],
  ["duração ausente", { duracaoMinutos: undefined }, { duracaoMinutos: "Informe a duração, por exemplo 30 ou 1h30." }],
  ["preparo negativo", { preparoMinutos: -1 }, { preparoMinutos: "O preparo não pode ser negativo." }],
  ["preparo de 241", { preparoMinutos: 241 }, { preparoMinutos: "O preparo vai até 4 horas." }],
  ["cor de fora", { cor: "preto" }, { cor: "Escolha uma cor." }],
  ["ativo em texto", { ativo: "sim" }, { ativo: "Diga se o serviço está ativo." }],
  ["assistente em texto", { assistenteAgenda: 1 }, { assistenteAgenda: "Diga se o assistente pode marcar." }],
  ["um campo a mais", { versao: 1 }, { "": "Há um campo que não existe neste formulário." }],
])("recusa %s", async (_caso, mudancas, fields) => {
  expect(await campoRecusado(mudancas)).toEqual(fields);
});

test.each([
  ["o menor de cada", { nome: "x", descricao: "", categoria: "", duracaoMinutos: 5, preparoMinutos: 0 }],
  [
    "o maior de cada",
    {
      nome: "💈".repeat(80),
      descricao: "ã".repeat(500),
      categoria: "ç".repeat(40),
      duracaoMinutos: 720,
      preparoMinutos: 240,
    },
  ],
])("aceita %s", async (_caso, mudancas) => {
  const { id } = await criar(mudancas);
  expect(await verServico(celia, id)).toMatchObject(mudancas);
});

describe("editar", () => {
  test("quem chega depois vê os valores novos", async () => {
    const { id, versao } = await servico({ nome: "Selagem" });
    const editar = (precoCentavos: number) =>
      editarServico({ actor: celia }, { ...corte, nome: "Selagem", precoCentavos, id, versao });
    await editar(9_000);
    expect(await recusaDe(editar(8_000))).toMatchObject({
      code: "conflito",
      current: { nome: "Selagem", precoCentavos: 9_000, versao: 2 },
    });
  });

  test("passar a sob avaliação apaga o preço, e a trilha guarda o que valia", async () => {
    const { id, versao } = await servico({ nome: "Mega hair" });
    const requestId = randomUUID();
    const valores = { ...corte, nome: "Mega hair", precoTipo: "sob_avaliacao", id, versao };
    await editarServico({ actor: celia, requestId }, valores);
    expect(await rastroDe(requestId)).toMatchObject([
      {
        antes: { preco_tipo: "fixo", preco_centavos: 4_500, assistente_agenda: true },
        depois: { preco_tipo: "sob_avaliacao", preco_centavos: null, assistente_agenda: false },
      },
    ]);
  });
});

describe("ativar e desativar", () => {
  test("vai e volta, cada um com o seu nome na trilha", async () => {
    const { id, versao } = await servico({ nome: "Botox capilar" });
    const requestId = randomUUID();
    const fora = await desativarServico({ actor: celia, requestId }, { id, versao });
    expect(await verServico(celia, id)).toMatchObject({ ativo: false });
    await ativarServico({ actor: celia, requestId }, fora);
    expect(await verServico(celia, id)).toMatchObject({ ativo: true, versao: 3 });
    expect((await rastroDe(requestId)).map(({ ato }) => ato)).toEqual(["servico.desativar", "servico.ativar"]);
  });

  test("com uma versão velha, avisa", async () => {
    const { id, versao } = await servico({ nome: "Relaxamento" });
    await desativarServico({ actor: celia }, { id, versao });
    expect(await recusaDe(ativarServico({ actor: celia }, { id, versao }))).toMatchObject({
      code: "conflito",
      current: { ativo: false, versao: 2 },
    });
  });
});

describe("duplicar", () => {
  const duplicar = async (id: number) => (await duplicarServico({ actor: celia }, { id, versao: 1 })).nome;

  test("a cópia nasce inativa, com tudo do original menos o nome", async () => {
    const { id } = await servico({ nome: "Banho de gel", preparoMinutos: 10, categoria: "Unhas" });
    const copia = await duplicarServico({ actor: celia }, { id, versao: 1 });
    const { id: _, versao: __, ...original } = await verServico(celia, id);
    expect(await verServico(celia, copia.id)).toEqual({
      ...original,
      id: copia.id,
      nome: "Banho de gel (cópia)",
      ativo: false,
      versao: 1,
    });
  });

  test("cópias de cópias contam adiante", async () => {
    const { id } = await servico({ nome: "Drenagem" });
    expect(await duplicar(id)).toBe("Drenagem (cópia)");
    const segunda = await duplicarServico({ actor: celia }, { id, versao: 1 });
    expect(segunda.nome).toBe("Drenagem (cópia 2)");
    expect(await duplicar(segunda.id)).toBe("Drenagem (cópia 3)");
  });

  test("um nome que só difere em acentos e maiúsculas já está tomado", async () => {
    const { id } = await servico({ nome: "Peeling" });
    await servico({ nome: "PEELING (COPIA)" });
    expect(await duplicar(id)).toBe("Peeling (cópia 2)");
  });

  test.each([
    ["80 letras", "L".repeat(80)],
    ["80 emojis", "💅".repeat(80)],
    ["um espaço bem no corte", `${"a".repeat(65)} ${"b".repeat(14)}`],
  ])("um nome de %s cabe com as suas cópias", async (_caso, nome) => {
    const { id } = await servico({ nome });
    for (const fim of [" (cópia)", " (cópia 2)"]) {
      const copia = await duplicar(id);
      expect(copia.endsWith(fim)).toBe(true);
      expect(copia).not.toContain("  ");
      expect([...copia].length).toBeLessThanOrEqual(80);
    }
  });

  test("dez ao mesmo tempo: dez cópias com dez nomes", async () => {
    const { id } = await servico({ nome: "Reflexologia" });
    const nomes = await Promise.all(Array.from({ length: 10 }, () => duplicar(id)));
    expect(new Set(nomes).size).toBe(10);
    expect(nomes).toContain("Reflexologia (cópia 10)");
  });

  test("o que não existe mais não é duplicado", async () => {
    expect((await recusaDe(duplicarServico({ actor: celia }, { id: 2_147_483_647, versao: 1 }))).code).toBe(
      "nao_encontrado",
    );
  });
});

test("excluir tira da lista; uma versão velha não exclui", async () => {
  const { id, versao } = await servico({ nome: "Nunca usado" });
  expect((await recusaDe(excluirServico({ actor: celia }, { id, versao: versao + 1 }))).code).toBe("conflito");
  await excluirServico({ actor: celia }, { id, versao });
  expect((await recusaDe(verServico(celia, id))).code).toBe("nao_encontrado");
});

test("as categorias vêm uma vez cada, em ordem, sem a vazia", async () => {
  await servico({ nome: "Sem categoria", categoria: "" });
  await servico({ nome: "Ácido", categoria: "Ácidos" });
  const categorias = await listarCategorias(celia);
  expect(categorias.slice(0, 2)).toEqual(["Ácidos", "Cabelo"]);
  expect(new Set(categorias).size).toBe(categorias.length);
  expect(categorias).not.toContain("");
});

test("Carla, com os seis interruptores, lê os serviços mas não os muda; um estranho nem lê", async () => {
  const carla = await contratar("Carla");
  const { id, versao } = await servico({ nome: "De Dona Célia" });
  expect(await verServico(carla, id)).toMatchObject({ nome: "De Dona Célia" });
  expect((await recusaDe(verServico(anonimo, id))).code).toBe("sem_permissao");
  for (const actor of [carla, anonimo]) {
    for (const run of [criarServico, editarServico, duplicarServico, ativarServico, desativarServico, excluirServico]) {
      expect((await recusaDe(run({ actor }, { id, versao })).catch(() => undefined))?.code).toBe("sem_permissao");
    }
  }
  expect(await verServico(celia, id)).toMatchObject({ versao });
});
