import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { entrar } from "@/lib/acesso/commands";
import { faltaPrimeiroAcesso } from "@/lib/acesso/queries";
import { anonimo, sistema } from "@/lib/server/actor";
import { criarMaster } from "@/lib/usuarios/commands";
import { contratar, recusaDe } from "../support/people";
import { contar } from "../support/sql";

const campos = {
  empresa: "Salão da Célia",
  nome: "Dona Célia",
  email: "Celia@Exemplo.com.br",
  senha: "um bom segredo",
};

test("do terminal nasce a empresa com a sua master, que entra", async () => {
  await criarMaster({ actor: sistema }, campos);
  expect(await faltaPrimeiroAcesso(anonimo)).toBe(false);
  await entrar({ actor: anonimo }, { email: "celia@exemplo.com.br", senha: campos.senha });
});

test("uma segunda master entra na mesma empresa; o e-mail repetido é recusado", async () => {
  await criarMaster({ actor: sistema }, { ...campos, empresa: "Outro nome", email: "carla@exemplo.com.br" });
  expect(await contar(sql`from configuracao_empresa where nome = 'Salão da Célia'`)).toBe(1);
  expect(await recusaDe(criarMaster({ actor: sistema }, campos))).toMatchObject({
    code: "conflito",
    fields: { email: "Já existe alguém com este e-mail." },
  });
});

test("uma senha comum ou curta é recusada", async () => {
  for (const senha of ["1234567890", "curta"]) {
    const recusa = await recusaDe(criarMaster({ actor: sistema }, { ...campos, email: "x@exemplo.com.br", senha }));
    expect(recusa.code).toBe("invalido");
  }
});

test("ninguém que passa pela porta cria um master", async () => {
  for (const actor of [await contratar("Dona Célia"), await contratar("Carla"), anonimo]) {
    expect((await recusaDe(criarMaster({ actor }, campos))).code).toBe("sem_permissao");
  }
});
