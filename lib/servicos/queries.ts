import { and, eq, sql } from "drizzle-orm";
import { servicos } from "@/db/schema";
import { naoEncontrado } from "@/lib/server/errors";
import { contem, countUpTo, readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";
import type { FiltroServicos } from "./schema";

/** The services within the filters, one page. Whoever is signed in may read them and their prices. */
export const listarServicos = query("acesso", async ({ db }, params: FiltroServicos) => {
  const filter = and(
    contem(servicos.nome, params.busca),
    params.ativo && eq(servicos.ativo, params.ativo === "sim"),
    params.categoria ? eq(servicos.categoria, params.categoria) : undefined,
  );
  return readPage({
    db,
    params,
    sorts: {
      nome: { by: sql`sem_acento(${servicos.nome})`, type: "text" },
      categoria: { by: sql`sem_acento(${servicos.categoria})`, type: "text" },
      preco: { by: sql`coalesce(${servicos.precoCentavos}, 0)`, type: "integer" },
      duracao: { by: servicos.duracaoMinutos, type: "integer" },
    },
    initial: "nome",
    id: servicos.id,
    count: (limit) => countUpTo(db, servicos, filter, limit),
    read: ({ cursor, where, orderBy, limit }) =>
      db
        .select({
          cursor,
          id: servicos.id,
          nome: servicos.nome,
          categoria: servicos.categoria,
          precoTipo: servicos.precoTipo,
          precoCentavos: servicos.precoCentavos,
          duracaoMinutos: servicos.duracaoMinutos,
          cor: servicos.cor,
          ativo: servicos.ativo,
          versao: servicos.versao,
        })
        .from(servicos)
        .where(and(filter, where))
        .orderBy(...orderBy)
        .limit(limit),
  });
});

export type ServicoDaLista = Awaited<ReturnType<typeof listarServicos>>["rows"][number];

/** One service as its form shows it. @throws AppError `nao_encontrado` */
export const verServico = query("acesso", async ({ db }, id: number) => {
  const [servico] = await db
    .select({
      id: servicos.id,
      nome: servicos.nome,
      descricao: servicos.descricao,
      categoria: servicos.categoria,
      precoTipo: servicos.precoTipo,
      precoCentavos: servicos.precoCentavos,
      duracaoMinutos: servicos.duracaoMinutos,
      preparoMinutos: servicos.preparoMinutos,
      cor: servicos.cor,
      assistenteAgenda: servicos.assistenteAgenda,
      ativo: servicos.ativo,
      versao: servicos.versao,
    })
    .from(servicos)
    .where(eq(servicos.id, id));
  if (!servico) throw naoEncontrado();
  return servico;
});

export type ServicoDoFormulario = Awaited<ReturnType<typeof verServico>>;

/** The categories in use, for the filter and as suggestions in the form. */
export const listarCategorias = query("acesso", async ({ db }) => {
  const rows = await db
    .selectDistinct({ nome: servicos.categoria, chave: sql`sem_acento(${servicos.categoria})` })
    .from(servicos)
    .where(sql`${servicos.categoria} <> ''`)
    .orderBy(sql`sem_acento(${servicos.categoria})`)
    .limit(200);
  return rows.map((row) => row.nome);
});
