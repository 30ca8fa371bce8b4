import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { criarCargo, editarCargo, excluirCargo } from "@/lib/cargos/commands";
import { listarCargos, verCargo } from "@/lib/cargos/queries";
import { listaSchema } from "@/lib/domain/lista";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { cargo, contratar, funcionario, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

let bruno: Usuario;
beforeAll(async () => {
  bruno = await contratar("Bruno");
});

const criar = (nome: unknown, descricao: unknown = "") => criarCargo({ actor: bruno }, { nome, descricao });
const editar = (mudancas: { id: number; versao: number; nome?: string; descricao?: string }) =>
  editarCargo({ actor: bruno }, { nome: "Manicure", descricao: "", ...mudancas });

describe("criar", () => {
  beforeAll(() => cargo("Maquiadora Sênior"));

  test("Bruno cria um cargo, e o lê como o escreveu, sem os espaços que sobram", async () => {
    const { id } = await criar("  Designer   de  sobrancelha ", " Faz sobrancelhas.\r\nE cílios. ");
    expect(await verCargo(bruno, id)).toEqual({
      id,
      nome: "Designer de sobrancelha",
      descricao: "Faz sobrancelhas.\nE cílios.",
      versao: 1,
      funcionarios: 0,
    });
  });

  test.each(["Maquiadora Sênior", "MAQUIADORA SÊNIOR", " maquiadora  sênior ", "Maquiadora Senior"])(
    "%j já existe",
    async (nome) => {
      expect(await recusaDe(criar(nome))).toMatchObject({
        code: "conflito",
        fields: { nome: "Já existe um cargo com este nome." },
      });
    },
  );
});

describe("editar", () => {
  test("muda, sobe a versão e conta na trilha só o que mudou", async () => {
    const { id, versao } = await cargo("Manicure");
    const requestId = randomUUID();
    const call = { actor: bruno, requestId };
    expect(await editarCargo(call, { id, versao, nome: "Manicure", descricao: "Mãos e pés" })).toEqual({
      id,
      versao: 2,
    });
    expect(await rastroDe(requestId)).toMatchObject([
      { ato: "cargo.editar", entidade_id: id, antes: { descricao: "" }, depois: { descricao: "Mãos e pés" } },
    ]);
  });

  test("quem chega depois sabe disso e vê os valores novos", async () => {
    const { id, versao } = await cargo("Pedicure");
    await editar({ id, versao, nome: "Podóloga", descricao: "De Carla" });
    expect(await recusaDe(editar({ id, versao, nome: "Pedicure", descricao: "De Bruno" }))).toMatchObject({
      code: "conflito",
      message: "Outra pessoa alterou este registro enquanto você o editava.",
      current: { nome: "Podóloga", descricao: "De Carla", versao: 2 },
    });
    expect(await verCargo(bruno, id)).toMatchObject({ descricao: "De Carla" });
  });

  test("dez edições ao mesmo tempo da mesma versão: uma vence", async () => {
    const { id, versao } = await cargo("Depiladora");
    const fim = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => editar({ id, versao, nome: "Depiladora", descricao: `Texto ${n}` })),
    );
    expect(fim.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await verCargo(bruno, id)).versao).toBe(2);
  });

  test("salvar sem mudar nada não é mudança", async () => {
    const { id, versao } = await cargo("Barbeira");
    expect(await editar({ id, versao, nome: "Barbeira" })).toEqual({ id, versao });
  });

  test("um cargo pode mudar só os acentos do próprio nome, mas não tomar o de outro", async () => {
    const { id, versao } = await cargo("Estagiaria");
    await editar({ id, versao, nome: "Estagiária" });
    expect((await recusaDe(editar({ id, versao: versao + 1, nome: "atendente" }))).fields).toEqual({
      nome: "Já existe um cargo com este nome.",
    });
  });
});

describe("excluir", () => {
  const excluir = (id: number, versao = 1) => excluirCargo({ actor: bruno }, { id, versao });

  test("sai da lista, e a trilha guarda como era", async () => {
    const { id } = await cargo("Provisório");
    const requestId = randomUUID();
    await excluirCargo({ actor: bruno, requestId }, { id, versao: 1 });
    expect((await recusaDe(verCargo(bruno, id))).code).toBe("nao_encontrado");
    expect(await rastroDe(requestId)).toMatchObject([
      { ato: "cargo.excluir", operacao: "exclusao", antes: { nome: "Provisório" }, depois: null },
    ]);
  });

  test("enquanto alguém o tem, conta quantos são", async () => {
    const { id } = await cargo("Recepcionista");
    await funcionario("Ana", id);
    expect(await recusaDe(excluir(id))).toMatchObject({
      code: "em_uso",
      message: "1 funcionário tem este cargo. Dê outro cargo a quem o tem antes de excluir.",
    });
    await funcionario("Bruno", id);
    await funcionario("Carla", id);
    expect((await recusaDe(excluir(id))).message).toMatch(/^3 funcionários têm este cargo\./);
    expect(await verCargo(bruno, id)).toMatchObject({ funcionarios: 3 });
  });

  test("quem contrata no mesmo instante vence, e a recusa ainda é uma frase", async () => {
    const { id } = await cargo("Disputado");
    let solta = () => {};
    const contratando = comoSistema(async (tx) => {
      await tx.execute(sql`insert into funcionarios (nome, cargo_id) values ('Diego', ${id})`);
      await new Promise<void>((resolve) => (solta = resolve));
    });
    await expect.poll(() => contar(sql`from pg_stat_activity where state = 'idle in transaction'`)).toBe(1);
    const recusa = recusaDe(excluir(id));
    await expect.poll(() => contar(sql`from pg_locks where not granted`)).toBe(1);
    solta();
    await contratando;
    expect((await recusa).code).toBe("em_uso");
  });

  test("uma versão velha não exclui o que mudou", async () => {
    const { id, versao } = await cargo("Mudado");
    await editar({ id, versao, nome: "Mudado de novo" });
    expect(await recusaDe(excluir(id, versao))).toMatchObject({ code: "conflito", current: { versao: 2 } });
  });
});

describe("limites", () => {
  test.each([
    ["uma letra", "é"],
    ["80 letras", "ç".repeat(80)],
    ["80 letras com acentos soltos", "ã".normalize("NFD").repeat(80)],
    ["80 emojis", "💇".repeat(80)],
    ["um emoji de família", "👩‍👩‍👧"],
    ["aspas e barras", `O'Neil "do \\ salão" <b>%_</b>; --`],
    ["japonês", "美容師"],
  ])("o nome aceita %s", async (_caso, nome) => {
    const { id } = await criar(nome);
    expect((await verCargo(bruno, id)).nome).toBe(nome.normalize("NFC"));
  });

  test("o que se cola sem largura nenhuma some do nome", async () => {
    const { id } = await criar("\ufeffMassa\u00adgista\u200b");
    expect((await verCargo(bruno, id)).nome).toBe("Massagista");
  });

  const PEDIDO = "Informe o nome do cargo.";
  const INVISIVEL = "Há um caractere invisível neste texto. Apague e digite de novo.";
  const LONGO = "Use no máximo 80 caracteres.";
  test.each([
    ["vazio", "", PEDIDO],
    ["só espaços", " \t\n\u00a0\u2003", PEDIDO],
    ["só o que não se vê", "\u200b\u200d\u2060", PEDIDO],
    ["81 letras", "ç".repeat(81), LONGO],
    ["81 emojis", "💇".repeat(81), LONGO],
    ["1 MB", "x".repeat(1_000_000), LONGO],
    ["NUL", "Ger\u0000ente", INVISIVEL],
    ["escape", "Ger\u001b[31mente", INVISIVEL],
    ["da direita para a esquerda", "Gerente\u202e", INVISIVEL],
    ["marca de direção", "Ger\u200fente", INVISIVEL],
    ["isolamento", "\u2067Gerente\u2069", INVISIVEL],
    ["um número", 7, "Escreva um texto."],
    ["nada", null, "Escreva um texto."],
  ])("o nome recusa %s", async (_caso, nome, frase) => {
    expect(await recusaDe(criar(nome))).toMatchObject({ code: "invalido", fields: { nome: frase } });
  });

  test("a descrição vai até 500 caracteres, em várias linhas", async () => {
    const { id } = await criar("Com descrição", `${"x".repeat(498)}\n💇`);
    expect([...(await verCargo(bruno, id)).descricao]).toHaveLength(500);
    expect((await recusaDe(criar("Outra", "x".repeat(501)))).fields).toEqual({
      descricao: "Use no máximo 500 caracteres.",
    });
  });

  test.each([
    ["id zero", { id: 0 }],
    ["id negativo", { id: -1 }],
    ["id quebrado", { id: 1.5 }],
    ["id em texto", { id: "1" }],
    ["id enorme", { id: 2_147_483_648 }],
    ["id gigante", { id: 1e300 }],
    ["versão zero", { versao: 0 }],
    ["versão enorme", { versao: Number.MAX_SAFE_INTEGER }],
    ["um campo a mais", { nome: "x" }],
    ["um protótipo", JSON.parse('{"__proto__": {"x": 1}}')],
  ])("excluir recusa %s", async (_caso, mudanca) => {
    const recusa = await recusaDe(excluirCargo({ actor: bruno }, { id: 1, versao: 1, ...mudanca }));
    expect(recusa.code).toBe("invalido");
  });

  test("o maior id que existe simplesmente não é encontrado", async () => {
    const recusa = recusaDe(excluirCargo({ actor: bruno }, { id: 2_147_483_647, versao: 2_147_483_647 }));
    expect((await recusa).code).toBe("nao_encontrado");
  });
});

test("Ana, sem o interruptor, não lista, não vê e não muda cargos; um estranho também não", async () => {
  const { id, versao } = await cargo("Protegido");
  for (const actor of [await contratar("Ana"), anonimo]) {
    const recusas = await Promise.all([
      recusaDe(listarCargos(actor, listaSchema.parse({}))),
      recusaDe(verCargo(actor, id)),
      recusaDe(criarCargo({ actor }, { nome: "X", descricao: "" })),
      recusaDe(editarCargo({ actor }, { id, versao, nome: "X", descricao: "" })),
      recusaDe(excluirCargo({ actor }, { id, versao })),
    ]);
    expect(recusas.map(({ code }) => code)).toEqual(Array(5).fill("sem_permissao"));
  }
  expect(await verCargo(bruno, id)).toMatchObject({ nome: "Protegido", versao });
});
