import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { excluirCargo } from "@/lib/cargos/commands";
import {
  ativarFuncionario,
  criarFuncionario,
  desativarFuncionario,
  editarFuncionario,
  excluirFuncionario,
} from "@/lib/funcionarios/commands";
import {
  filtrosDeFuncionarios,
  listarFuncionarios,
  opcoesDoFuncionario,
  verFuncionario,
} from "@/lib/funcionarios/queries";
import { filtroFuncionariosSchema } from "@/lib/funcionarios/schema";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { ficha } from "../support/funcionarios";
import { cargo, contratar, recusaDe, servico } from "../support/people";
import { contar, rastroDe } from "../support/sql";

let carla: Usuario;
let celia: Usuario;
let cabeleireira: number;
let manicure: number;
beforeAll(async () => {
  carla = await contratar("Carla");
  celia = await contratar("Dona Célia");
  cabeleireira = (await cargo("Cabeleireira")).id;
  manicure = (await cargo("Manicure")).id;
});

type Mudancas = Record<string, unknown>;
const criar = (mudancas: Mudancas = {}, actor = carla) =>
  criarFuncionario({ actor }, { ...ficha, cargoId: cabeleireira, ...mudancas });
const editar = ({ id, versao }: { id: number; versao: number }, mudancas: Mudancas = {}, actor = carla) =>
  editarFuncionario({ actor }, { ...ficha, cargoId: cabeleireira, id, versao, ...mudancas });
const campos = async (mudancas: Mudancas) => (await recusaDe(criar(mudancas))).fields;

describe("cadastrar", () => {
  test("Carla cadastra e lê como escreveu; o que ficou vazio é nada", async () => {
    const { id, versao, senha, desligado } = await criar({ telefone: "11 98765-4321", matricula: "  A-12 " });
    expect({ versao, senha, desligado }).toEqual({ versao: 1, senha: null, desligado: false });
    expect(await verFuncionario(carla, id)).toEqual({
      ...ficha,
      id,
      versao: 1,
      cargoId: cabeleireira,
      telefone: "+5511987654321",
      matricula: "A-12",
      ativo: true,
      marcados: 0,
      usuario: null,
    });
    const vazio = await criar({ apelido: " ", telefone: "", contrato: null, admissao: "" });
    expect(await verFuncionario(carla, vazio.id)).toMatchObject({
      apelido: null,
      telefone: null,
      matricula: null,
      admissao: null,
      desligamento: null,
    });
  });

  test("dois podem ter o mesmo nome, mas não a mesma matrícula", async () => {
    await criar({ matricula: "M-1" });
    await criar({ nome: "Ana Ribeiro" });
    expect(await recusaDe(criar({ matricula: "m-1" }))).toMatchObject({
      code: "conflito",
      fields: { matricula: "Já existe um funcionário com esta matrícula." },
    });
  });

  test("o mesmo envio duas vezes, também ao mesmo tempo, cadastra uma pessoa", async () => {
    const chave = randomUUID();
    const enviar = () =>
      criarFuncionario({ actor: carla, chave }, { ...ficha, nome: "Uma vez só", cargoId: cabeleireira });
    const ids = (await Promise.all([enviar(), enviar(), enviar()])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    expect(await contar(sql`from funcionarios where nome = 'Uma vez só'`)).toBe(1);
  });

  test.each([
    ["sem nome", { nome: " " }, { nome: "Informe o nome do funcionário." }],
    ["nome de 121 letras", { nome: "a".repeat(121) }, { nome: "Use no máximo 120 caracteres." }],
    ["nome enorme", { nome: "a".repeat(1_000_000) }, { nome: "Use no máximo 120 caracteres." }],
    ["NUL no nome", { nome: "A\0na" }, { nome: expect.stringContaining("caractere invisível") }],
    [
      "nome da direita para a esquerda",
      { nome: "Ana\u202E" },
      { nome: expect.stringContaining("caractere invisível") },
    ],
    ["apelido de 61", { apelido: "a".repeat(61) }, { apelido: "Use no máximo 60 caracteres." }],
    ["matrícula de 31", { matricula: "1".repeat(31) }, { matricula: "Use no máximo 30 caracteres." }],
    ["telefone sem DDD", { telefone: "98765-4321" }, { telefone: expect.stringContaining("DDD") }],
    ["sem cargo", { cargoId: null }, { cargoId: "Escolha o cargo." }],
    ["cargo em texto", { cargoId: "1" }, { cargoId: "Escolha o cargo." }],
    ["cargo que não existe", { cargoId: 2_147_483_647 }, { cargoId: "Este cargo não existe mais. Escolha outro." }],
    ["contrato inventado", { contrato: "pirata" }, { contrato: "Escolha um contrato da lista." }],
    ["cor inventada", { cor: "preto" }, { cor: "Escolha uma cor." }],
    ["dia que não existe", { admissao: "2026-02-30" }, { admissao: expect.stringContaining("Confira a data") }],
    ["ano zero", { admissao: "0000-01-01" }, { admissao: expect.stringContaining("Confira a data") }],
    [
      "saída antes da entrada",
      { admissao: "2026-02-02", desligamento: "2026-02-01" },
      { desligamento: "O último dia não pode ser antes da admissão." },
    ],
  ])("recusa %s", async (_caso, mudancas, fields) => {
    expect(await campos(mudancas)).toEqual(fields);
  });

  test.each(["ativo", "versao", "id", "senhaHash", "tipo", "criadoEm"])("não aceita %s junto", async (campo) => {
    expect((await recusaDe(criar({ [campo]: 1 }))).code).toBe("invalido");
  });

  test("aceita os extremos: um emoji, 120 letras, entrar e sair no mesmo dia", async () => {
    for (const mudancas of [
      { nome: "💇" },
      { nome: "Á".repeat(120), apelido: "é".repeat(60), matricula: "9".repeat(30) },
      { admissao: "2026-02-01", desligamento: "2026-02-01" },
    ])
      expect((await criar(mudancas)).versao).toBe(1);
  });
});

describe("editar", () => {
  test("muda só o que mudou, e a trilha diz quem", async () => {
    const visto = await criar();
    const requestId = randomUUID();
    const input = { ...ficha, ...{ id: visto.id, versao: visto.versao }, cargoId: manicure };
    expect(await editarFuncionario({ actor: carla, requestId }, input)).toMatchObject({ id: visto.id, versao: 2 });
    expect(await rastroDe(requestId)).toMatchObject([
      {
        ator_id: carla.id,
        ato: "funcionario.editar",
        entidade: "funcionarios",
        antes: { cargo_id: cabeleireira },
        depois: { cargo_id: manicure },
      },
    ]);
  });

  test("quem chega depois vê os valores novos, os serviços também", async () => {
    const visto = await criar();
    const { id: servicoId } = await servico({ nome: "Escova modelada" });
    const feito = { servicoId, duracaoMinutos: 50, precoCentavos: null };
    await editar(visto, { nome: "Ana R.", servicos: [feito] });
    expect(await recusaDe(editar(visto, { nome: "Ana Rib." }))).toMatchObject({
      code: "conflito",
      current: { nome: "Ana R.", versao: 2, servicos: [feito], cargoId: cabeleireira },
    });
  });

  test("ninguém edita quem não existe, nem com um id de outra coisa", async () => {
    for (const id of [2_147_483_647, 2_000_000_000])
      expect((await recusaDe(editar({ id, versao: 1 }))).code).toBe("nao_encontrado");
  });
});

describe("quem sai e quem volta", () => {
  const AS_23H_EM_SAO_PAULO = new Date("2026-11-24T02:00:00Z");
  const salvar = (desligamento: string | null, now = AS_23H_EM_SAO_PAULO) =>
    criarFuncionario({ actor: carla, now }, { ...ficha, cargoId: cabeleireira, desligamento });

  test("o último dia chegou quando chegou na empresa, e não em Londres", async () => {
    expect((await salvar("2026-11-23")).desligado).toBe(true);
    expect((await salvar("2026-11-22")).desligado).toBe(true);
    expect((await salvar("2026-11-24")).desligado).toBe(false);
    expect((await salvar(null)).desligado).toBe(false);
  });

  test("de quem já está inativo não se pergunta de novo", async () => {
    const visto = await criar();
    const { versao } = await desativarFuncionario({ actor: carla }, { id: visto.id, versao: visto.versao });
    const salvo = await editar({ id: visto.id, versao }, { desligamento: "2025-01-01" });
    expect(salvo.desligado).toBe(false);
  });

  test("ativar apaga um último dia que já passou e guarda um que ainda vem", async () => {
    for (const [desligamento, depois] of [
      ["2026-11-23", null],
      ["2026-11-24", "2026-11-24"],
    ]) {
      const { id, versao } = await salvar(desligamento!);
      const call = { actor: carla, now: AS_23H_EM_SAO_PAULO };
      const parado = await desativarFuncionario(call, { id, versao });
      await ativarFuncionario(call, { id, versao: parado.versao });
      expect(await verFuncionario(carla, id)).toMatchObject({ ativo: true, desligamento: depois });
    }
  });

  test("desativar guarda o cadastro, os serviços e quem ele era", async () => {
    const { id: servicoId } = await servico({ nome: "Tranças" });
    const visto = await criar({ servicos: [{ servicoId, duracaoMinutos: null, precoCentavos: null }] });
    await desativarFuncionario({ actor: carla }, { id: visto.id, versao: visto.versao });
    expect(await verFuncionario(carla, visto.id)).toMatchObject({ ativo: false, servicos: [{ servicoId }] });
    const velha = desativarFuncionario({ actor: carla }, { id: visto.id, versao: visto.versao });
    expect((await recusaDe(velha)).code).toBe("conflito");
  });

  test("excluir leva os serviços junto; uma versão velha não exclui nada", async () => {
    const { id: servicoId } = await servico({ nome: "Penteado" });
    const { id, versao } = await criar({ servicos: [{ servicoId, duracaoMinutos: null, precoCentavos: null }] });
    expect((await recusaDe(excluirFuncionario({ actor: carla }, { id, versao: versao + 1 }))).code).toBe("conflito");
    expect(await verFuncionario(carla, id)).toMatchObject({ servicos: [{ servicoId }] });
    const requestId = randomUUID();
    await excluirFuncionario({ actor: carla, requestId }, { id, versao });
    expect((await recusaDe(verFuncionario(carla, id))).code).toBe("nao_encontrado");
    expect((await rastroDe(requestId)).map(({ entidade, operacao }) => [entidade, operacao])).toEqual([
      ["funcionario_servicos", "exclusao"],
      ["funcionarios", "exclusao"],
    ]);
  });

  test("o cargo de alguém não é excluído", async () => {
    const { id, versao } = await cargo("Só de Ana");
    await criar({ cargoId: id });
    expect((await recusaDe(excluirCargo({ actor: celia }, { id, versao }))).code).toBe("em_uso");
  });
});

describe("a lista", () => {
  const listar = (filtro: Mudancas) => listarFuncionarios(carla, filtroFuncionariosSchema.parse(filtro));
  const nomes = async (filtro: Mudancas) => (await listar(filtro)).rows.map(({ nome }) => nome);
  let pintar: number;
  let barbeiro: number;

  beforeAll(async () => {
    pintar = (await servico({ nome: "Pintar o sete" })).id;
    barbeiro = (await cargo("Barbeiro da lista")).id;
    const feito = { servicoId: pintar, duracaoMinutos: null, precoCentavos: null };
    const zuleica = { nome: "Zuleica Antunes", apelido: "Zu", admissao: "2020-01-10", servicos: [feito] };
    await criar({ ...zuleica, cargoId: barbeiro });
    const zilda = await criar({ nome: "Zilda Antunes", apelido: "Dá", admissao: null, cargoId: barbeiro });
    await criar({ nome: "Zoé Antunes", apelido: "", admissao: "2022-05-05", cargoId: manicure });
    await desativarFuncionario({ actor: carla }, { id: zilda.id, versao: zilda.versao });
  });

  test.each([
    ["sem acento", { busca: "zoe antunes" }, ["Zoé Antunes"]],
    ["pelo apelido", { busca: "antunes da" }, ["Zilda Antunes"]],
    ["pelo cargo", { busca: "antunes" }, ["Zilda Antunes", "Zoé Antunes", "Zuleica Antunes"]],
    ["só ativos", { busca: "antunes", ativo: "sim" }, ["Zoé Antunes", "Zuleica Antunes"]],
    ["só inativos", { busca: "antunes", ativo: "nao" }, ["Zilda Antunes"]],
    ["admitidos de", { busca: "antunes", de: "2020-01-11" }, ["Zoé Antunes"]],
    ["admitidos até", { busca: "antunes", ate: "2020-01-10" }, ["Zuleica Antunes"]],
    ["um período", { busca: "antunes", de: "2020-01-10", ate: "2022-05-05" }, ["Zoé Antunes", "Zuleica Antunes"]],
    ["por admissão", { busca: "antunes", ordem: "-admissao" }, ["Zoé Antunes", "Zuleica Antunes", "Zilda Antunes"]],
    [
      "por serviços",
      { busca: "antunes", ordem: "-servicos", por: 25 },
      ["Zuleica Antunes", "Zoé Antunes", "Zilda Antunes"],
    ],
  ])("%s", async (_caso, filtro, achados) => {
    expect(await nomes(filtro)).toEqual(achados);
  });

  test("filtra por cargo e por serviço", async () => {
    expect(await nomes({ cargo: String(barbeiro) })).toEqual(["Zilda Antunes", "Zuleica Antunes"]);
    expect(await nomes({ servico: String(pintar) })).toEqual(["Zuleica Antunes"]);
    expect((await listar({ servico: String(pintar) })).rows[0]).toMatchObject({
      cargo: "Barbeiro da lista",
      servicos: 1,
      admissao: "2020-01-10",
      ativo: true,
      usuarioId: null,
      acessoAberto: false,
    });
  });

  test.each([
    { cargo: "x" },
    { cargo: "-1" },
    { servico: "99999999999" },
    { de: "0000-01-01" },
    { ate: "ontem" },
    { ativo: "talvez" },
    { cargo: ["1", "2"] },
  ])("um endereço torto (%j) abre a lista como se não estivesse lá", async (torto) => {
    expect(await nomes({ busca: "zoe antunes", ...torto })).toEqual(["Zoé Antunes"]);
  });

  test("oferece no filtro os cargos e só os serviços que alguém faz", async () => {
    const { id: deNinguem } = await servico({ nome: "De ninguém" });
    const { cargos, servicos } = await filtrosDeFuncionarios(carla);
    expect(cargos).toContainEqual({ id: barbeiro, nome: "Barbeiro da lista" });
    expect(servicos).toContainEqual({ id: pintar, nome: "Pintar o sete" });
    expect(servicos.map(({ id }) => id)).not.toContain(deNinguem);
  });
});

test("sem o interruptor ninguém lista, vê, muda ou exclui funcionários", async () => {
  const { id, versao } = await criar({ nome: "Protegida" });
  for (const actor of [await contratar("Bruno"), await contratar("Ana"), anonimo]) {
    const recusas = await Promise.all([
      recusaDe(listarFuncionarios(actor, filtroFuncionariosSchema.parse({}))),
      recusaDe(verFuncionario(actor, id)),
      recusaDe(filtrosDeFuncionarios(actor)),
      recusaDe(opcoesDoFuncionario(actor, null)),
      recusaDe(criarFuncionario({ actor }, { ...ficha, cargoId: cabeleireira })),
      recusaDe(editarFuncionario({ actor }, { ...ficha, cargoId: cabeleireira, id, versao })),
      recusaDe(ativarFuncionario({ actor }, { id, versao })),
      recusaDe(desativarFuncionario({ actor }, { id, versao })),
      recusaDe(excluirFuncionario({ actor }, { id, versao })),
    ]);
    expect(recusas.map(({ code }) => code)).toEqual(Array(9).fill("sem_permissao"));
  }
  expect(await verFuncionario(carla, id)).toMatchObject({ nome: "Protegida", versao });
});
