import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { ufs } from "../../lib/domain/estados";
import { arquivos } from "./arquivos";
import { stamps } from "./columns";

/** The company, one row: `/primeiro-acesso` makes it together with the first master. */
export const configuracaoEmpresa = pgTable(
  "configuracao_empresa",
  {
    id: integer().primaryKey().default(1),
    nome: text().notNull(),
    razaoSocial: text().notNull().default(""),
    cnpj: text(),
    telefone: text(),
    cep: text(),
    logradouro: text().notNull().default(""),
    numero: text().notNull().default(""),
    complemento: text().notNull().default(""),
    bairro: text().notNull().default(""),
    cidade: text().notNull().default(""),
    uf: text({ enum: ufs }),
    fuso: text().notNull().default("America/Sao_Paulo"),
    logoId: integer().references(() => arquivos.id, { onDelete: "restrict" }),
    ...stamps(),
  },
  (t) => [
    check("configuracao_empresa_unica", sql`${t.id} = 1`),
    check("configuracao_empresa_nome_tamanho", sql`char_length(${t.nome}) between 1 and 120`),
    check("configuracao_empresa_cnpj", sql`${t.cnpj} ~ '^[0-9A-Z]{12}[0-9]{2}$'`),
    check("configuracao_empresa_telefone_e164", sql`${t.telefone} ~ '^\\+[1-9][0-9]{7,14}$'`),
    check("configuracao_empresa_cep", sql`${t.cep} ~ '^[0-9]{8}$'`),
    check("configuracao_empresa_uf", sql`${t.uf} ~ '^[A-Z]{2}$'`),
  ],
);
