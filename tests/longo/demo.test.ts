import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import { expect, test } from "vitest";
import type { Db } from "@/db/client";
import * as schema from "@/db/schema";
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
