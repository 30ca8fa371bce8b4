import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { link, mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { BackupError, fileName, fingerprint, footerLine, headerLine, type Header } from "./archive";
import { hasPgDump, pgDump } from "./pg-dump";
import { columnList, sequencesOf, tablesOf, versionsOf } from "./tables";

type Options = {
  /** Connection URL of the owner. */
  dono: string;
  folder: string;
  secret: string;
  /** Puts the secret into the file: where it is kept beside the data, and would be lost with them. */
  keepSecret: boolean;
  now: Date;
  /** Of the program. */
  versao: string;
};

const reasons: Record<string, string> = {
  ENOSPC: "o disco está cheio. Libere espaço e tente de novo",
  EDQUOT: "a cota do disco acabou. Libere espaço e tente de novo",
  EFBIG: "o arquivo ficou maior do que este disco aceita",
  EACCES: "sem permissão para gravar nesta pasta",
  EPERM: "sem permissão para gravar nesta pasta",
  EROFS: "o disco é só de leitura",
  ENOTDIR: "há um arquivo onde devia haver uma pasta",
  EEXIST: "há um arquivo onde devia haver uma pasta",
};

function toBackupError(error: unknown, folder: string): unknown {
  const reason = reasons[String((error as NodeJS.ErrnoException).code)];
  return reason ? new BackupError(`O backup não foi gravado em ${folder}: ${reason}.`) : error;
}

/** What a disk says that knows no links, like that of many memory sticks. */
const NO_LINKS = ["EPERM", "ENOTSUP", "ENOSYS"];

/** Gives a whole draft its name: that of its second or, where another backup has that one, of the next free. */
async function publish(draft: string, folder: string, at: Date): Promise<string> {
  const file = path.join(folder, fileName(at));
  try {
    // Unlike a new name, a link never takes the place of another file.
    await link(draft, file);
    await rm(draft);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code === "EEXIST") return publish(draft, folder, new Date(at.getTime() + 1_000));
    if (!NO_LINKS.includes(code)) throw error;
    await rename(draft, file);
  }
  return file;
}

/** Every table by COPY, and then its sequences, in the words that `pg_dump` has for them. */
async function* copyAll(client: Client): AsyncGenerator<Buffer | string> {
  for (const table of await tablesOf(client)) {
    const columns = columnList(table);
    yield `\nCOPY ${table.name} (${columns}) FROM stdin;\n`;
    yield* client.query(copyTo(`copy ${table.name} (${columns}) to stdout`)) as AsyncIterable<Buffer>;
    yield "\\.\n";
  }
  yield "\n";
  // Read after the rows, so that no number is given twice.
  for (const { name, value, called } of await sequencesOf(client))
    yield `SELECT pg_catalog.setval('${name}', ${value}, ${called});\n`;
}

async function* sealed(header: Header, body: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | string> {
  const hash = createHash("sha256");
  const first = headerLine(header);
  hash.update(first);
  yield first;
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
  yield footerLine(hash.digest("hex"));
}

/**
 * Writes one file with everything that the database holds at one instant, while others go on writing. The file has its
 * name only once it is whole and on the disk.
 *
 * @throws BackupError when the folder does not take it, or `pg_dump` fails; nothing remains of the file then
 */
export async function writeBackup({ dono, folder, secret, keepSecret, now, versao }: Options) {
  const draft = path.join(folder, `.${fileName(now)}.${randomBytes(6).toString("hex")}.parcial`);
  const client = new Client({ connectionString: dono, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await client.query("begin isolation level repeatable read read only");
    const versions = await versionsOf(client);
    const com: Header["com"] = (await hasPgDump(versions.postgres)) ? "pg_dump" : "copy";
    const kept = { impressao: fingerprint(secret), ...(keepSecret && { segredo: secret }) };
    const header: Header = { formato: 1, criadoEm: now.toISOString(), versao, ...versions, com, ...kept };
    const body = com === "pg_dump" ? pgDump(dono, await snapshotOf(client)) : copyAll(client);
    await pipeline(
      sealed(header, body),
      createGzip(),
      createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }),
    );
    const file = await publish(draft, folder, now);
    return { file, bytes: (await stat(file)).size, com };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw toBackupError(error, folder);
  } finally {
    await client.end();
  }
}

async function snapshotOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ snapshot: string }>("select pg_export_snapshot() as snapshot");
  return rows[0]!.snapshot;
}
