import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { afterEach, describe, expect, inject, test } from "vitest";
import { closePools, pool } from "@/db/client";
import { migrate } from "@/db/migrate";
import { urlOf } from "@/scripts/launcher/postgres/server.mjs";
import { freshDatabase } from "../setup/database";

type Journal = { entries: { idx: number; tag: string }[] };
const journalPath = (folder: string) => path.join(folder, "meta/_journal.json");
const journal: Journal = JSON.parse(await readFile(journalPath("drizzle"), "utf8"));

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function empty() {
  const database = await freshDatabase({ vazio: true });
  undo.push(database.drop);
  return { dono: database.urlDono, app: database.urlApp };
}

async function using<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Everything that makes two databases the same, sorted, without the rows and without where a column stands. */
const CATALOGUE = `
  select 'coluna' as tipo, concat_ws(' ', c.oid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
    attidentity, attgenerated, pg_get_expr(adbin, adrelid)) as texto
  from pg_class c join pg_attribute on attrelid = c.oid left join pg_attrdef on adrelid = c.oid and adnum = attnum
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and attnum > 0 and not attisdropped
  union all select 'restrição', concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'índice', indexdef from pg_indexes where schemaname = 'public'
  union all select 'gatilho', concat_ws(' ', tgenabled, pg_get_triggerdef(t.oid))
  from pg_trigger t join pg_class c on c.oid = tgrelid where relnamespace = 'public'::regnamespace and not tgisinternal
  union all select 'função', concat_ws(' ', pg_get_functiondef(oid), proacl) from pg_proc p
  where pronamespace = 'public'::regnamespace and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  union all select 'direito', concat_ws(' ', oid::regclass, relkind, relacl) from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
  union all select 'esquema', concat_ws(' ', nspname, nspacl) from pg_namespace where nspname in ('public', 'drizzle')
  union all select 'extensão', concat_ws(' ', extname, extnamespace::regnamespace) from pg_extension
  order by 1, 2`;

const catalogue = (url: string) =>
  using(url, async (client) => (await client.query<{ tipo: string; texto: string }>(CATALOGUE)).rows);

/** A copy of the folder in which only the first migrations exist, as in an earlier release. */
async function firstMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "hora-marcada-migracoes-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  await cp("drizzle", folder, { recursive: true });
  await writeFile(journalPath(folder), JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

/** What a company wrote down between two releases, once it had the tables for it. @returns how many people that was */
async function someData(client: Client, release: string): Promise<number> {
  const { rows } = await client.query("select to_regclass('public.cargos') as tabela");
  if (!rows[0].tabela) return 0;
  await client.query("begin; select set_config('app.ator', 'sistema', true)");
  await client.query("insert into cargos (nome) values ('Cabeleireira de ' || $1::text)", [release]);
  await client.query(
    "insert into usuarios (nome, email, tipo) values ('Dona Célia', $1 || '@exemplo.com.br', 'master')",
    [release],
  );
  await client.query("commit");
  return 1;
}

test("do nada: o banco fica pronto, com os três cargos de sempre", async () => {
  const urls = await empty();
  await migrate(urls);
  const rows = await using(
    urls.app,
    async (client) => (await client.query("select nome from cargos order by id")).rows,
  );
  expect(rows.map((row) => row.nome)).toEqual(["Gerente", "Atendente", "Especialista"]);
  const found = await catalogue(urls.dono);
  for (const tipo of ["coluna", "restrição", "índice", "gatilho", "função", "direito", "esquema", "extensão"]) {
    expect(found.map((row) => row.tipo)).toContain(tipo);
  }
});

test("uma de cada vez, com dados de cada versão: todas entram, e o esquema é o mesmo que do nada", async () => {
  const [fromNothing, stepwise] = [await empty(), await empty()];
  await migrate(fromNothing);
  const people = await using(stepwise.dono, async (client) => {
    let written = 0;
    for (const { idx, tag } of journal.entries) {
      const migrationsFolder = await firstMigrations(idx + 1);
      await expect(applyMigrations(drizzle(client), { migrationsFolder }), tag).resolves.toBeUndefined();
      written += await someData(client, tag);
    }
    return written;
  });
  expect(people).toBeGreaterThan(journal.entries.length / 2);
  await migrate(stepwise);
  await migrate(stepwise);
  expect(await catalogue(stepwise.dono)).toEqual(await catalogue(fromNothing.dono));
  const { rows } = await using(stepwise.app, (client) =>
    client.query(`select (select count(*) from cargos)::int as cargos,
      (select count(*) from usuarios where busca like '%dona celia%')::int as achados`),
  );
  expect(rows[0]).toEqual({ cargos: 3 + people, achados: people });
});

test("dez instâncias migram o mesmo banco vazio ao mesmo tempo", async () => {
  const urls = await empty();
  await Promise.all(Array.from({ length: 10 }, () => migrate(urls)));
  const { rows } = await using(urls.app, (client) =>
    client.query("select count(*)::int as n from drizzle.__drizzle_migrations"),
  );
  expect(rows[0].n).toBe(journal.entries.length);
});

test("o esquema do código é o das migrações: nada ficou por gerar", async () => {
  const { generateDrizzleJson, generateMigration } = await import("drizzle-kit/api");
  const schema = await import("@/db/schema");
  const last = journal.entries.at(-1)!.tag.slice(0, 4);
  const snapshot = JSON.parse(await readFile(`drizzle/meta/${last}_snapshot.json`, "utf8"));
  const now = generateDrizzleJson({ ...schema }, snapshot.id, undefined, "snake_case");
  expect(await generateMigration(snapshot, now)).toEqual([]);
});

describe("uma URL só, para o dono e para a aplicação", () => {
  /** An owner as a hosted PostgreSQL gives it: not a superuser, but allowed to make databases' roles. */
  async function hosted() {
    const { superUrl, port } = inject("server");
    const name = `loja_${Math.random().toString(36).slice(2, 10)}`;
    await using(superUrl, async (client) => {
      await client.query(`create role ${name}_dono login createrole password 'de teste'`);
      await client.query(`create database ${name} owner ${name}_dono`);
    });
    undo.push(() =>
      using(superUrl, async (client) => {
        await client.query(`drop database ${name} with (force)`);
        await client.query(`drop role if exists ${name}_app`);
        await client.query(`drop role ${name}_dono`);
      }),
    );
    return urlOf(`${name}_dono`, "de%20teste", port, name);
  }

  test("o pool desce ao papel da aplicação, que não escreve na trilha", async () => {
    const url = await hosted();
    await Promise.all([migrate({ dono: url, app: url }), migrate({ dono: url, app: url })]);
    await migrate({ dono: url, app: url });
    const before = { ...process.env };
    undo.push(async () => {
      await closePools();
      Object.assign(process.env, before);
    });
    await closePools();
    Object.assign(process.env, { DATABASE_URL: url });
    delete process.env.DATABASE_URL_DONO;

    const { rows } = await pool().query("select current_user::text as papel, current_database()::text as banco");
    expect(rows[0].papel).toBe(`${rows[0].banco}_app`);
    for (const statement of [
      "insert into log_auditoria (ator_tipo, ato, operacao) values ('sistema', 'cargo.criar', 'ato')",
      "delete from log_auditoria",
      "truncate cargos cascade",
      "alter table cargos disable trigger all",
      "select * from graphile_worker.jobs",
    ]) {
      await expect(pool().query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
    await expect(pool().query("delete from cargos")).rejects.toMatchObject({ code: "HM001" });
    await pool().query("select set_config('app.ator', 'sistema', true), enfileirar('limpeza', '{}')");
  });
});
