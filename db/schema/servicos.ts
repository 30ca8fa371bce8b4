import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { chavesCor } from "../../lib/domain/cores";
import { ativo, id, stamps } from "./columns";

export const servicos = pgTable(
  "servicos",
  {
    id: id(),
    nome: text().notNull(),
    descricao: text().notNull().default(""),
    categoria: text().notNull().default(""),
    precoTipo: text({ enum: ["fixo", "a_partir_de", "sob_avaliacao"] })
      .notNull()
      .default("fixo"),
    precoCentavos: integer(),
    duracaoMinutos: integer().notNull(),
    preparoMinutos: integer().notNull().default(0),
    cor: text({ enum: chavesCor }).notNull(),
    assistenteAgenda: boolean().notNull().default(true),
    ativo: ativo(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("servicos_nome_unico").on(sql`sem_acento(${t.nome})`),
    index("servicos_nome_busca").using("gin", sql`sem_acento(${t.nome}) gin_trgm_ops`),
    check("servicos_nome_tamanho", sql`char_length(${t.nome}) between 1 and 80`),
    check("servicos_preco_tipo", sql`${t.precoTipo} in ('fixo', 'a_partir_de', 'sob_avaliacao')`),
    check(
      "servicos_preco",
      sql`case when ${t.precoTipo} = 'sob_avaliacao' then ${t.precoCentavos} is null and not ${t.assistenteAgenda}
          else ${t.precoCentavos} is not null and ${t.precoCentavos} between 0 and 10000000 end`,
    ),
    check(
      "servicos_cor",
      sql`${t.cor} in ('verde', 'azul', 'ceu', 'violeta', 'rosa', 'vermelho', 'laranja', 'amarelo', 'marrom', 'cinza')`,
    ),
    check("servicos_duracao", sql`${t.duracaoMinutos} between 5 and 720`),
    check("servicos_preparo", sql`${t.preparoMinutos} between 0 and 240`),
  ],
);
