import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { fazerPrimeiroAcesso } from "@/lib/acesso/commands";
import { faltaPrimeiroAcesso } from "@/lib/acesso/queries";
import { verEmpresa } from "@/lib/configuracoes/queries";
import { anonimo } from "@/lib/server/actor";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { recusaDe } from "../support/people";
import { contar } from "../support/sql";

const campos = {
  empresa: "Salão da Célia",
  nome: "Dona Célia",
  email: "celia@exemplo.com.br",
  senha: "um bom segredo",
};
const tentar = (mudancas = {}) =>
  fazerPrimeiroAcesso({ actor: anonimo, requestId: randomUUID() }, { ...campos, ...mudancas });

// One company, so the tests of this file happen in this order.
test("campos errados não fundam nada", async () => {
  expect(await recusaDe(tentar({ empresa: " ", nome: "", email: "celia", senha: "curta" }))).toMatchObject({
    fields: {
      empresa: "Informe o nome da empresa.",
      nome: "Informe o seu nome.",
      email: "Este e-mail não parece certo. Confira, por exemplo: nome@exemplo.com.br",
      senha: "Use pelo menos 10 caracteres. Uma frase curta é uma boa senha.",
    },
  });
  const comum = await recusaDe(tentar({ senha: "qwertyuiop" }));
  expect(comum.fields).toEqual({ senha: "Esta senha é das mais usadas no mundo. Escolha outra." });
  expect(await faltaPrimeiroAcesso(anonimo)).toBe(true);
  expect(await verEmpresa(anonimo)).toBeNull();
});

test("vinte tentativas ao mesmo tempo: uma vence, com uma empresa e uma master", async () => {
  const fim = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => tentar({ email: `celia${n}@exemplo.com.br`, empresa: `Salão ${n}` })),
  );
  const vencedoras = fim.flatMap((um) => (um.status === "fulfilled" ? [um.value] : []));
  expect(vencedoras).toHaveLength(1);
  for (const um of fim) {
    if (um.status === "rejected")
      expect(um.reason).toMatchObject({
        code: "conflito",
        message: "A empresa já foi criada. Entre com o seu e-mail e a sua senha.",
      });
  }
  expect(await usuarioDaSessao(vencedoras[0]!.sessaoId)).toMatchObject({ nome: "Dona Célia", master: true });
  const { rows } = await db().execute(sql`
    select (select count(*)::int from configuracao_empresa) as empresas, (select count(*)::int from usuarios) as pessoas,
      (select count(*)::int from sessoes) as sessoes`);
  expect(rows[0]).toEqual({ empresas: 1, pessoas: 1, sessoes: 1 });
  expect(await faltaPrimeiroAcesso(anonimo)).toBe(false);
});

test("depois disso a porta não se abre mais", async () => {
  expect((await recusaDe(tentar())).code).toBe("conflito");
  expect(await contar(sql`from usuarios`)).toBe(1);
});
