import { and, asc, desc, or, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Db } from "@/db/client";
import { alternativasDaBusca } from "@/lib/domain/busca";
import type { ListParams } from "@/lib/domain/lista";
import type { Page } from "@/lib/domain/result";

/** Totals are counted up to here; beyond, a person reads "mais de 1.000". */
export const COUNTED = 1_000;

const literally = (word: string) => word.replace(/[\\%_]/g, "\\$&");

/** A filter `coluna contém o texto`, without regard to case and accents; each of the first six words must occur. */
export function contem(coluna: SQLWrapper, busca: string): SQL | undefined {
  const words = busca.split(/\s+/).filter(Boolean).slice(0, 6);
  return and(...words.map((word) => sql`sem_acento(${coluna}) like sem_acento(${`%${literally(word)}%`})`));
}

/** A filter for people by name, nickname, phone, e-mail or CPF. @param texto the column they are searched by */
export function contemPessoa(texto: SQLWrapper, busca: string): SQL | undefined {
  if (!busca) return undefined;
  const alternativas = alternativasDaBusca(busca);
  if (!alternativas.length) return sql`false`;
  const like = { meio: (word: string) => `%${word}%`, inicio: (word: string) => `% ${word}%` };
  return or(
    ...alternativas.map((pedacos) =>
      and(...pedacos.map((um) => sql`${texto} like sem_acento(${like[um.onde](literally(um.texto))})`)),
    ),
  );
}

const keys = {
  text: /^[^\0]*$/,
  integer: /^-?\d{1,9}$/,
  timestamptz:
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:[0-5]\d)?$/,
};

/** The same key, of which no index knows. */
const unindexed: Record<keyof typeof keys, (by: Sort["by"]) => SQL> = {
  text: (by) => sql`(${by} || '')`,
  integer: (by) => sql`(${by} + 0)`,
  timestamptz: (by) => sql`(${by} + interval '0')`,
};

type Sort = { by: SQL | SQLWrapper; type: keyof typeof keys };

/** The orders that the URL may name (`nome`, `-nome` for descending); `initial` is used otherwise. */
export type Sorts = { sorts: Record<string, Sort>; initial: string };

function ordering(ordem: string | undefined, { sorts, initial }: Sorts) {
  const named = (text: string) => text.replace(/^-/, "");
  const asked = ordem && Object.hasOwn(sorts, named(ordem)) ? ordem : initial;
  return { ...sorts[named(asked)]!, descending: asked.startsWith("-") };
}

/** The whole order of a list from its first row to its last, for what reads all of it at once. */
export function wholeOrder(ordem: string | undefined, sorts: Sorts, id: SQLWrapper): SQL[] {
  const { by, descending } = ordering(ordem, sorts);
  return [by, id].map(descending ? desc : asc);
}

/** A cursor that does not fit the order, e.g. in an old link, opens the list at its beginning. */
function decode(cursor: string | undefined, type: Sort["type"]): [string, number] | undefined {
  if (!cursor) return undefined;
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const fits = typeof key === "string" && keys[type].test(key) && Number.isSafeInteger(id);
    return fits ? [key, id as number] : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads one page by keyset: the cost of a page does not grow with its depth. The order is a key and the id as
 * tie-break; keys must not be null.
 *
 * @param find looks for the ids of the filter in place of `count`, where it may mean few rows that PostgreSQL takes for
 *   many, as fragments of numbers do: if they are few, `known` names them, which are then sorted, instead of walking the
 *   index of the order past all others
 * @param read runs the select with the given conditions, `known` standing for the filter if it is there, and returns each
 *   row with its `cursor` column
 */
export async function readPage<R extends { cursor: string }>(
  options: Sorts & {
    db: Db;
    /** What is asked for; a file takes more rows at once than a screen may. */
    params: Omit<ListParams, "por"> & { por: number };
    id: SQLWrapper;
    find?: (limit: number) => Promise<number[]>;
    read: (list: {
      cursor: SQL<string>;
      where: SQL | undefined;
      known: SQL | undefined;
      orderBy: SQL[];
      limit: number;
    }) => Promise<R[]>;
    count: (limit: number) => Promise<number>;
  },
): Promise<Page<Omit<R, "cursor">>> {
  const { params, id } = options;
  const { by: key, type, ...order } = ordering(params.ordem, options);
  const ids = await options.find?.(COUNTED + 1);
  const total = ids?.length ?? (await options.count(COUNTED + 1));
  const few = ids && ids.length <= COUNTED;
  const by = few ? unindexed[type](key) : key;

  const backwards = params.antes !== undefined;
  const from = decode(params.antes ?? params.depois, type);
  const descending = order.descending !== backwards;
  const direction = descending ? desc : asc;
  const rows = await options.read({
    cursor: sql<string>`jsonb_build_array((${by})::text, ${id})::text`,
    where:
      from && sql`(${by}, ${id}) ${sql.raw(descending ? "<" : ">")} (${from[0]}::${sql.raw(type)}, ${from[1]}::bigint)`,
    known: few ? sql`${id} = any(${sql.param(ids)}::int[])` : undefined,
    orderBy: [direction(by), direction(id)],
    limit: params.por + 1,
  });

  const more = rows.length > params.por;
  const page = rows.slice(0, params.por);
  if (backwards) page.reverse();
  const cursorOf = (row: R | undefined) => (row ? Buffer.from(row.cursor).toString("base64url") : null);
  return {
    rows: page.map(({ cursor: _, ...row }) => row),
    total: Math.min(total, COUNTED),
    totalExact: total <= COUNTED,
    before: (backwards ? more : from) ? cursorOf(page[0]) : null,
    after: backwards || more ? cursorOf(page.at(-1)) : null,
  };
}

/** How many rows `from ... where` has, counting at most `limit`. */
export async function countUpTo(db: Db, table: SQLWrapper, where: SQL | undefined, limit: number): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select from ${table} ${where ? sql`where ${where}` : sql``} limit ${limit}) t`,
  );
  return rows[0]?.n ?? 0;
}

/** The ids of the rows of `from ... where`, `limit` of them at the most, in no order. */
export async function idsUpTo(
  db: Db,
  { table, id, where, limit }: { table: SQLWrapper; id: SQLWrapper; where: SQL | undefined; limit: number },
): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(
    sql`select ${id} as id from ${table} ${where ? sql`where ${where}` : sql``} limit ${limit}`,
  );
  return rows.map((row) => row.id);
}
