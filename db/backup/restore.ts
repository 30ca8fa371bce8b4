import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { BackupError, checkArchive, type Header } from "./archive";
import { readSections } from "./sections";
import { columnList, sequencesOf, tablesOf, versionsOf, type Table } from "./tables";

type Options = {
  /** Connection URL of the owner. */
  dono: string;
  file: string;
  /** Replaces what a company has in the database already. */
  replace: boolean;
};

async function assertFits(client: Client, { migracao, fila, versao }: Header) {
  const here = await versionsOf(client);
  if (here.migracao === migracao && here.fila === fila) return;
  const other = migracao > here.migracao || fila > here.fila ? "mais nova" : "mais antiga";
  throw new BackupError(
    `O backup é da versão ${versao}, ${other} do que este programa. Instale a mesma versão, restaure, e só então atualize.`,
  );
}

async function assertAlone(client: Client) {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and usesysid is not null and pid <> pg_backend_pid()`,
  );
  if (rows[0]!.n)
    throw new BackupError(
      `Há ${rows[0]!.n} conexões abertas neste banco. Encerre a aplicação e o executor de tarefas e tente de novo.`,
    );
}

async function assertEmpty(client: Client) {
  const { rowCount } = await client.query("select from usuarios limit 1");
  if (rowCount)
    throw new BackupError(
      "Este banco já tem uma empresa, e restaurar apagaria tudo o que ela tem. Se é o que você quer, diga --substituir.",
    );
}

const everyTable = (tables: Table[], what: string) =>
  tables.map(({ name }) => `alter table ${name} ${what};`).join("\n");

async function load(client: Client, file: string, tables: Table[]) {
  const known = new Map(tables.map((table) => [table.name, table]));
  const sequences = new Set((await sequencesOf(client)).map(({ name }) => name));
  const chunks = createReadStream(file).pipe(createGunzip({ chunkSize: 65_536 }));
  for await (const section of readSections(chunks)) {
    if (section.type === "sequence") {
      if (sequences.has(section.name))
        await client.query("select setval($1::regclass, $2, $3)", [section.name, section.value, section.called]);
      continue;
    }
    const table = known.get(section.table);
    if (!table || !section.columns.every((column) => table.columns.includes(column)))
      throw new BackupError(`O backup tem a tabela ${section.table} como este programa não a conhece.`);
    const columns = columnList({ ...table, columns: section.columns });
    await pipeline(Readable.from(section.body), client.query(copyFrom(`copy ${table.name} (${columns}) from stdin`)));
    known.delete(section.table);
  }
  if (known.size) throw new BackupError(`Faltam tabelas no backup: ${[...known.keys()].join(", ")}.`);
}

/**
 * Puts the rows of a backup in the place of those that a migrated database has, in one transaction: all of it or
 * nothing. The triggers of the tables rest meanwhile, so that the trail comes back as it was and nothing is announced.
 *
 * @throws BackupError when the file is damaged, does not fit, or the database has a company or is in use
 */
export async function restoreBackup({ dono, file, replace }: Options): Promise<Header> {
  const header = await checkArchive(file);
  const client = new Client({ connectionString: dono, connectionTimeoutMillis: 5_000, lock_timeout: 10_000 });
  await client.connect();
  try {
    await assertFits(client, header);
    await assertAlone(client);
    await client.query("begin");
    const tables = await tablesOf(client);
    await client.query(everyTable(tables, "disable trigger user"));
    if (!replace) await assertEmpty(client);
    await client.query(`truncate ${tables.map(({ name }) => name).join(", ")}`);
    await load(client, file, tables);
    await client.query(everyTable(tables, "enable trigger user"));
    await client.query("commit");
    await client.query("analyze");
    return header;
  } finally {
    await client.end();
  }
}
