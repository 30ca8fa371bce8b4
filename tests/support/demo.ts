import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { carregarDemonstracao } from "@/db/demo/carregar";
import { entidades } from "@/lib/domain/entidades";
import { hashSenha } from "@/lib/server/password";

// Once, since every hash has a salt of its own.
const hash = hashSenha("demonstracao");

/** The demonstration as it is made in the morning of 23 November 2026. @returns whether there was a place for it */
export async function carregar(on: Db, seed: number): Promise<boolean> {
  const pessoas = { clientes: 120, seed, now: new Date("2026-11-23T12:00:00Z") };
  const senha = await hash;
  return on.transaction((tx: Tx) => carregarDemonstracao(tx, senha, pessoas));
}

/** A fingerprint of every table of the company, without the instants at which rows were written, and of its trail. */
export async function empresa(on: Db) {
  const tabelas: Record<string, unknown> = {};
  for (const tabela of [...Object.keys(entidades), "log_auditoria"]) {
    const { rows } = await on.execute(sql`
      select count(*)::int as linhas, md5(string_agg(linha::text, '' order by id)) as marca from (
        select id, to_jsonb(t) - '{em,criado_em,atualizado_em}'::text[] as linha from ${sql.identifier(tabela)} t) l`);
    tabelas[tabela] = rows[0];
  }
  return tabelas;
}
