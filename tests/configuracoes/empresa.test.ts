import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { configuracaoEmpresa } from "@/db/schema";
import { editarEmpresa } from "@/lib/configuracoes/commands";
import { fusoDaEmpresa, fusoNoBanco, verConfiguracaoDaEmpresa, verEmpresa } from "@/lib/configuracoes/queries";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { contratar, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

let celia: Usuario;
beforeAll(async () => {
  celia = await contratar("Dona Célia");
});

let versao: number;
beforeEach(async () => {
  versao = await comoSistema(async (tx) => {
    await tx.delete(configuracaoEmpresa);
    const [linha] = await tx.insert(configuracaoEmpresa).values({ nome: "Salão da Ana" }).returning();
    return linha!.versao;
  });
});

const formulario = (mudancas: object = {}) => ({
  versao,
  nome: "Salão da Ana",
  razaoSocial: "",
  cnpj: "",
  telefone: "",
  cep: "",
  logradouro: "",
  numero: "",
  complemento: "",
  bairro: "",
  cidade: "",
  uf: null,
  fuso: "America/Sao_Paulo",
  ...mudancas,
});
const editar = (mudancas: object = {}, actor: Usuario = celia, requestId?: string) =>
  editarEmpresa({ actor, requestId }, formulario(mudancas));

test("antes do primeiro acesso não há empresa, e o fuso é o de São Paulo", async () => {
  await comoSistema((tx) => tx.delete(configuracaoEmpresa));
  expect(await verEmpresa(anonimo)).toBeNull();
  expect(await fusoDaEmpresa(anonimo)).toBe("America/Sao_Paulo");
  expect((await recusaDe(verConfiguracaoDaEmpresa(celia))).code).toBe("nao_encontrado");
  expect((await recusaDe(editar())).code).toBe("nao_encontrado");
});

test("Dona Célia escreve como se escreve, e a empresa fica guardada como se deve", async () => {
  const requestId = randomUUID();
  const dados = {
    nome: "  Salão   da Célia ",
    razaoSocial: "Célia & Filhas Ltda.",
    cnpj: "11.222.333/0001-81",
    telefone: "(11) 3333-4444",
    cep: "01310-100",
    logradouro: "Avenida Paulista",
    numero: "1.500",
    complemento: "Loja 3",
    bairro: "Bela Vista",
    cidade: "São Paulo",
    uf: "SP",
    fuso: "America/Manaus",
  };
  await editar(dados, celia, requestId);
  expect(await verConfiguracaoDaEmpresa(celia)).toEqual({
    ...dados,
    versao: versao + 1,
    nome: "Salão da Célia",
    cnpj: "11222333000181",
    telefone: "+551133334444",
    cep: "01310100",
  });
  const [rastro] = await rastroDe(requestId);
  expect(rastro).toMatchObject({
    ato: "empresa.editar",
    ator_id: celia.id,
    entidade: "configuracao_empresa",
    antes: { nome: "Salão da Ana", fuso: "America/Sao_Paulo", cnpj: null },
    depois: { nome: "Salão da Célia", fuso: "America/Manaus", cnpj: "11222333000181" },
  });
});

test("o nome e o fuso novos valem na consulta seguinte, para quem entrou e para quem não entrou", async () => {
  await editar({ nome: "Studio Célia", fuso: "America/Noronha" });
  expect(await verEmpresa(anonimo)).toEqual({ nome: "Studio Célia", fuso: "America/Noronha", logo: null });
  expect(await verEmpresa(await contratar("Ana"))).toMatchObject({ nome: "Studio Célia" });
  expect(await fusoDaEmpresa(anonimo)).toBe("America/Noronha");
  const { rows } = await db().execute(sql`select ${fusoNoBanco} as fuso`);
  expect(rows).toEqual([{ fuso: "America/Noronha" }]);
});

describe("o CNPJ", () => {
  test.each([
    ["só de números, com e sem sinais", "11.222.333/0001-81", "11222333000181"],
    ["com letras", "12.ABC.345/01DE-35", "12ABC34501DE35"],
    ["com letras pequenas", "12abc34501de35", "12ABC34501DE35"],
    ["vazio", "  ", null],
  ])("%s", async (_caso, cnpj, guardado) => {
    await editar({ cnpj });
    expect((await verConfiguracaoDaEmpresa(celia)).cnpj).toBe(guardado);
  });

  test.each(["11.222.333/0001-82", "12.ABC.345/01DE-36", "00.000.000/0000-00", "1122233300018", "ABC"])(
    "%s não confere, e nada muda",
    async (cnpj) => {
      expect(await recusaDe(editar({ cnpj }))).toMatchObject({
        code: "invalido",
        fields: { cnpj: "Este CNPJ não confere. Verifique os caracteres." },
      });
      expect((await verConfiguracaoDaEmpresa(celia)).versao).toBe(versao);
    },
  );
});

describe("limites", () => {
  const maiores = {
    nome: 120,
    razaoSocial: 160,
    logradouro: 160,
    numero: 20,
    complemento: 80,
    bairro: 80,
    cidade: 80,
  };
  test.each(Object.entries(maiores))("%s vai de uma letra a %i", async (campo, maior) => {
    for (const texto of ["é", "💈".repeat(maior)]) {
      await editar({ [campo]: texto });
      expect((await verConfiguracaoDaEmpresa(celia))[campo as "nome"]).toBe(texto);
      versao += 1;
    }
    const recusa = await recusaDe(editar({ [campo]: "x".repeat(maior + 1) }));
    expect(recusa.fields).toEqual({ [campo]: `Use no máximo ${maior} caracteres.` });
  });

  test.each([
    ["nome", "", "Informe o nome da empresa."],
    ["nome", "\u200b", "Informe o nome da empresa."],
    ["nome", "Sal\0ão", "Há um caractere invisível neste texto. Apague e digite de novo."],
    ["bairro", "\u202eodal", "Há um caractere invisível neste texto. Apague e digite de novo."],
    ["telefone", "3333-4444", "Confira o telefone com DDD, por exemplo 11 98765-4321."],
    ["cep", "0131", "O CEP tem 8 números, por exemplo 01310-100."],
    ["fuso", "America/Nárnia", "Escolha um fuso horário da lista."],
    ["fuso", "x".repeat(1_000_000), /\.$/],
    ["uf", "XX", /\.$/],
  ])("%s %.30j é recusado com a sua frase", async (campo, valor, frase) => {
    const recusa = await recusaDe(editar({ [campo]: valor }));
    expect(recusa).toMatchObject({ code: "invalido", fields: { [campo]: expect.stringMatching(frase) } });
  });
});

describe("quem chega depois", () => {
  test("sabe disso e vê os valores novos", async () => {
    await editar({ nome: "Primeiro" });
    const recusa = await recusaDe(editar({ nome: "Segundo" }));
    expect(recusa).toMatchObject({ code: "conflito", current: { nome: "Primeiro", versao: versao + 1 } });
    expect(await verEmpresa(anonimo)).toMatchObject({ nome: "Primeiro" });
  });

  test("dez ao mesmo tempo: uma vence inteira", async () => {
    const nomes = Array.from({ length: 10 }, (_, i) => `Salão ${i}`);
    const fim = await Promise.allSettled(nomes.map((nome) => editar({ nome, bairro: nome })));
    expect(fim.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { nome, bairro } = await verConfiguracaoDaEmpresa(celia);
    expect(bairro).toBe(nome);
  });
});

test("só o master lê e muda a empresa; a tentativa de Carla fica na trilha", async () => {
  const carla = await contratar("Carla");
  const requestId = randomUUID();
  expect((await recusaDe(editar({ nome: "Minha" }, carla, requestId))).code).toBe("sem_permissao");
  expect((await recusaDe(verConfiguracaoDaEmpresa(carla))).code).toBe("sem_permissao");
  expect((await recusaDe(editarEmpresa({ actor: anonimo }, formulario()))).code).toBe("sem_permissao");
  expect(await rastroDe(requestId)).toMatchObject([{ ato: "acesso.recusado", ator_id: carla.id }]);
  expect(await verEmpresa(anonimo)).toMatchObject({ nome: "Salão da Ana" });
});

test("o banco não deixa nascer uma segunda empresa", async () => {
  const outra = comoSistema((tx) => tx.insert(configuracaoEmpresa).values({ id: 2, nome: "Outra" }));
  await expect(outra).rejects.toMatchObject({ cause: { code: "23514" } });
  expect(await contar(sql`from configuracao_empresa`)).toBe(1);
});
