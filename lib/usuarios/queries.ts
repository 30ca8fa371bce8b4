import { and, desc, eq, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { sessoes, usuarios } from "@/db/schema";
import { chavesPermissao, permissoes } from "@/lib/domain/permissoes";
import type { Actor } from "@/lib/server/actor";
import { naoAutenticado, naoEncontrado } from "@/lib/server/errors";
import { contemPessoa, countUpTo, readPage } from "@/lib/server/list";
import { query } from "@/lib/server/query";
import type { FiltroUsuarios } from "./schema";

// From the trail, since ended sessions are deleted after a while. Written out: inside `sql` Drizzle names a column without
// its table when the select has only one.
const ultimaEntrada = sql<string | null>`(
  select max(l.em) from log_auditoria l
  where l.ator_id = usuarios.id and l.area = 'acesso' and l.ato = 'acesso.entrar' and l.ator_tipo = 'usuario')`;

const sessoesAbertas = sql<number>`(
  select count(*)::int from sessoes s
  where s.usuario_id = usuarios.id and s.encerrada_em is null and s.usada_em > now() - interval '30 days')`;

const funcionario = sql<{ id: number; nome: string } | null>`(
  select jsonb_build_object('id', f.id, 'nome', f.nome) from funcionarios f where f.usuario_id = usuarios.id)`;

const ehVoce = (actor: Actor, id: number) => actor.tipo === "usuario" && actor.id === id;

/** The last sign-in as the filter asks for it. */
function entrou(quando: FiltroUsuarios["entrou"]): SQL | undefined {
  switch (quando) {
    case "7":
    case "30":
      return sql`${ultimaEntrada} > now() - make_interval(days => ${Number(quando)})`;
    case "mais30":
      return sql`${ultimaEntrada} <= now() - interval '30 days'`;
    case "nunca":
      return sql`${ultimaEntrada} is null`;
    case undefined:
      return undefined;
  }
}

/** Who can sign in: a page of masters and restritos with what each may do. */
export const listarUsuarios = query("master", async ({ db, actor }, params: FiltroUsuarios) => {
  const { busca, tipo, ativo, permissao } = params;
  const filter = and(
    ne(usuarios.tipo, "cliente"),
    contemPessoa(usuarios.busca, busca),
    tipo && eq(usuarios.tipo, tipo),
    ativo && eq(usuarios.ativo, ativo === "sim"),
    permissao && or(eq(usuarios.tipo, "master"), eq(usuarios[permissoes[permissao].coluna], true)),
    entrou(params.entrou),
  );
  const page = await readPage({
    db,
    params,
    sorts: {
      nome: { by: sql`sem_acento(${usuarios.nome})`, type: "text" },
      email: { by: sql`coalesce(${usuarios.email}, '')`, type: "text" },
    },
    initial: "nome",
    id: usuarios.id,
    count: (limit) => countUpTo(db, usuarios, filter, limit),
    read: ({ cursor, where, orderBy, limit }) =>
      db
        .select({
          cursor,
          usuario: usuarios,
          funcionario,
          sessoesAbertas,
          ultimaEntrada: sql<string | null>`${ultimaEntrada}::text`,
        })
        .from(usuarios)
        .where(and(filter, where))
        .orderBy(...orderBy)
        .limit(limit),
  });
  return {
    ...page,
    rows: page.rows.map(({ usuario, ultimaEntrada, ...resto }) => ({
      ...resto,
      id: usuario.id,
      nome: usuario.nome,
      email: usuario.email ?? "",
      telefone: usuario.telefone,
      master: usuario.tipo === "master",
      voce: ehVoce(actor, usuario.id),
      ativo: usuario.ativo,
      versao: usuario.versao,
      permissoes: chavesPermissao.filter((chave) => usuario[permissoes[chave].coluna]),
      ultimaEntrada: ultimaEntrada && new Date(ultimaEntrada).toISOString(),
    })),
  };
});

export type UsuarioDaLista = Awaited<ReturnType<typeof listarUsuarios>>["rows"][number];

const doFormulario = {
  id: usuarios.id,
  versao: usuarios.versao,
  nome: usuarios.nome,
  email: sql<string>`coalesce(${usuarios.email}, '')`,
  telefone: usuarios.telefone,
  tipo: sql<"master" | "restrito">`${usuarios.tipo}`,
  podeCadastrarCliente: usuarios.podeCadastrarCliente,
  podeCadastrarFuncionario: usuarios.podeCadastrarFuncionario,
  podeCadastrarCargo: usuarios.podeCadastrarCargo,
  podeAgendar: usuarios.podeAgendar,
  podeVerAgendamentos: usuarios.podeVerAgendamentos,
  podeVerRelatorios: usuarios.podeVerRelatorios,
};

/**
 * One person who can sign in: the values of the form, the sessions that are open, the latest used first, and the employee
 * record that hangs on them. @throws AppError `nao_encontrado`, also for a client
 */
export const verUsuario = query("master", async ({ db, actor }, id: number) => {
  const [usuario] = await db
    .select({
      formulario: doFormulario,
      ativo: usuarios.ativo,
      funcionario,
      ultimaEntrada: sql<string | null>`${ultimaEntrada}::text`,
    })
    .from(usuarios)
    .where(and(eq(usuarios.id, id), ne(usuarios.tipo, "cliente")));
  if (!usuario) throw naoEncontrado();
  const abertas = await db
    .select({ id: sessoes.id, descricao: sessoes.descricao, usadaEm: sessoes.usadaEm })
    .from(sessoes)
    .where(and(eq(sessoes.usuarioId, id), isNull(sessoes.encerradaEm), sql`usada_em > now() - interval '30 days'`))
    .orderBy(desc(sessoes.usadaEm))
    .limit(50);
  const { ultimaEntrada: entrada, formulario, ...resto } = usuario;
  return {
    ...resto,
    id,
    nome: formulario.nome,
    versao: formulario.versao,
    voce: ehVoce(actor, id),
    sessoes: abertas,
    sessoesAbertas: abertas.length,
    ultimaEntrada: entrada && new Date(entrada).toISOString(),
    formulario,
  };
});

export type UsuarioVisto = Awaited<ReturnType<typeof verUsuario>>;

/** Whose switches may be copied into a form, by name. */
export const listarModelos = query("master", async ({ db }) => {
  const rows = await db
    .select({ usuario: usuarios })
    .from(usuarios)
    .where(and(eq(usuarios.tipo, "restrito"), eq(usuarios.ativo, true)))
    .orderBy(sql`sem_acento(${usuarios.nome})`)
    .limit(200);
  return rows.map(({ usuario }) => ({
    id: usuario.id,
    nome: usuario.nome,
    permissoes: chavesPermissao.filter((chave) => usuario[permissoes[chave].coluna]),
  }));
});

export type ModeloDePermissoes = Awaited<ReturnType<typeof listarModelos>>[number];

/** The own name and number, as "Minha conta" shows them. */
export const verConta = query("acesso", async ({ db, actor }) => {
  if (actor.tipo !== "usuario") throw naoAutenticado();
  const [eu] = await db
    .select({ nome: usuarios.nome, telefone: usuarios.telefone, versao: usuarios.versao })
    .from(usuarios)
    .where(eq(usuarios.id, actor.id));
  if (!eu) throw naoEncontrado();
  return eu;
});

export type Conta = Awaited<ReturnType<typeof verConta>>;
