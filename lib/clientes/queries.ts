import { and, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { busca, consentimentos, recente, usuarios } from "@/db/schema";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import { leituraDeClientes } from "@/lib/domain/permissoes";
import { naoEncontrado } from "@/lib/server/errors";
import { contemPessoa, countUpTo, idsUpTo, readPage, wholeOrder, type Sorts } from "@/lib/server/list";
import { query } from "@/lib/server/query";
import type { FiltroClientes } from "./schema";

const visitou: Record<NonNullable<FiltroClientes["visita"]>, SQL> = {
  ate30: sql`${usuarios.ultimaVisitaEm} >= now() - interval '30 days'`,
  mais60: sql`${usuarios.ultimaVisitaEm} < now() - interval '60 days'`,
  mais180: sql`${usuarios.ultimaVisitaEm} < now() - interval '180 days'`,
  nunca: sql`${usuarios.ultimaVisitaEm} is null`,
};

// Written out: inside `sql` Drizzle names a column without its table when the select has only one.
const vigente = (canal: SQL) => sql`exists (select from consentimentos c
  where c.usuario_id = usuarios.id and c.retirado_em is null and ${canal})`;

function consentiu(consentimento: FiltroClientes["consentimento"]): SQL | undefined {
  if (!consentimento) return undefined;
  return consentimento === "nenhum" ? sql`not ${vigente(sql`true`)}` : vigente(sql`c.canal = ${consentimento}`);
}

const ordens: Sorts = {
  sorts: {
    recente: { by: recente(usuarios), type: "timestamptz" },
    nome: { by: sql`sem_acento(${usuarios.nome})`, type: "text" },
  },
  initial: "-recente",
};

/** Which clients a filter means and in which order: the list and what is exported from it are the same. */
function selecaoDeClientes(filtro: FiltroClientes) {
  return {
    where: and(
      eq(usuarios.tipo, "cliente"),
      contemPessoa(busca(usuarios), filtro.busca),
      filtro.ativo && eq(usuarios.ativo, filtro.ativo === "sim"),
      filtro.etiqueta ? sql`${usuarios.etiquetas} @> array[${filtro.etiqueta}]` : undefined,
      filtro.aniversario ? sql`extract(month from ${usuarios.nascimento}) = ${filtro.aniversario}` : undefined,
      filtro.visita && visitou[filtro.visita],
      consentiu(filtro.consentimento),
    ),
    orderBy: wholeOrder(filtro.ordem, ordens, usuarios.id),
  };
}

/** The people who are served, one page, whoever was here last first. Whoever books or registers clients may find them. */
export const listarClientes = query(leituraDeClientes, async ({ db }, params: FiltroClientes) => {
  const { where: filter } = selecaoDeClientes(params);
  return readPage({
    ...ordens,
    db,
    params,
    id: usuarios.id,
    find: params.busca ? (limit) => idsUpTo(db, { table: usuarios, id: usuarios.id, where: filter, limit }) : undefined,
    count: (limit) => countUpTo(db, usuarios, filter, limit),
    read: ({ cursor, where, known, orderBy, limit }) =>
      db
        .select({
          cursor,
          id: usuarios.id,
          nome: usuarios.nome,
          apelido: usuarios.apelido,
          telefone: usuarios.telefone,
          email: usuarios.email,
          etiquetas: usuarios.etiquetas,
          ultimaVisitaEm: sql<string | null>`${usuarios.ultimaVisitaEm}`,
          ativo: usuarios.ativo,
          versao: usuarios.versao,
        })
        .from(usuarios)
        .where(and(known ?? filter, where))
        .orderBy(...orderBy)
        .limit(limit),
  });
});

export type ClienteDaLista = Awaited<ReturnType<typeof listarClientes>>["rows"][number];

/** One client with what they agreed to, the newest first. @throws AppError `nao_encontrado` */
export const verCliente = query(leituraDeClientes, async ({ db }, id: number) => {
  const [cliente] = await db
    .select({
      id: usuarios.id,
      nome: usuarios.nome,
      apelido: usuarios.apelido,
      telefone: usuarios.telefone,
      email: usuarios.email,
      nascimento: usuarios.nascimento,
      cpf: usuarios.cpf,
      observacoes: usuarios.observacoes,
      etiquetas: usuarios.etiquetas,
      ativo: usuarios.ativo,
      ultimaVisitaEm: usuarios.ultimaVisitaEm,
      criadoEm: usuarios.criadoEm,
      versao: usuarios.versao,
    })
    .from(usuarios)
    .where(and(eq(usuarios.id, id), eq(usuarios.tipo, "cliente")));
  if (!cliente) throw naoEncontrado();
  const dados = await db
    .select({
      id: consentimentos.id,
      canal: consentimentos.canal,
      dadoEm: consentimentos.dadoEm,
      como: consentimentos.como,
      texto: consentimentos.texto,
      retiradoEm: consentimentos.retiradoEm,
      versao: consentimentos.versao,
    })
    .from(consentimentos)
    .where(eq(consentimentos.usuarioId, id))
    .orderBy(desc(consentimentos.dadoEm), desc(consentimentos.id));
  return { ...cliente, consentimentos: dados };
});

export type ClienteDaFicha = Awaited<ReturnType<typeof verCliente>>;

/** The tags in use, for the filter and as suggestions in the form. */
export const listarEtiquetas = query(leituraDeClientes, async ({ db }) => {
  const { rows } = await db.execute<{ nome: string }>(sql`
    select nome from (select distinct unnest(etiquetas) as nome from (
      select distinct etiquetas from usuarios where tipo = 'cliente' and etiquetas <> '{}') u) t
    order by sem_acento(nome), nome limit 200`);
  return rows.map(({ nome }) => nome);
});

/** The ids of all within the filter, in the order of the list. */
export async function idsDosClientes(db: Db | Tx, filtro: FiltroClientes): Promise<number[]> {
  const { where, orderBy } = selecaoDeClientes(filtro);
  const rows = await db
    .select({ id: usuarios.id })
    .from(usuarios)
    .where(where)
    .orderBy(...orderBy);
  return rows.map(({ id }) => id);
}

/** Clients as a file shows them, in the order of the ids; who was deleted meanwhile is missing. */
export const clientesDoArquivo = query("pode_cadastrar_cliente", async ({ db }, ids: number[]) => {
  const rows = await db
    .select({
      id: usuarios.id,
      nome: usuarios.nome,
      apelido: usuarios.apelido,
      telefone: usuarios.telefone,
      email: usuarios.email,
      nascimento: usuarios.nascimento,
      cpf: usuarios.cpf,
      etiquetas: usuarios.etiquetas,
      observacoes: usuarios.observacoes,
      ultimaVisita: sql<string | null>`to_char(${usuarios.ultimaVisitaEm} at time zone ${fusoNoBanco}, 'YYYY-MM-DD')`,
      ativo: usuarios.ativo,
    })
    .from(usuarios)
    .where(and(inArray(usuarios.id, ids), eq(usuarios.tipo, "cliente")));
  const porId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => porId.get(id)).filter((row) => row !== undefined);
});

export type ClienteDoArquivo = Awaited<ReturnType<typeof clientesDoArquivo>>[number];
