import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text } from "drizzle-orm/pg-core";
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
    /** Appointments begin every so many minutes from midnight on. */
    gradeMinutos: integer().notNull().default(15),
    /** How long before its beginning a client may still book. */
    antecedenciaMinutos: integer().notNull().default(60),
    /** How many days ahead a client may book. */
    horizonteDias: integer().notNull().default(60),
    /** How long before its beginning a client may still cancel or move. */
    prazoClienteMinutos: integer().notNull().default(120),
    /** National holidays are closed unless a dated exception says otherwise. */
    feriadosFechados: boolean().notNull().default(true),
    ...stamps(),
  },
  (t) => [
    check("configuracao_empresa_unica", sql`${t.id} = 1`),
    check("configuracao_empresa_nome_tamanho", sql`char_length(${t.nome}) between 1 and 120`),
    check("configuracao_empresa_cnpj", sql`${t.cnpj} ~ '^[0-9A-Z]{12}[0-9]{2}$'`),
    check("configuracao_empresa_telefone_e164", sql`${t.telefone} ~ '^\\+[1-9][0-9]{7,14}$'`),
    check("configuracao_empresa_cep", sql`${t.cep} ~ '^[0-9]{8}$'`),
    check("configuracao_empresa_uf", sql`${t.uf} ~ '^[A-Z]{2}$'`),
    check("configuracao_empresa_grade", sql`${t.gradeMinutos} in (5, 10, 15, 20, 30, 60)`),
    check("configuracao_empresa_antecedencia", sql`${t.antecedenciaMinutos} between 0 and 43200`),
    check("configuracao_empresa_horizonte", sql`${t.horizonteDias} between 1 and 730`),
    check("configuracao_empresa_prazo", sql`${t.prazoClienteMinutos} between 0 and 43200`),
  ],
);
