import { and, asc, eq, gte, inArray, lt, ne, or, sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { cargos, configuracaoEmpresa, funcionarios, logAuditoria as log, servicos, usuarios } from "@/db/schema";
import { descreverMudancas, type TipoAtor } from "@/lib/domain/auditoria";
import { entidades, type EntidadeNomeada, type NomeEntidade } from "@/lib/domain/entidades";
import { atos, type ChaveAto } from "@/lib/domain/permissoes";
import { limitesDoDia } from "@/lib/domain/tempo";
import { contem, countUpTo, readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";
import type { FiltroAuditoria } from "./schema";

/** Where the present name of a record is found. */
const nomeados = {
  ...{ cargos, servicos, usuarios, funcionarios, configuracao_empresa: configuracaoEmpresa },
} satisfies Record<EntidadeNomeada, unknown>;

/** A search by name is resolved to so many records of each kind at the most, present and deleted. */
const REGISTROS = 50;

type Registro = { entidade: string; id: number };

/** The records whose name has these words: those that exist, and those that were deleted under such a name. */
async function registrosComNome(db: Db, busca: string): Promise<Registro[]> {
  const vivos = Object.entries(nomeados).map(
    ([entidade, tabela]) => sql`(select ${entidade}::text as entidade, ${tabela.id}::bigint as id from ${tabela}
      where ${contem(tabela.nome, busca)} limit ${REGISTROS})`,
  );
  const excluidos = sql`(select distinct entidade, entidade_id from ${log}
    where operacao = 'exclusao' and ${contem(sql`antes ->> 'nome'`, busca)} limit ${REGISTROS})`;
  const { rows } = await db.execute<{ entidade: string; id: string }>(sql.join([...vivos, excluidos], sql` union `));
  return rows.map((row) => ({ entidade: row.entidade, id: Number(row.id) }));
}

async function nomesDe(db: Db, registros: Registro[]): Promise<Map<string, string>> {
  const nomes = new Map<string, string>();
  for (const [entidade, tabela] of Object.entries(nomeados)) {
    const ids = [...new Set(registros.filter((registro) => registro.entidade === entidade).map(({ id }) => id))];
    if (!ids.length) continue;
    const rows = await db.select({ id: tabela.id, nome: tabela.nome }).from(tabela).where(inArray(tabela.id, ids));
    for (const { id, nome } of rows) nomes.set(`${entidade}:${id}`, nome);
  }
  return nomes;
}

const registro = ({ entidade, id }: Registro) => and(eq(log.entidade, entidade), eq(log.entidadeId, id));

async function condicoes(db: Db, filtro: FiltroAuditoria, fuso: string): Promise<SQL | undefined> {
  const achados = filtro.busca ? await registrosComNome(db, filtro.busca) : undefined;
  return and(
    achados && (achados.length ? or(...achados.map(registro)) : sql`false`),
    typeof filtro.quem === "number" ? eq(log.atorId, filtro.quem) : undefined,
    typeof filtro.quem === "string" ? eq(log.atorTipo, filtro.quem) : undefined,
    filtro.area && eq(log.area, filtro.area),
    filtro.ato && eq(log.ato, filtro.ato),
    filtro.de ? gte(log.em, limitesDoDia(filtro.de, fuso).inicio) : undefined,
    filtro.ate ? lt(log.em, limitesDoDia(filtro.ate, fuso).fim) : undefined,
    filtro.entidade && filtro.registro ? registro({ entidade: filtro.entidade, id: filtro.registro }) : undefined,
  );
}

const emPalavras = (ato: string) => atos[ato as ChaveAto]?.rotulo ?? ato;

/** The trail within the filters, the newest first, in words. @param fuso the company's zone, for days and instants */
export const listarAuditoria = query("master", async ({ db }, filtro: FiltroAuditoria, fuso: string) => {
  const filter = await condicoes(db, filtro, fuso);
  const page = await readPage({
    db,
    params: filtro,
    sorts: { em: { by: log.em, type: "timestamptz" } },
    initial: "-em",
    id: log.id,
    count: (limit) => countUpTo(db, log, filter, limit),
    read: ({ cursor, where, orderBy, limit }) =>
      db
        .select({
          cursor,
          id: log.id,
          em: log.em,
          atorTipo: log.atorTipo,
          atorId: log.atorId,
          ato: log.ato,
          operacao: log.operacao,
          entidade: log.entidade,
          entidadeId: log.entidadeId,
          antes: log.antes,
          depois: log.depois,
        })
        .from(log)
        .where(and(filter, where))
        .orderBy(...orderBy)
        .limit(limit),
  });
  const citados = page.rows.flatMap((row): Registro[] => [
    ...(row.entidade && row.entidadeId ? [{ entidade: row.entidade, id: row.entidadeId }] : []),
    ...(row.atorId ? [{ entidade: "usuarios", id: row.atorId }] : []),
  ]);
  const nomes = await nomesDe(db, citados);
  return {
    ...page,
    rows: page.rows.map((row) => {
      const entidade = entidades[row.entidade as NomeEntidade] as (typeof entidades)[NomeEntidade] | undefined;
      const vivo = nomes.get(`${row.entidade}:${row.entidadeId}`);
      return {
        id: row.id,
        em: row.em.toISOString(),
        quem: { tipo: row.atorTipo as TipoAtor | "usuario", nome: nomes.get(`usuarios:${row.atorId}`) ?? null },
        ato: emPalavras(row.ato),
        operacao: row.operacao,
        tipo: entidade?.rotulo ?? null,
        registro: vivo ?? (row.antes?.nome as string | undefined) ?? (row.entidadeId ? `nº ${row.entidadeId}` : null),
        href: vivo && entidade && "tela" in entidade ? `${entidade.tela}${row.entidadeId}` : null,
        mudancas: descreverMudancas(row.entidade, row.antes, row.depois, fuso),
      };
    }),
  };
});

export type LinhaAuditoria = Awaited<ReturnType<typeof listarAuditoria>>["rows"][number];

/** Who may be named in the filter: everybody who ever could sign in. */
export const listarPessoas = query("master", async ({ db }) =>
  db
    .select({ id: usuarios.id, nome: usuarios.nome })
    .from(usuarios)
    .where(ne(usuarios.tipo, "cliente"))
    .orderBy(asc(sql`sem_acento(${usuarios.nome})`))
    .limit(500),
);

/** How the record of a history is called now: "Serviço Corte feminino". */
export const nomearRegistro = query("master", async ({ db }, entidade: NomeEntidade, id: number) => {
  const nome = (await nomesDe(db, [{ entidade, id }])).get(`${entidade}:${id}`);
  return `${entidades[entidade].rotulo} ${nome ?? `nº ${id}`}`;
});
