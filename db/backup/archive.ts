import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/**
 * A backup is one gzip file of text: a line that says what it is, the data as `pg_dump --data-only` writes it, and a line
 * with the SHA-256 of everything before it.
 */
export type Header = {
  formato: 1;
  criadoEm: string;
  /** Version of the program that wrote it. */
  versao: string;
  /** The newest migration of the schema, and of the queue, that the data belong to. */
  migracao: number;
  fila: number;
  /** Major version of the server. */
  postgres: number;
  com: "pg_dump" | "copy";
  /** Tells one `AUTH_SECRET` from another and gives nothing of it away. */
  impressao: string;
  /** The secret itself, where the data folder keeps it. */
  segredo?: string;
};

/** A problem with a backup that a person can do something about; its message is for them. */
export class BackupError extends Error {}

const HEADER = "-- hora-marcada ";
const FOOTER = "-- sha256 ";
const FOOTER_BYTES = FOOTER.length + 64 + 1;
const LONGEST_HEADER = 10_000;

export const headerLine = (header: Header) => `${HEADER}${JSON.stringify(header)}\n`;
export const footerLine = (digest: string) => `${FOOTER}${digest}\n`;

/** Names one of many secrets. */
export const fingerprint = (secret: string) =>
  createHash("sha256").update(`hora-marcada/backup/${secret}`).digest("hex").slice(0, 16);

/** The names that backups are given; by them alone old ones are known. */
export const fileName = (at: Date) => `hora-marcada-${at.toISOString().slice(0, 19).replace(/:/g, "")}Z.sql.gz`;

/** When a file of this name was written; undefined when it is not ours. */
export function dateOf(name: string): Date | undefined {
  const [, day, hour, minute, second] =
    /^hora-marcada-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.sql\.gz$/.exec(name) ?? [];
  return day ? new Date(`${day}T${hour}:${minute}:${second}Z`) : undefined;
}

function readHeader(line: string): Header {
  if (line.startsWith(HEADER)) {
    try {
      const header = JSON.parse(line.slice(HEADER.length)) as Header;
      if (header.formato === 1) return header;
    } catch {
      // Said below, as for everything else that is not one of ours.
    }
  }
  throw new BackupError("Este arquivo não é um backup da Hora Marcada, ou é de uma versão que esta não conhece.");
}

const damaged = () => new BackupError("O arquivo está incompleto ou foi alterado: a soma de verificação não confere.");

/** Whether an error says that the file itself is not what it should be. */
const isGzipError = (error: unknown) => error instanceof Error && "code" in error && /^Z_/.test(String(error.code));

/**
 * Reads a backup from beginning to end and compares its checksum.
 *
 * @throws BackupError when it is not one of ours, is cut off or was changed
 */
export async function checkArchive(file: string): Promise<Header> {
  const hash = createHash("sha256");
  let [first, tail] = ["", Buffer.alloc(0)];
  try {
    await pipeline(
      createReadStream(file),
      createGunzip({ chunkSize: 65_536 }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          if (!first.includes("\n") && first.length < LONGEST_HEADER) first += chunk.toString("utf8");
          tail = Buffer.concat([tail, chunk]);
          const sure = Math.max(0, tail.length - FOOTER_BYTES);
          hash.update(tail.subarray(0, sure));
          tail = tail.subarray(sure);
        }
      },
    );
  } catch (error) {
    throw isGzipError(error) ? damaged() : error;
  }
  const header = readHeader(first.split("\n", 1)[0]!);
  if (tail.toString("latin1") !== footerLine(hash.digest("hex"))) throw damaged();
  return header;
}
