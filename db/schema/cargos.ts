import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, stamps } from "./columns";

export const cargos = pgTable(
  "cargos",
  {
    id: id(),
    nome: text().notNull(),
    descricao: text().notNull().default(""),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("cargos_nome_unico").on(sql`sem_acento(${t.nome})`),
    check("cargos_nome_tamanho", sql`char_length(${t.nome}) between 1 and 80`),
  ],
);
