import { sql } from "drizzle-orm";
import { check, customType, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, stamps } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A file that the house keeps under a name of its own making. Written once and never changed. */
export const arquivos = pgTable(
  "arquivos",
  {
    id: id(),
    /** The name in its address, which nobody can guess. */
    nome: uuid().notNull().unique().defaultRandom(),
    tipo: text().notNull(),
    tamanhoBytes: integer().notNull(),
    /** Where the bytes are: in `conteudo`, or at UploadThing under `chave`. */
    deposito: text({ enum: ["local", "uploadthing"] }).notNull(),
    conteudo: bytea(),
    chave: text(),
    ...stamps(),
  },
  (t) => [
    check(
      "arquivos_deposito",
      sql`case ${t.deposito} when 'local' then ${t.conteudo} is not null and ${t.chave} is null
          when 'uploadthing' then ${t.conteudo} is null and ${t.chave} is not null else false end`,
    ),
  ],
);
