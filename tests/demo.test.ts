import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import { expect, test } from "vitest";
import { db, type Db, type Tx } from "@/db/client";
import { carregarDemonstracao } from "@/db/demo/carregar";
import { entradas } from "@/db/demo/salao";
import * as schema from "@/db/schema";
import { entrar } from "@/lib/acesso/commands";
import { entidades } from "@/lib/domain/entidades";
import { menuDe } from "@/lib/domain/permissoes";
import { anonimo } from "@/lib/server/actor";
import { hashSenha } from "@/lib/server/password";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { run } from "@/scripts/launcher/command.mjs";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { toolCommand } from "@/scripts/launcher/tools.mjs";
import { freshDatabase } from "./setup/database";
import { contar } from "./support/sql";

await ensureBuild();

const hash = await hashSenha("demonstracao");
const carregar = (on: Db, seed: number) =>
  on.transaction((tx: Tx) =>
    carregarDemonstracao(tx, hash, { clientes: 120, seed, now: new Date("2026-11-23T12:00:00Z") }),
  );

/** Every row of the company, without the instants. */
async function empresa(on: Db) {
  const rows: unknown[] = [];
  for (const tabela of [...Object.keys(entidades), "log_auditoria"]) {
    const found = await on.execute(sql`
      select to_jsonb(t) - '{em,criado_em,atualizado_em}'::text[] as row from ${sql.identifier(tabela)} t order by id`);
    rows.push(...found.rows);
  }
  return rows;
}

async function outra(seed: number) {
  const { urlApp, drop } = await freshDatabase();
  const client = new Client({ connectionString: urlApp });
  await client.connect();
  try {
    const on = drizzle(client, { schema, casing: "snake_case" }) as unknown as Db;
    expect(await carregar(on, seed)).toBe(true);
    return await empresa(on);
  } finally {
    await client.end();
    await drop();
  }
}

test("a mesma semente dá a mesma empresa, linha por linha; outra semente dá outra gente", async () => {
  expect(await carregar(db(), 20)).toBe(true);
  const minha = await empresa(db());
  expect(minha.length).toBeGreaterThan(300);
  expect(await outra(20)).toEqual(minha);
  expect(await outra(21)).not.toEqual(minha);
});

test("em um banco que já tem empresa ela não entra, e nada muda", async () => {
  const antes = await empresa(db());
  expect(await carregar(db(), 5)).toBe(false);
  expect(await empresa(db())).toEqual(antes);
});

test.each([
  [[], 400],
  [["--clientes", "37"], 37],
])("npm run demo %j: 4 usuários, 12 funcionários e os clientes pedidos", async (args, clientes) => {
  const { urlApp, urlDono, drop } = await freshDatabase();
  const client = new Client({ connectionString: urlApp });
  try {
    const env = { ...process.env, DATABASE_URL: urlApp, DATABASE_URL_DONO: urlDono };
    expect(await run(toolCommand("demo", args), { env })).toBe(0);
    await client.connect();
    const { rows } = await client.query(`
      select (select count(*) from usuarios where tipo <> 'cliente' and ativo)::int as usuarios,
        (select count(distinct row(pode_agendar, pode_cadastrar_cargo, pode_ver_relatorios, tipo)) from usuarios
          where tipo <> 'cliente')::int as diferentes,
        (select count(*) from funcionarios)::int as funcionarios,
        (select count(*) from usuarios where tipo = 'cliente')::int as clientes`);
    expect(rows).toEqual([{ usuarios: 4, diferentes: 4, funcionarios: 12, clientes }]);
  } finally {
    await client.end();
    await drop();
  }
});

test("as quatro entradas abrem a porta, cada uma com o seu menu", async () => {
  const menus: Record<string, string[]> = {};
  for (const { email } of entradas) {
    const { sessaoId } = await entrar({ actor: anonimo }, { email, senha: "demonstracao" });
    menus[email!] = menuDe((await usuarioDaSessao(sessaoId))!).map(({ rotulo }) => rotulo);
  }
  expect(menus).toEqual({
    "master@exemplo.com.br": [
      "Clientes",
      "Funcionários",
      "Serviços",
      "Cargos",
      "Usuários",
      "Configurações",
      "Auditoria",
    ],
    "gerente@exemplo.com.br": ["Clientes", "Funcionários", "Serviços", "Cargos"],
    "atendente@exemplo.com.br": ["Clientes", "Serviços"],
    "relatorios@exemplo.com.br": ["Serviços"],
  });
});

test("toda linha da demonstração tem autor na trilha, e nenhum telefone se repete sem querer", async () => {
  expect(await contar(sql`from log_auditoria where ato = 'sistema.demonstracao'`)).toBeGreaterThan(150);
  expect(
    await contar(sql`from log_auditoria where ator_tipo = 'usuario' and ato in ('servico.editar', 'cargo.editar')`),
  ).toBe(3);
  expect(await contar(sql`from usuarios where tipo = 'cliente' and telefone !~ '^[+]55[1-9]{2}9[4-9][0-9]{7}$'`)).toBe(
    0,
  );
});
