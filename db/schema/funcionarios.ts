import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { chavesCor } from "../../lib/domain/cores";
import { chavesContrato } from "../../lib/domain/pessoas";
import { cargos } from "./cargos";
import { ativo, id, stamps } from "./columns";
import { servicos } from "./servicos";
import { usuarios } from "./usuarios";

/** Who works here. `usuarioId` is set only for those who also use the computer. */
export const funcionarios = pgTable(
  "funcionarios",
  {
    id: id(),
    nome: text().notNull(),
    /** How clients call them. */
    apelido: text(),
    telefone: text(),
    cargoId: integer()
      .notNull()
      .references(() => cargos.id, { onDelete: "restrict" }),
    usuarioId: integer().references(() => usuarios.id, { onDelete: "restrict" }),
    /** First and last day of work. */
    admissao: date({ mode: "string" }),
    desligamento: date({ mode: "string" }),
    matricula: text(),
    contrato: text({ enum: chavesContrato }),
    cor: text({ enum: chavesCor }).notNull().default("cinza"),
    ativo: ativo(),
    ...stamps(),
  },
  (t) => [
    index("funcionarios_cargo").on(t.cargoId),
    uniqueIndex("funcionarios_usuario_unico").on(t.usuarioId),
    uniqueIndex("funcionarios_matricula_unica").on(sql`sem_acento(${t.matricula})`),
    index("funcionarios_nome_busca").using("gin", sql`sem_acento(${t.nome}) gin_trgm_ops`),
    check("funcionarios_nome_tamanho", sql`char_length(${t.nome}) between 1 and 120`),
    check("funcionarios_apelido_tamanho", sql`char_length(${t.apelido}) between 1 and 60`),
    check("funcionarios_telefone_e164", sql`${t.telefone} ~ '^\\+[1-9][0-9]{7,14}$'`),
    check("funcionarios_matricula_tamanho", sql`char_length(${t.matricula}) between 1 and 30`),
    check("funcionarios_datas", sql`${t.desligamento} >= ${t.admissao}`),
    check(
      "funcionarios_contrato",
      sql`${t.contrato} in ('clt', 'parceiro', 'mei', 'autonomo', 'estagio', 'temporario', 'socio')`,
    ),
    check(
      "funcionarios_cor",
      sql`${t.cor} in ('verde', 'azul', 'ceu', 'violeta', 'rosa', 'vermelho', 'laranja', 'amarelo', 'marrom', 'cinza')`,
    ),
  ],
);

/** A service that somebody performs; duration and price only where they differ from the service's own. */
export const funcionarioServicos = pgTable(
  "funcionario_servicos",
  {
    id: id(),
    funcionarioId: integer()
      .notNull()
      .references(() => funcionarios.id, { onDelete: "restrict" }),
    servicoId: integer()
      .notNull()
      .references(() => servicos.id, { onDelete: "restrict" }),
    duracaoMinutos: integer(),
    precoCentavos: integer(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("funcionario_servicos_par").on(t.funcionarioId, t.servicoId),
    index("funcionario_servicos_servico").on(t.servicoId),
    check("funcionario_servicos_duracao", sql`${t.duracaoMinutos} between 5 and 720`),
    check("funcionario_servicos_preco", sql`${t.precoCentavos} between 0 and 10000000`),
  ],
);
