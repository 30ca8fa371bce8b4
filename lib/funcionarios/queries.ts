import { and, eq, gte, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { cargos, funcionarios, funcionarioServicos, servicos, usuarios } from "@/db/schema";
import { pode } from "@/lib/domain/permissoes";
import { naoEncontrado } from "@/lib/server/errors";
import { contem, countUpTo, readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";
import type { FiltroFuncionarios, ServicoFeito } from "./schema";

// Written out: inside `sql` Drizzle names a column without its table when the select has only one.
const quantosServicos = sql<number>`(select count(*)::int from funcionario_servicos f where f.funcionario_id = funcionarios.id)`;
/** Appointments with them that are still to come. */
const marcados = sql<number>`(select count(*)::int from agendamentos a where a.funcionario_id = funcionarios.id
  and a.situacao in ('agendado', 'confirmado') and a.fim > now() and a.inicio > now() - interval '24 hours')`;
const faz = (servicoId: number) =>
  sql`exists (select from funcionario_servicos f where f.funcionario_id = funcionarios.id and f.servico_id = ${servicoId})`;
const chamados = sql`${funcionarios.nome} || ' ' || coalesce(${funcionarios.apelido}, '')`;

/** The people who work here within the filters, one page. `acessoAberto`: they sign in and may do so now. */
export const listarFuncionarios = query("pode_cadastrar_funcionario", async ({ db }, params: FiltroFuncionarios) => {
  const filter = and(
    contem(chamados, params.busca),
    params.ativo && eq(funcionarios.ativo, params.ativo === "sim"),
    params.cargo ? eq(funcionarios.cargoId, params.cargo) : undefined,
    params.servico ? faz(params.servico) : undefined,
    params.de ? gte(funcionarios.admissao, params.de) : undefined,
    params.ate ? lte(funcionarios.admissao, params.ate) : undefined,
  );
  return readPage({
    db,
    params,
    sorts: {
      nome: { by: sql`sem_acento(${funcionarios.nome})`, type: "text" },
      cargo: { by: sql`sem_acento(${cargos.nome})`, type: "text" },
      servicos: { by: quantosServicos, type: "integer" },
      admissao: { by: sql`coalesce(${funcionarios.admissao}::text, '')`, type: "text" },
    },
    initial: "nome",
    id: funcionarios.id,
    count: (limit) => countUpTo(db, funcionarios, filter, limit),
    read: ({ cursor, where, orderBy, limit }) =>
      db
        .select({
          cursor,
          id: funcionarios.id,
          nome: funcionarios.nome,
          apelido: funcionarios.apelido,
          cor: funcionarios.cor,
          cargo: cargos.nome,
          servicos: quantosServicos,
          admissao: funcionarios.admissao,
          desligamento: funcionarios.desligamento,
          ativo: funcionarios.ativo,
          versao: funcionarios.versao,
          usuarioId: funcionarios.usuarioId,
          marcados,
          acessoAberto: sql<boolean>`coalesce(${usuarios.ativo}, false)`,
        })
        .from(funcionarios)
        .innerJoin(cargos, eq(cargos.id, funcionarios.cargoId))
        .leftJoin(usuarios, eq(usuarios.id, funcionarios.usuarioId))
        .where(and(filter, where))
        .orderBy(...orderBy)
        .limit(limit),
  });
});

export type FuncionarioDaLista = Awaited<ReturnType<typeof listarFuncionarios>>["rows"][number];

/** What somebody performs, with what of it differs from the service, in the order of the services. */
export const servicosDe = (on: Db | Tx, id: number): Promise<ServicoFeito[]> =>
  on
    .select({
      servicoId: funcionarioServicos.servicoId,
      duracaoMinutos: funcionarioServicos.duracaoMinutos,
      precoCentavos: funcionarioServicos.precoCentavos,
    })
    .from(funcionarioServicos)
    .where(eq(funcionarioServicos.funcionarioId, id))
    .orderBy(funcionarioServicos.servicoId);

/** One employee as their form shows them, what they perform, and who signs in. @throws AppError `nao_encontrado` */
export const verFuncionario = query("pode_cadastrar_funcionario", async ({ db }, id: number) => {
  const [funcionario] = await db
    .select({
      id: funcionarios.id,
      versao: funcionarios.versao,
      nome: funcionarios.nome,
      apelido: funcionarios.apelido,
      telefone: funcionarios.telefone,
      cargoId: funcionarios.cargoId,
      contrato: funcionarios.contrato,
      matricula: funcionarios.matricula,
      admissao: funcionarios.admissao,
      desligamento: funcionarios.desligamento,
      cor: funcionarios.cor,
      ativo: funcionarios.ativo,
      marcados,
      usuario: { id: usuarios.id, nome: usuarios.nome, email: usuarios.email, ativo: usuarios.ativo },
    })
    .from(funcionarios)
    .leftJoin(usuarios, eq(usuarios.id, funcionarios.usuarioId))
    .where(eq(funcionarios.id, id));
  if (!funcionario) throw naoEncontrado();
  return { ...funcionario, servicos: await servicosDe(db, id) };
});

export type FuncionarioDoFormulario = Awaited<ReturnType<typeof verFuncionario>>;

/** The positions and services to filter the list by. */
export const filtrosDeFuncionarios = query("pode_cadastrar_funcionario", async ({ db }) => {
  const [posicoes, feitos] = await Promise.all([
    db
      .select({ id: cargos.id, nome: cargos.nome })
      .from(cargos)
      .orderBy(sql`sem_acento(${cargos.nome})`)
      .limit(500),
    db
      .selectDistinct({ id: servicos.id, nome: servicos.nome, chave: sql`sem_acento(${servicos.nome})` })
      .from(servicos)
      .innerJoin(funcionarioServicos, eq(funcionarioServicos.servicoId, servicos.id))
      .orderBy(sql`sem_acento(${servicos.nome})`)
      .limit(500),
  ]);
  return { cargos: posicoes, servicos: feitos.map(({ id, nome }) => ({ id, nome })) };
});

/**
 * What the form offers: positions, services that are active or already this employee's, and, for a master alone, the
 * users whom no other employee has. @param id null for a new employee
 */
export const opcoesDoFuncionario = query("pode_cadastrar_funcionario", async ({ db, actor }, id: number | null) => {
  const deste = sql`exists (select from funcionario_servicos f where f.servico_id = servicos.id and f.funcionario_id = ${id})`;
  const [posicoes, oferecidos, pessoas] = await Promise.all([
    db
      .select({ id: cargos.id, nome: cargos.nome })
      .from(cargos)
      .orderBy(sql`sem_acento(${cargos.nome})`)
      .limit(500),
    db
      .select({
        id: servicos.id,
        nome: servicos.nome,
        categoria: servicos.categoria,
        precoTipo: servicos.precoTipo,
        precoCentavos: servicos.precoCentavos,
        duracaoMinutos: servicos.duracaoMinutos,
        ativo: servicos.ativo,
      })
      .from(servicos)
      .where(or(servicos.ativo, deste))
      .orderBy(sql`sem_acento(${servicos.categoria})`, sql`sem_acento(${servicos.nome})`)
      .limit(500),
    pode(actor, "master")
      ? db
          .select({ id: usuarios.id, nome: usuarios.nome, email: usuarios.email })
          .from(usuarios)
          .leftJoin(funcionarios, eq(funcionarios.usuarioId, usuarios.id))
          .where(
            and(
              ne(usuarios.tipo, "cliente"),
              or(and(isNull(funcionarios.id), usuarios.ativo), id === null ? undefined : eq(funcionarios.id, id)),
            ),
          )
          .orderBy(sql`sem_acento(${usuarios.nome})`)
          .limit(500)
      : null,
  ]);
  return { cargos: posicoes, servicos: oferecidos, usuarios: pessoas };
});

export type OpcoesDoFuncionario = Awaited<ReturnType<typeof opcoesDoFuncionario>>;
