import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { configuracaoEmpresa, sessoes } from "@/db/schema";
import { query } from "@/lib/server/query";

/** Whether the company still waits for its first master. */
export const faltaPrimeiroAcesso = query("publico", async ({ db }) => {
  const rows = await db.select({ id: configuracaoEmpresa.id }).from(configuracaoEmpresa);
  return rows.length === 0;
});

/** The open sessions of the one who asks, the latest used first. */
export const listarSessoes = query("acesso", async ({ db, actor }) => {
  if (actor.tipo !== "usuario") return [];
  const rows = await db
    .select({
      id: sessoes.id,
      descricao: sessoes.descricao,
      endereco: sessoes.endereco,
      criadaEm: sessoes.criadaEm,
      usadaEm: sessoes.usadaEm,
    })
    .from(sessoes)
    .where(
      and(eq(sessoes.usuarioId, actor.id), isNull(sessoes.encerradaEm), sql`usada_em > now() - interval '30 days'`),
    )
    .orderBy(desc(sessoes.usadaEm))
    .limit(50);
  return rows.map((sessao) => ({ ...sessao, atual: sessao.id === actor.sessaoId }));
});

export type SessaoDaLista = Awaited<ReturnType<typeof listarSessoes>>[number];
