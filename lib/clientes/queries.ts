import { and, desc, eq, inArray, ne, or, sql, type SQL } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { consentimentos, recente, usuarios } from "@/db/schema";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import { leituraDeClientes, pode, rotas } from "@/lib/domain/permissoes";
import type { Actor } from "@/lib/server/actor";
import { AppError, isDuplicate, naoEncontrado } from "@/lib/server/errors";
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
      contemPessoa(usuarios.busca, filtro.busca),
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

/** What belongs to one person alone. */
type Identidade = { telefone: string | null; email: string | null; cpf: string | null };
type Dono = { id: number; nome: string; tipo: string } & Record<keyof Identidade, boolean | null>;

const numeros = { telefone: "este telefone", email: "este e-mail", cpf: "este CPF" } as const;

/** What somebody who already has a phone, an e-mail or a CPF is called, and where the actor may look at them. */
function descrever({ id, nome, tipo }: Dono, actor: Actor) {
  const rota = tipo === "cliente" ? "/clientes/[id]" : "/usuarios/[id]";
  if (!pode(actor, rotas[rota].exige)) return { quem: "Alguém que entra no sistema" };
  const quem = tipo === "cliente" ? nome : `${nome}, que entra no sistema,`;
  return { quem, link: { href: rota.replace("[id]", String(id)), label: `Abrir ${nome}` } };
}

/** The refusal that says who already has what was to be saved; undefined when nobody has. */
async function recusaPorRepetido(tx: Tx, actor: Actor, { telefone, email, cpf }: Identidade, id?: number) {
  const mesmo = {
    telefone: sql<boolean | null>`chave_do_telefone(${usuarios.telefone}) = chave_do_telefone(${telefone}::text)`,
    email: sql<boolean | null>`lower(${usuarios.email}) = lower(${email}::text)`,
    cpf: sql<boolean | null>`${usuarios.cpf} = ${cpf}::text`,
  };
  const donos: Dono[] = await tx
    .select({ id: usuarios.id, nome: usuarios.nome, tipo: usuarios.tipo, ...mesmo })
    .from(usuarios)
    .where(and(or(...Object.values(mesmo)), id ? ne(usuarios.id, id) : undefined))
    .orderBy(usuarios.id);
  const repetidos = (Object.keys(numeros) as (keyof Identidade)[]).flatMap((campo) => {
    const dono = donos.find((um) => um[campo]);
    if (!dono) return [];
    const { quem, link } = descrever(dono, actor);
    return [{ campo, frase: `${quem} já tem ${numeros[campo]}.`, link }];
  });
  const [primeiro] = repetidos;
  if (!primeiro) return undefined;
  return new AppError("conflito", primeiro.frase, {
    fields: Object.fromEntries(repetidos.map(({ campo, frase }) => [campo, frase])),
    link: primeiro.link,
  });
}

/**
 * Writes somebody's data. The database decides whether they are taken, so that of two at once only one succeeds; the
 * savepoint keeps the transaction, in which is then asked who has them.
 *
 * @throws AppError `conflito` that names the owner, as far as the actor may know them
 */
export async function gravarPessoa<R>(
  tx: Tx,
  actor: Actor,
  dados: Identidade & { id?: number },
  write: (tx: Tx) => Promise<R>,
) {
  try {
    return await tx.transaction(write);
  } catch (error) {
    throw (isDuplicate(error) && (await recusaPorRepetido(tx, actor, dados, dados.id))) || error;
  }
}

/** Registers somebody by name and phone alone. @throws as `gravarPessoa` */
export function cadastrarCliente(tx: Tx, actor: Actor, { nome, telefone }: { nome: string; telefone: string | null }) {
  return gravarPessoa(tx, actor, { telefone, email: null, cpf: null }, async (ponto) => {
    const novo = { nome, telefone, tipo: "cliente" as const };
    const [criado] = await ponto.insert(usuarios).values(novo).returning({ id: usuarios.id });
    return criado!.id;
  });
}
