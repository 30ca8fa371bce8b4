import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { entrar, trocarSenha } from "@/lib/acesso/commands";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { abrirSessao, contratar, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

const ATUAL = "quatro gatos no telhado";
const NOVA = "cinco patos na lagoa";

const entra = (usuario: Usuario, senha: string) =>
  entrar(
    { actor: anonimo, origin: { address: randomUUID(), device: randomUUID(), userAgent: "" } },
    {
      email: usuario.email,
      senha,
    },
  );

let bruno: Usuario;
beforeEach(async () => {
  bruno = await contratar("Bruno", { senha: ATUAL });
});
const trocar = (senhaNova: unknown, senhaAtual: unknown = ATUAL, requestId = randomUUID()) =>
  trocarSenha({ actor: bruno, requestId }, { senhaAtual, senhaNova });

test("a nova vale, a velha não, as outras sessões terminam e esta continua", async () => {
  const casa = await abrirSessao(bruno.id);
  const requestId = randomUUID();
  await trocar(NOVA, ATUAL, requestId);
  expect(await usuarioDaSessao(casa.sessaoId)).toBeNull();
  expect(await usuarioDaSessao(bruno.sessaoId)).not.toBeNull();
  expect((await recusaDe(entra(bruno, ATUAL))).code).toBe("invalido");
  await entra(bruno, NOVA);
  expect(await rastroDe(requestId)).toMatchObject([
    { ator_id: bruno.id, ato: "acesso.trocar_senha", antes: { senha_hash: "•••" }, depois: { senha_hash: "•••" } },
  ]);
});

test("quem entrou com a temporária troca, e a porta se abre", async () => {
  const senhaExpiraEm = new Date(Date.now() + 60_000);
  bruno = await contratar("Bruno", { senha: ATUAL, deveTrocarSenha: true, senhaExpiraEm });
  await trocar(NOVA);
  expect(await usuarioDaSessao(bruno.sessaoId)).toMatchObject({ deveTrocarSenha: false });
  expect(await contar(sql`from usuarios where id = ${bruno.id} and senha_expira_em is null`)).toBe(1);
});

describe("é recusada", () => {
  const MEXEU = "A senha nova precisa ser diferente da atual.";
  const COMUM = "Esta senha é das mais usadas no mundo. Escolha outra.";
  const CURTA = "Use pelo menos 10 caracteres. Uma frase curta é uma boa senha.";
  test.each([
    ["com a atual errada", NOVA, "não é esta aqui", { senhaAtual: "Esta não é a sua senha atual." }],
    ["sem a atual", NOVA, "", { senhaAtual: "Informe a senha." }],
    ["com 9 caracteres", "ç".repeat(9), ATUAL, { senhaNova: CURTA }],
    ["vazia", "", ATUAL, { senhaNova: CURTA }],
    ["igual à atual", ATUAL, ATUAL, { senhaNova: MEXEU }],
    ["entre as mais comuns", "1234567890", ATUAL, { senhaNova: COMUM }],
    ["entre as mais comuns, com maiúsculas", "BASKETBALL", ATUAL, { senhaNova: COMUM }],
    ["com 1.001 caracteres", "x".repeat(1_001), ATUAL, { senhaNova: "Use no máximo 1.000 caracteres." }],
    ["que não é texto", 1_234_567_890, ATUAL, { senhaNova: "Escolha uma senha." }],
  ])("%s", async (_caso, nova, atual, fields) => {
    expect(await recusaDe(trocar(nova, atual))).toMatchObject({ code: "invalido", fields });
    await entra(bruno, ATUAL);
  });
});

test.each([
  ["1.000 caracteres colados", "A senha longa que se cola. ".repeat(40).slice(0, 1_000)],
  ["espaços nas pontas", "  com espaços  "],
  ["emoji e acentos", "🐈🐈🐈🐈 coração"],
])("é bem-vinda com %s", async (_caso, nova) => {
  await trocar(nova);
  await entra(bruno, nova);
});

test("dez erros da senha atual, e a espera começa; acertos não contam", async () => {
  await trocar(NOVA);
  const recusas = await Promise.all(Array.from({ length: 20 }, () => recusaDe(trocar(ATUAL, "não é esta"))));
  expect(recusas.filter(({ code }) => code === "invalido")).toHaveLength(10);
  expect((await recusaDe(trocar(ATUAL, NOVA))).code).toBe("limite");
  await comoSistema((tx) => tx.execute(sql`update limites set expire = 1`));
  await trocar(ATUAL, NOVA);
});

test("errar a senha atual fica na trilha", async () => {
  const requestId = randomUUID();
  await recusaDe(trocar(NOVA, "não é esta", requestId));
  expect(await rastroDe(requestId)).toMatchObject([{ ato: "acesso.troca_recusada", entidade_id: bruno.id }]);
});

test("um estranho não troca a senha de ninguém", async () => {
  const recusa = await recusaDe(trocarSenha({ actor: anonimo }, { senhaAtual: ATUAL, senhaNova: NOVA }));
  expect(recusa.code).toBe("sem_permissao");
});
