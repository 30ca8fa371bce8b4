import { sql, type SQL } from "drizzle-orm";
import { boolean, check, date, index, pgTable, text, uniqueIndex, type AnyPgColumn } from "drizzle-orm/pg-core";
import { ativo, id, instant, stamps } from "./columns";

/** When a person was last seen: served, or registered if never served. */
export const recente = (t: Record<"ultimaVisitaEm" | "criadoEm", AnyPgColumn>) =>
  sql`coalesce(${t.ultimaVisitaEm}, ${t.criadoEm})`;

/** A birthday as month * 100 + day, of whatever year. */
export const aniversario = (nascimento: AnyPgColumn | SQL) =>
  sql`(extract(month from ${nascimento}) * 100 + extract(day from ${nascimento}))`;

/** Everybody the company knows by name: who signs in (`master`, `restrito`) and who is served (`cliente`). */
export const usuarios = pgTable(
  "usuarios",
  {
    id: id(),
    nome: text().notNull(),
    email: text(),
    telefone: text(),
    /** How the person prefers to be called. */
    apelido: text(),
    nascimento: date({ mode: "string" }),
    cpf: text(),
    observacoes: text().notNull().default(""),
    etiquetas: text().array().notNull().default([]),
    /** When the company last served this person. */
    ultimaVisitaEm: instant(),
    tipo: text({ enum: ["master", "restrito", "cliente"] }).notNull(),
    podeCadastrarCliente: boolean().notNull().default(false),
    podeCadastrarFuncionario: boolean().notNull().default(false),
    podeCadastrarCargo: boolean().notNull().default(false),
    podeAgendar: boolean().notNull().default(false),
    podeVerAgendamentos: boolean().notNull().default(false),
    podeVerRelatorios: boolean().notNull().default(false),
    ativo: ativo(),
    senhaHash: text(),
    deveTrocarSenha: boolean().notNull().default(false),
    /** Set with a temporary password, which stops working at this instant. */
    senhaExpiraEm: instant(),
    /** What a person is searched by, in one text. The trigger `anotar_busca` keeps it, whatever is written here. */
    busca: text().notNull().default(""),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("usuarios_email_unico").on(sql`lower(${t.email})`),
    // One person, one number, whether it was written with the ninth digit or without.
    uniqueIndex("usuarios_telefone_unico").on(sql`chave_do_telefone(${t.telefone})`),
    uniqueIndex("usuarios_cpf_unico").on(t.cpf),
    index("usuarios_busca").using("gin", t.busca.op("gin_trgm_ops")),
    index("usuarios_recentes").on(t.tipo, recente(t), t.id),
    index("usuarios_aniversario")
      .on(aniversario(t.nascimento))
      .where(sql`tipo = 'cliente' and ativo`),
    index("usuarios_etiquetas").using("gin", t.etiquetas),
    index("usuarios_nome_busca").using("gin", sql`sem_acento(${t.nome}) gin_trgm_ops`),
    index("usuarios_tipo_nome").on(t.tipo, sql`sem_acento(${t.nome})`, t.id),
    check("usuarios_nome_tamanho", sql`char_length(${t.nome}) between 1 and 120`),
    check("usuarios_tipo", sql`${t.tipo} in ('master', 'restrito', 'cliente')`),
    check("usuarios_email_obrigatorio", sql`${t.tipo} = 'cliente' or ${t.email} is not null`),
    check("usuarios_cliente_sem_senha", sql`${t.tipo} <> 'cliente' or ${t.senhaHash} is null`),
    check(
      "usuarios_cliente_sem_permissao",
      sql`${t.tipo} <> 'cliente' or not (${t.podeCadastrarCliente} or ${t.podeCadastrarFuncionario}
          or ${t.podeCadastrarCargo} or ${t.podeAgendar} or ${t.podeVerAgendamentos} or ${t.podeVerRelatorios})`,
    ),
    check("usuarios_apelido_tamanho", sql`char_length(${t.apelido}) between 1 and 60`),
    check("usuarios_nascimento", sql`${t.nascimento} >= '1900-01-01'`),
    check("usuarios_cpf", sql`${t.cpf} ~ '^[0-9]{11}$'`),
    check("usuarios_observacoes_tamanho", sql`char_length(${t.observacoes}) <= 2000`),
    check("usuarios_etiquetas_quantas", sql`cardinality(${t.etiquetas}) <= 20`),
    check("usuarios_telefone_e164", sql`${t.telefone} ~ '^\\+[1-9][0-9]{7,14}$'`),
  ],
);
