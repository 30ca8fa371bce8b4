import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { usando } from "../support/sql";

const semDireito = { code: "42501" };

async function recusado(statements: string[]) {
  await usando("app", async (client) => {
    for (const statement of statements) {
      await client.query("begin; select set_config('app.ator', 'sistema', true)");
      await expect(client.query(statement), statement).rejects.toMatchObject(semDireito);
      await client.query("rollback");
    }
  });
}

test("a aplicação só lê a trilha", async () => {
  await usando("app", (client) => client.query("select count(*) from log_auditoria"));
  await recusado([
    "insert into log_auditoria (ator_tipo, ato, operacao) values ('sistema', 'cargo.criar', 'ato')",
    "update log_auditoria set ato = 'cargo.criar'",
    "delete from log_auditoria",
    "select * from log_auditoria for update",
    "select setval('log_auditoria_id_seq', 1)",
    "copy log_auditoria (ator_tipo, ato, operacao) from stdin",
  ]);
});

test("a aplicação só lê o que os gatilhos contam", async () => {
  await usando("app", (client) => client.query("select count(*) from contagens"));
  await recusado([
    "insert into contagens (funcionario_id, agendamentos) values (1, 1)",
    "update contagens set agendamentos = 0",
    "delete from contagens",
  ]);
});

test("a aplicação não esvazia tabela nenhuma", async () => {
  const { rows } = await db().execute<{ tabela: string }>(sql`
    select oid::regclass::text as tabela from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
  expect(rows.length).toBeGreaterThan(5);
  await recusado(rows.map(({ tabela }) => `truncate ${tabela} cascade`));
});

test("a aplicação não desliga os gatilhos nem muda o banco", async () => {
  await recusado([
    "alter table cargos disable trigger auditar",
    "alter table cargos disable trigger all",
    "drop trigger auditar on cargos",
    "set session_replication_role = 'replica'",
    "set role teste_dono",
    "create table public.nova (id int)",
    "create or replace function public.auditar() returns trigger language plpgsql as 'begin return null; end'",
    "create trigger zzz before insert on cargos for each row execute function carimbar()",
    "alter function public.auditar() set search_path = pg_temp",
    "drop table cargos",
    "create temp table jsonb (x int)",
    "delete from drizzle.__drizzle_migrations",
  ]);
});

test("as funções que escrevem pela aplicação não se deixam enganar por um objeto temporário", async () => {
  const { rows } = await db().execute<{ nome: string; config: string[] }>(sql`
    select proname as nome, proconfig as config from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef order by 1`);
  expect(rows.map((row) => row.nome)).toEqual([
    "auditar",
    "contar_agendamentos",
    "desenfileirar",
    "enfileirar",
    "estado_da_fila",
    "receber_mensagens",
    "receber_situacoes",
    "receber_whatsapp",
    "registrar_ato",
    "tratar_whatsapp",
  ]);
  for (const { config } of rows) expect(config).toEqual(["search_path=pg_catalog, public, pg_temp"]);
});

test("um estranho que só tem o banco não chama as funções da casa", async () => {
  const { rows } = await db().execute(sql`
    select proname from pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
    where pronamespace = 'public'::regnamespace and prosecdef and a.grantee = 0`);
  expect(rows).toEqual([]);
});
