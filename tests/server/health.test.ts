import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAlive, waitUntil } from "@/scripts/launcher/process.mjs";
import { openHouse, type House } from "../support/backstage";
import { callAction } from "../support/doors";

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.stop());

const status = async (path: string) => (await house.arrive().get(path)).status;
const both = async () => [await status("/api/saude"), await status("/api/saude?pronto=1")];

test("vivo é o processo; pronto é o banco, com o esquema desta versão ou um mais novo", async () => {
  expect(await both()).toEqual([200, 200]);
  const newest = "(select max(created_at) from drizzle.__drizzle_migrations)";
  await house.rows(`update drizzle.__drizzle_migrations set created_at = created_at + 1 where created_at = ${newest}`);
  expect(await both()).toEqual([200, 200]);
  await house.rows(`update drizzle.__drizzle_migrations set created_at = created_at - 2 where created_at = ${newest}`);
  expect(await both()).toEqual([200, 503]);
  await house.rows(`update drizzle.__drizzle_migrations set created_at = created_at + 1 where created_at = ${newest}`);
  expect(await both()).toEqual([200, 200]);

  await house.rows("alter schema drizzle rename to fora_do_lugar");
  expect(await both()).toEqual([200, 503]);
  await house.rows("alter schema fora_do_lugar rename to drizzle");
  expect(await both()).toEqual([200, 200]);
});

test("ao ser encerrado, termina o que começou e não aceita mais nada", async () => {
  const master = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master" }));
  const other = new Client({ connectionString: house.urlDono });
  await other.connect();
  await other.query("begin; lock table cargos in access exclusive mode");
  const saving = callAction(master, "criarCargoAction", [{ nome: "Recepcionista", descricao: "" }]);
  const waits = "select from pg_locks where relation = 'cargos'::regclass and not granted";
  expect(await waitUntil(async () => (await other.query(waits)).rowCount, 5_000)).toBe(true);

  process.kill(house.pid!, "SIGTERM");
  await sleep(200);
  await expect(fetch(`${house.url}/api/saude?pronto=1`)).rejects.toThrow();
  await other.query("rollback");
  await other.end();
  expect((await saving).result).toMatchObject({ ok: true });
  expect(await house.rows("select from cargos where nome = 'Recepcionista'")).toHaveLength(1);
  expect(await waitUntil(() => !isAlive(house.pid!), 8_000)).toBe(true);
});
