import { and, eq, getTableColumns, getTableName } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { AnyPgColumn, PgTable, PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { entidades } from "@/lib/domain/entidades";
import { AppError, naoEncontrado } from "./errors";

type Editable = PgTable & { id: AnyPgColumn; versao: AnyPgColumn };
type Seen = { id: number; versao: number };

type Known = { colunas: Record<string, { rotulo: string; classe?: string }> };
const trail: Record<string, Known> = entidades;

/** Those of the columns that whoever lost the race may see: known to the trail, and no secret there. */
function visible(table: Editable, columns: string[]): string[] {
  const known = trail[getTableName(table)]?.colunas ?? {};
  return columns.filter((column) => {
    const about = known[toSnakeCase(column)];
    return about && about.classe !== "segredo";
  });
}

async function lostRace(tx: Tx, table: Editable, id: number, columns: string[]): Promise<AppError> {
  const [current] = await tx.select(getTableColumns(table)).from(table).where(eq(table.id, id));
  if (!current) return naoEncontrado();
  return new AppError("conflito", "Outra pessoa alterou este registro enquanto você o editava.", {
    current: Object.fromEntries([...visible(table, columns), "versao"].map((column) => [column, current[column]])),
  });
}

/**
 * Changes a row that still is as the person saw it.
 *
 * @returns the new version
 * @throws AppError `nao_encontrado`, or `conflito` with the newer values of the same columns
 */
export async function updateSeen<T extends Editable>(
  tx: Tx,
  table: T,
  { id, versao }: Seen,
  values: PgUpdateSetSource<T>,
): Promise<Seen> {
  const where = and(eq(table.id, id), eq(table.versao, versao));
  const [row] = await tx.update(table).set(values).where(where).returning({ versao: table.versao });
  if (!row) throw await lostRace(tx, table, id, Object.keys(values));
  return { id, versao: Number(row.versao) };
}

/** Deletes a row that still is as the person saw it. @throws as `updateSeen` */
export async function deleteSeen(tx: Tx, table: Editable, { id, versao }: Seen): Promise<{ id: number }> {
  const rows = await tx
    .delete(table)
    .where(and(eq(table.id, id), eq(table.versao, versao)))
    .returning({ id: table.id });
  if (!rows.length) throw await lostRace(tx, table, id, []);
  return { id };
}
