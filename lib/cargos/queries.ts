import { count, eq, sql } from "drizzle-orm";
import { cargos, funcionarios } from "@/db/schema";
import { naoEncontrado } from "@/lib/server/errors";
import type { ListParams } from "@/lib/domain/lista";
import { contem, countUpTo, readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";

// Written out: inside `sql` Drizzle names a column without its table when the select has only one.
const ocupantes = sql<number>`(select count(*)::int from funcionarios f where f.cargo_id = cargos.id)`;

/** The positions and how many employees hold each. */
export const listarCargos = query("pode_cadastrar_cargo", async ({ db }, params: ListParams) => {
  const filter = contem(cargos.nome, params.busca);
  return readPage({
    db,
    params,
    sorts: {
      nome: { by: sql`sem_acento(${cargos.nome})`, type: "text" },
      funcionarios: { by: ocupantes, type: "integer" },
    },
    initial: "nome",
    id: cargos.id,
    count: (limit) => countUpTo(db, cargos, filter, limit),
    read: ({ cursor, where, orderBy, limit }) =>
      db
        .select({
          cursor,
          id: cargos.id,
          nome: cargos.nome,
          descricao: cargos.descricao,
          versao: cargos.versao,
          funcionarios: ocupantes,
        })
        .from(cargos)
        .where(sql`${filter ?? true} and ${where ?? true}`)
        .orderBy(...orderBy)
        .limit(limit),
  });
});

export type CargoDaLista = Awaited<ReturnType<typeof listarCargos>>["rows"][number];

/** One position as its form shows it. @throws AppError `nao_encontrado` */
export const verCargo = query("pode_cadastrar_cargo", async ({ db }, id: number) => {
  const [cargo] = await db
    .select({ id: cargos.id, nome: cargos.nome, descricao: cargos.descricao, versao: cargos.versao })
    .from(cargos)
    .where(eq(cargos.id, id));
  if (!cargo) throw naoEncontrado();
  const [emUso] = await db.select({ funcionarios: count() }).from(funcionarios).where(eq(funcionarios.cargoId, id));
  return { ...cargo, funcionarios: emUso?.funcionarios ?? 0 };
});
