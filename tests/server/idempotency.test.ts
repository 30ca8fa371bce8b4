import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { criarCargo, editarCargo } from "@/lib/cargos/commands";
import * as z from "@/lib/domain/mensagens";
import type { Usuario } from "@/lib/server/actor";
import { command } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { redefinirSenha } from "@/lib/usuarios/commands";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { contar } from "../support/sql";

let bruno: Usuario;
let carla: Usuario;
beforeAll(async () => {
  [bruno, carla] = [await contratar("Bruno"), await contratar("Carla")];
});

const guardadas = (chave: string) => contar(sql`from chaves_idempotencia where chave = ${chave}`);

test("vinte toques no mesmo botão fazem um cargo, e todos recebem a mesma resposta", async () => {
  const chave = randomUUID();
  const tocar = () => criarCargo({ actor: bruno, chave }, { nome: "Maquiadora", descricao: "" });
  const respostas = await Promise.all(Array.from({ length: 20 }, tocar));
  expect(new Set(respostas.map((resposta) => JSON.stringify(resposta))).size).toBe(1);
  expect(respostas[0]!.id).toBeGreaterThan(0);
  expect(await contar(sql`from cargos where nome = 'Maquiadora'`)).toBe(1);
});

test("a chave de Bruno não serve a Carla, nem a outro formulário dele", async () => {
  const chave = randomUUID();
  const { id } = await criarCargo({ actor: bruno, chave }, { nome: "Só de Bruno", descricao: "" });
  const frase = "Este envio não é deste formulário.";
  const deCarla = criarCargo({ actor: carla, chave }, { nome: "De Carla", descricao: "" });
  expect(await recusaDe(deCarla)).toMatchObject({ code: "conflito", message: frase });
  const outroAto = editarCargo({ actor: bruno, chave }, { id, versao: 1, nome: "Trocado", descricao: "" });
  expect(await recusaDe(outroAto)).toMatchObject({ code: "conflito", message: frase });
  expect(await contar(sql`from cargos where nome in ('De Carla', 'Trocado')`)).toBe(0);
});

test("um envio recusado devolve a chave, e o corrigido passa", async () => {
  const chave = randomUUID();
  expect((await recusaDe(criarCargo({ actor: bruno, chave }, { nome: "GERENTE", descricao: "" }))).code).toBe(
    "conflito",
  );
  expect(await guardadas(chave)).toBe(0);
  await criarCargo({ actor: bruno, chave }, { nome: "Gerente de loja", descricao: "" });
  expect(await guardadas(chave)).toBe(1);
});

test("também a recusa que guarda o que escreveu devolve a chave", async () => {
  const chave = randomUUID();
  let certo = false;
  const lembrar = command({
    act: "cargo.criar",
    input: z.strictObject({}),
    execute: async () => (certo ? { feito: true } : new AppError("invalido", "Ainda não.")),
  });
  expect((await recusaDe(lembrar({ actor: bruno, chave }, {}))).message).toBe("Ainda não.");
  certo = true;
  expect(await lembrar({ actor: bruno, chave }, {})).toEqual({ feito: true });
});

test.each([
  ["curta", "abc"],
  ["com aspas", "'; drop table cargos"],
  ["com NUL", "\u0000"],
  ["enorme", "9".repeat(100_000)],
])("uma chave torta (%s) é recusada como entrada errada", async (_caso, chave) => {
  const criar = criarCargo({ actor: bruno, chave }, { nome: "Com chave torta", descricao: "" });
  expect((await recusaDe(criar)).code).toBe("invalido");
});

test("a senha temporária não fica guardada: repetir faz outra", async () => {
  const celia = await contratar("Dona Célia");
  const ana = await cadastrar("Ana");
  const chave = randomUUID();
  const primeira = await redefinirSenha({ actor: celia, chave }, { id: ana.id, versao: ana.versao });
  const segunda = await redefinirSenha({ actor: celia, chave }, { id: ana.id, versao: ana.versao + 1 });
  expect(segunda.senha).not.toBe(primeira.senha);
  expect(await guardadas(chave)).toBe(0);
  expect(await contar(sql`from chaves_idempotencia c where c::text like ${`%${primeira.senha}%`}`)).toBe(0);
});
