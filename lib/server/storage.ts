import { dropRemote, keepRemote, readRemote } from "./uploadthing";
import { env } from "./env";

/** Where the bytes of a file are, as a row of `arquivos` says it. */
export type Place =
  | { deposito: "local"; conteudo: Buffer; chave?: null }
  | { deposito: "uploadthing"; conteudo?: null; chave: string };

type Store<P extends Place> = {
  keep: (bytes: Buffer, tipo: string) => Promise<P>;
  /** @throws AppError `ocupado` when the store does not answer */
  read: (place: P) => Promise<Buffer>;
  /** Takes away what no row names yet, or no longer. */
  drop: (place: P) => Promise<void>;
};

type Local = Extract<Place, { deposito: "local" }>;
type Remote = Extract<Place, { deposito: "uploadthing" }>;

/** In the row itself: it is in the backup, and leaves with the row. */
const local: Store<Local> = {
  keep: async (conteudo) => ({ deposito: "local", conteudo }),
  read: async ({ conteudo }) => conteudo,
  drop: async () => {},
};

const remote: Store<Remote> = {
  keep: async (bytes, tipo) => ({ deposito: "uploadthing", chave: await keepRemote(bytes, tipo) }),
  read: ({ chave }) => readRemote(chave),
  drop: ({ chave }) => dropRemote(chave),
};

/** The bytes, wherever they are kept: also where they were put before `UPLOADTHING_TOKEN` was set. */
export const readFile = (place: Place): Promise<Buffer> =>
  place.deposito === "local" ? local.read(place) : remote.read(place);

export const dropFile = (place: Place): Promise<void> =>
  place.deposito === "local" ? local.drop(place) : remote.drop(place);

/**
 * Keeps bytes at UploadThing when `UPLOADTHING_TOKEN` is set, in the database otherwise, and hands their place to the
 * command that names them. When that refuses, the bytes do not stay behind.
 */
export async function keepFile<R>(bytes: Buffer, tipo: string, name: (place: Place) => Promise<R>): Promise<R> {
  const place = await (env().UPLOADTHING_TOKEN ? remote : local).keep(bytes, tipo);
  try {
    return await name(place);
  } catch (error) {
    await dropFile(place).catch(() => {});
    throw error;
  }
}
