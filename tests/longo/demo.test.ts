import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import * as schema from "@/db/schema";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { run } from "@/scripts/launcher/command.mjs";
import { toolCommand } from "@/scripts/launcher/tools.mjs";
import { freshDatabase } from "../setup/database";
import { carregar, empresa } from "../support/demo";

async function semeada(seed: number) {
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
  const vinte = await semeada(20);
  expect(await semeada(20)).toEqual(vinte);
  expect(await semeada(21)).not.toEqual(vinte);
});

beforeAll(() => ensureBuild());

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
