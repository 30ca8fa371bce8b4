import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { sessoes } from "@/db/schema";
import { db, type Db, type Tx } from "@/db/client";
import { chavesPermissao } from "@/lib/domain/permissoes";
import type { Actor, Usuario } from "./actor";

/** A session ends after this many days without use. */
const IDLE_DAYS = 30;

type Row = {
  id: number;
  nome: string;
  email: string;
  tipo: string;
  deve_trocar_senha: boolean;
  stale: boolean;
  pode: boolean[];
};

const switches = sql.join(
  chavesPermissao.map((chave) => sql`u.${sql.identifier(chave)}`),
  sql`, `,
);

async function read(on: Db | Tx, sessaoId: string): Promise<{ usuario: Usuario; stale: boolean } | null> {
  const { rows } = await on.execute<Row>(sql`
    select u.id, u.nome, u.email, u.tipo, u.deve_trocar_senha, array[${switches}] as pode,
      s.usada_em < now() - interval '2 minutes' as stale
    from sessoes s join usuarios u on u.id = s.usuario_id
    where s.id = ${sessaoId} and s.encerrada_em is null and u.ativo and u.tipo <> 'cliente'
      and s.usada_em > now() - make_interval(days => ${IDLE_DAYS})`);
  const row = rows[0];
  if (!row) return null;
  const usuario: Usuario = {
    tipo: "usuario",
    id: row.id,
    sessaoId,
    nome: row.nome,
    email: row.email,
    master: row.tipo === "master",
    permissoes: chavesPermissao.filter((_, i) => row.pode[i]),
    deveTrocarSenha: row.deve_trocar_senha,
  };
  return { usuario, stale: row.stale };
}

/** The person behind a session id, in one indexed query; null when the session or its owner is no longer welcome. */
export async function usuarioDaSessao(sessaoId: string): Promise<Usuario | null> {
  const found = await read(db(), sessaoId);
  if (!found) return null;
  // Last use is kept to the nearest minutes, so that reading a page does not write a row.
  if (found.stale) await db().execute(sql`update sessoes set usada_em = now() where id = ${sessaoId}`);
  return found.usuario;
}

/** The actor as the database knows them now. People are read again; the machinery has no row. */
export async function freshActor(on: Db | Tx, actor: Actor): Promise<Actor | null> {
  if (actor.tipo !== "usuario") return actor;
  const found = await read(on, actor.sessaoId);
  return found?.usuario.id === actor.id ? found.usuario : null;
}

/** Whether this device signed in to the account, in a session that is still kept: then it is not a stranger's. */
export async function aparelhoConhecido(email: string, device: string): Promise<boolean> {
  const { rowCount } = await db().execute(sql`
    select from sessoes s join usuarios u on u.id = s.usuario_id
    where s.dispositivo = ${device} and lower(u.email) = ${email} limit 1`);
  return Boolean(rowCount);
}

/** Ends the open sessions of a person, or those of them that meet `only` too. @returns how their devices were called */
export function endSessions(tx: Tx, usuarioId: number, only?: SQL) {
  return tx
    .update(sessoes)
    .set({ encerradaEm: sql`now()` })
    .where(and(eq(sessoes.usuarioId, usuarioId), isNull(sessoes.encerradaEm), only))
    .returning({ descricao: sessoes.descricao });
}
