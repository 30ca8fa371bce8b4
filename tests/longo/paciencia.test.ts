import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePools, db, waitForServer } from "@/db/client";

/** What `npm run verificar` and a large `npm run demo` do: one statement that takes longer than a screen may. */
const demorar = () =>
  db().transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '60s'`);
    await tx.execute(sql`select pg_sleep(10)`);
  });

afterAll(closePools);

test("uma tela desiste de um servidor que não diz nada, um comando do terminal espera por ele", async () => {
  // Its connection is thrown away, so that the rollback of the transaction already finds none.
  await expect(demorar()).rejects.toMatchObject({ cause: { message: "Client was closed and is not queryable" } });
  await closePools();
  waitForServer();
  await demorar();
});
