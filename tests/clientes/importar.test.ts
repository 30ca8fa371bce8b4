import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { criarCliente } from "@/lib/clientes/commands";
import { importarClientes } from "@/lib/importacoes/commands";
import { conferirImportacao, lerClientes } from "@/lib/importacoes/queries";
import { db } from "@/db/client";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { contratar, recusaDe } from "../support/people";
import { contar, rastroDe } from "../support/sql";

let carla: Usuario;
beforeAll(async () => {
  carla = await contratar("Carla", { telefone: "+5511977770000" });
});

const AGORA = new Date("2026-11-24T12:00:00Z");
const bytes = (texto: string) => new TextEncoder().encode(texto);
const ler = (texto: string | Uint8Array, actor = carla) =>
  lerClientes(actor, typeof texto === "string" ? bytes(texto) : texto, AGORA, () => {});
const conferir = async (texto: string) => conferirImportacao(carla, await ler(texto));
const recusa = async (texto: string | Uint8Array) => (await recusaDe(ler(texto))).message;

async function importar(texto: string, modo: "boas" | "todas" = "boas", requestId?: string) {
  const { linhas, erradas } = await ler(texto);
  return importarClientes({ actor: carla, requestId }, { modo, linhas, erradas: erradas.length });
}

/** A phone that no other test has. */
let contador = 0;
const telefone = () => `11 9${String(++contador).padStart(4, "0")}-${String(contador).padStart(4, "0")}`;
const comNome = (nome: string) => contar(sql`from usuarios where tipo = 'cliente' and nome = ${nome}`);

test("o celular com nove e com oito dígitos é uma pessoa, a linha ruim é apontada, a segunda vez não muda nada", async () => {
  const arquivo = "Nome;Telefone\nIara Lima;11 98888-1234\nIara L.;(11) 8888-1234\nSem sentido;123\n";
  const previa = await conferir(arquivo);
  expect(previa.novas).toMatchObject({ quantas: 1, linhas: [{ linha: 2, nome: "Iara Lima" }] });
  expect(previa.existentes).toMatchObject({ quantas: 1, linhas: [{ linha: 3, motivo: "Repete a linha 2" }] });
  expect(previa.erradas).toEqual({
    quantas: 1,
    linhas: [{ linha: 4, motivo: "Telefone: Confira o telefone com DDD, por exemplo 11 98765-4321." }],
  });
  expect(await comNome("Iara Lima")).toBe(0);

  expect(await importar(arquivo)).toEqual({ novos: 1, existentes: 1, erradas: 1 });
  expect(await contar(sql`from usuarios where telefone = '+5511988881234'`)).toBe(1);

  const requestId = randomUUID();
  expect(await importar(arquivo, "boas", requestId)).toEqual({ novos: 0, existentes: 2, erradas: 1 });
  expect(await rastroDe(requestId)).toEqual([]);
  expect((await conferir(arquivo)).novas.quantas).toBe(0);
});

test("cada coluna chega ao seu lugar", async () => {
  const arquivo = [
    "\ufeffE-MAIL,nome completo,Celular,Data de nascimento,CPF,Tags,Obs.,Como prefere ser chamado,Última Visita,Status,Cor",
    'Lia@Exemplo.com.br,  Lia   Reis ,+351 912 345 678,3/2/1990,529.982.247-25,"vip, loira","Diz ""oi"",\r\ne sorri",Lili,23/11/2026 14:05,inativa,azul',
  ].join("\r\n");
  const leitura = await ler(arquivo);
  expect(leitura.cabecalho.filter(({ campo }) => !campo)).toEqual([{ titulo: "Cor", campo: undefined }]);
  await importar(arquivo, "todas");
  const { rows } = await db().execute(sql`
    select nome, email, telefone, nascimento::text, cpf, etiquetas, observacoes, apelido, ativo, tipo,
      (ultima_visita_em at time zone 'America/Sao_Paulo')::text as visita
    from usuarios where nome = 'Lia Reis'`);
  expect(rows).toEqual([
    {
      nome: "Lia Reis",
      email: "lia@exemplo.com.br",
      telefone: "+351912345678",
      nascimento: "1990-02-03",
      cpf: "52998224725",
      etiquetas: ["vip", "loira"],
      observacoes: 'Diz "oi",\ne sorri',
      apelido: "Lili",
      ativo: false,
      tipo: "cliente",
      visita: "2026-11-23 12:00:00",
    },
  ]);
});

describe("quem já existe", () => {
  test("é achado pelo telefone, senão pelo CPF, senão pelo e-mail, e não muda", async () => {
    const base = { apelido: null, nascimento: null, observacoes: "", etiquetas: [] };
    const consente = { whatsapp: false, sms: false, email: false };
    const numero = telefone();
    await criarCliente(
      { actor: carla },
      {
        ...{ ...base, consente, como: "balcao", texto: "Aceita lembretes." },
        ...{ nome: "Vera Dias", telefone: numero, email: "vera@exemplo.com.br", cpf: "111.444.777-35" },
      },
    );
    const { existentes, novas } = await conferir(
      [
        "nome;telefone;cpf;email",
        `Outra;${numero};;`,
        "Outra;;11144477735;",
        "Outra;;;VERA@exemplo.com.br",
        "véra DIAS;;;",
        "Equipe;11 97777-0000;;",
      ].join("\n"),
    );
    expect(novas.quantas).toBe(0);
    expect(existentes.linhas.map(({ motivo }) => motivo)).toEqual([
      "Vera Dias, pelo telefone",
      "Vera Dias, pelo CPF",
      "Vera Dias, pelo e-mail",
      "Vera Dias, pelo nome",
      "Alguém da equipe, pelo telefone",
    ]);
    await importar(`nome;telefone;obs\nMudou de nome;${numero};nova`);
    expect(await comNome("Mudou de nome")).toBe(0);
  });

  test("uma corrente de linhas é uma pessoa só, também da segunda vez", async () => {
    const numero = telefone();
    const arquivo = `nome;telefone;email\nTia;${numero};\nTia Rô;${numero};ro@exemplo.com.br\nRô;;ro@exemplo.com.br`;
    expect((await importar(arquivo)).novos).toBe(1);
    expect((await importar(arquivo)).novos).toBe(0);
  });

  test("quem só tem nome é quem já se chama assim, a não ser que os aniversários sejam outros", async () => {
    const arquivo = "nome;nascimento\nJosé Só;\nJOSE SO;01/02/1980\nJosé Dois;01/02/1980\nJosé Dois;02/02/1980\n";
    expect((await importar(arquivo)).novos).toBe(3);
    expect((await importar(arquivo)).novos).toBe(0);
  });
});

describe("todas ou só as boas", () => {
  test("com uma linha errada, “todas” não grava nada", async () => {
    const arquivo = "nome;email\nPriscila Todas;\nRuim;não é e-mail\n";
    expect(await recusaDe(importar(arquivo, "todas"))).toMatchObject({
      code: "invalido",
      message: "Há linhas com erro. Corrija o arquivo, ou importe só as linhas boas.",
    });
    expect(await comNome("Priscila Todas")).toBe(0);
    expect((await importar(arquivo, "boas")).novos).toBe(1);
  });

  test("a trilha tem uma linha de cada cliente e uma da importação", async () => {
    const requestId = randomUUID();
    await importar("nome\nTrilha Um\nTrilha Dois", "todas", requestId);
    const rastro = await rastroDe(requestId);
    expect(rastro.map(({ ato, operacao, ator_id }) => [ato, operacao, ator_id])).toEqual([
      ["cliente.importar", "criacao", carla.id],
      ["cliente.importar", "criacao", carla.id],
      ["cliente.importar", "ato", carla.id],
    ]);
    expect(rastro[2]!.depois).toEqual({ novos: 2, linhas: 2 });
  });
});

test("quatro importações do mesmo arquivo ao mesmo tempo fazem cada cliente uma vez", async () => {
  const linhas = Array.from({ length: 300 }, (_, i) => `Corrida ${i};${telefone()}`);
  const resultados = await Promise.all([1, 2, 3, 4].map(() => importar(`nome;telefone\n${linhas.join("\n")}`)));
  expect(resultados.map(({ novos }) => novos).sort()).toEqual([0, 0, 0, 300]);
  expect(await contar(sql`from usuarios where nome like 'Corrida %'`)).toBe(300);
});

describe("o arquivo inteiro é recusado", () => {
  const muitas = (n: number) => `nome\n${"x\n".repeat(n)}`;
  test.each<[string, string | Uint8Array, string | RegExp]>([
    ["vazio", "", "O arquivo está vazio."],
    ["só com linhas vazias", "\ufeff\r\n\r\n", "O arquivo está vazio."],
    ["só com o cabeçalho", "nome;telefone\n", /só tem o cabeçalho/],
    ["sem cabeçalho", "Ana;11987654321\n", /Não encontramos a coluna Nome/],
    ["uma planilha", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]), /é uma planilha do Excel/],
    ["uma planilha antiga", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), /é uma planilha do Excel/],
    ["uma imagem", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /não é um CSV/],
    ["com um NUL", "nome\nA\0na\n", /não é um CSV/],
    ["com 20.001 linhas", muitas(20_001), /mais de 20\.000 linhas/],
  ])("%s", async (_caso, arquivo, motivo) => {
    expect(await recusa(arquivo)).toMatch(motivo);
  });
});

describe("a linha é recusada com o motivo", () => {
  test.each<[cabecalho: string, linha: string, motivo: string | RegExp]>([
    ["nome;cpf", "Ana;111.111.111-11", "CPF: Este CPF não confere. Verifique os números."],
    ["nome;email", "Ana;ana@", /^E-mail: /],
    ["nome;nascimento", "Ana;31/02/1990", "Nascimento: Confira a data, por exemplo 23/11/2026."],
    ["nome;nascimento", "Ana;25/12/2026", "Nascimento: Esta data ainda não chegou."],
    ["nome;ultima visita", "Ana;2026-12-25", "Última visita: Esta data ainda não chegou."],
    ["nome;telefone", ";11987654321", "Nome: Informe o nome do cliente."],
    ["nome;obs", `Ana;${"x".repeat(2_001)}`, "Observações: Use no máximo 2000 caracteres."],
    ["nome;obs", "\u202eAna;", /^Nome: Há um caractere invisível/],
    ["nome;telefone", "Ana", "Esta linha tem 1 coluna, e o cabeçalho tem 2."],
    ["nome", "Ana;sobra", "Esta linha tem 2 colunas, e o cabeçalho tem 1."],
    ["nome;obs", 'Ana;"nunca fecha', "As aspas desta linha não fecham direito."],
  ])("%s: %.40s", async (cabecalho, linha, motivo) => {
    const { erradas, linhas } = await ler(`${cabecalho}\n${linha}\n`);
    expect(erradas).toEqual([
      { linha: 2, motivo: typeof motivo === "string" ? motivo : expect.stringMatching(motivo) },
    ]);
    expect(linhas).toEqual([]);
  });

  test("o maior de cada é aceito", async () => {
    const { erradas } = await ler(`nome;obs;apelido\n${"💈".repeat(120)};${"ã".repeat(2_000)};${"x".repeat(60)}\n`);
    expect(erradas).toEqual([]);
  });
});

test("Bruno, que só cadastra cargos, e um estranho não leem, não conferem e não importam", async () => {
  const bruno = await contratar("Bruno");
  const leitura = await ler("nome\nProibida");
  for (const actor of [bruno, anonimo]) {
    expect((await recusaDe(lerClientes(actor, bytes("nome\nx"), AGORA, () => {}))).code).toBe("sem_permissao");
    expect((await recusaDe(conferirImportacao(actor, leitura))).code).toBe("sem_permissao");
    const escrita = importarClientes({ actor }, { modo: "boas", linhas: leitura.linhas, erradas: 0 });
    expect((await recusaDe(escrita)).code).toBe("sem_permissao");
  }
  expect(await comNome("Proibida")).toBe(0);
});

test("uma linha com um campo a mais não vira usuário com poderes", async () => {
  const linhas = [{ ...(await ler("nome\nEsperta")).linhas[0]!, tipo: "master" }];
  expect((await recusaDe(importarClientes({ actor: carla }, { modo: "boas", linhas, erradas: 0 }))).code).toBe(
    "invalido",
  );
});
