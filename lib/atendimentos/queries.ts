import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendamentos, configuracaoEmpresa } from "@/db/schema";
import type { Agendamento } from "@/lib/agendamentos/queries";
import { emAberto, mudancasDeSituacao, ocupam, type Situacao } from "@/lib/domain/agenda";
import { entidades, type NomeEntidade } from "@/lib/domain/entidades";
import { minutosEntre } from "@/lib/domain/marcacao";
import { actorKey, type Actor } from "@/lib/server/actor";
import { AppError, naoEncontrado, semPermissao } from "@/lib/server/errors";
import { lockAgendas } from "@/lib/server/locks";

/** An appointment with the rest of its visit, read under the locks of all their professionals and of `outros`. */
export async function abrir(tx: Tx, id: number, outros: number[] = []) {
  const ler = () =>
    tx
      .select()
      .from(agendamentos)
      .where(or(eq(agendamentos.id, id), sql`visita = (select x.visita from agendamentos x where x.id = ${id})`))
      .orderBy(agendamentos.inicio, agendamentos.id);
  const antes = await ler();
  const dela = antes.map(({ funcionarioId }) => funcionarioId);
  await lockAgendas(tx, [...dela, ...outros]);
  const partes = antes.length ? await ler() : [];
  const este = partes.find((parte) => parte.id === id);
  if (!este) throw naoEncontrado();
  // Somebody moved it to another professional before we had the locks.
  if (partes.some(({ funcionarioId }) => !dela.includes(funcionarioId) && !outros.includes(funcionarioId)))
    throw mudouEnquantoIsso(este);
  return { este, irmaos: partes.filter((parte) => parte.id !== id) };
}

function mudouEnquantoIsso({ versao, situacao, funcionarioId, inicio, fim }: Agendamento) {
  const current = { versao, situacao, funcionarioId, inicio: inicio.toISOString(), fim: fim.toISOString() };
  return new AppError("conflito", "Outra pessoa mudou este agendamento enquanto isso. Confira como ficou.", {
    current,
  });
}

/** @throws AppError `conflito` with the newer values, when it is no longer as the person saw it */
export function exigirVersao(este: Agendamento, versao: number): void {
  if (este.versao !== versao) throw mudouEnquantoIsso(este);
}

const ja: Record<Situacao, string> = {
  agendado: "Este agendamento está marcado.",
  confirmado: "Este agendamento já está confirmado.",
  concluido: "Este atendimento já foi concluído.",
  cancelado: "Este agendamento já foi cancelado.",
  faltou: "Este agendamento já foi marcado como falta.",
};

/** @throws AppError `conflito` when this situation may not follow */
export function exigirMudanca({ situacao }: Agendamento, para: Situacao): void {
  if (!mudancasDeSituacao[situacao].includes(para)) throw new AppError("conflito", ja[situacao]);
}

/** @throws AppError `conflito` when what will become of it is decided */
export function exigirAberto({ situacao }: Agendamento): void {
  if (!emAberto(situacao)) throw new AppError("conflito", `${ja[situacao]} Desfaça isso antes de mudá-lo.`);
}

/**
 * The assistant finds only what is its client's, and changes it only while a client still may.
 *
 * @throws AppError `nao_encontrado`, or `conflito` so short before its beginning that a person decides
 */
export async function exigirDoCliente(
  tx: Tx,
  actor: Actor,
  { clienteId, inicio }: Agendamento,
  now: Date,
  prazo = true,
) {
  if (actor.tipo !== "bot") return;
  if (clienteId !== actor.clienteId) throw naoEncontrado();
  if (!prazo) return;
  const [regra] = await tx.select({ minutos: configuracaoEmpresa.prazoClienteMinutos }).from(configuracaoEmpresa);
  if (minutosEntre(now, inicio) < (regra?.minutos ?? 0))
    throw new AppError("conflito", "Em cima da hora, só a equipe muda este horário.");
}

/** The assistant books for its own client and by the rules: nothing squeezed in, nothing longer or shorter. */
export function recusarAoAssistente(actor: Actor, pelasRegras: boolean, clienteId?: number | null): void {
  if (actor.tipo !== "bot") return;
  if (!pelasRegras || (clienteId !== undefined && clienteId !== actor.clienteId)) throw semPermissao();
}

/** Somebody who talks with the assistant and is not registered yet holds places in the name of the conversation. */
export const donoDe = (actor: Actor, conversaId: number | undefined) =>
  actor.tipo === "sistema" && conversaId ? `conversa:${conversaId}` : actorKey(actor);

/** The appointments that may be left out of account because they move: of the assistant only its client's. */
export async function doMesmoCliente(tx: Tx, actor: Actor, ids: readonly number[]) {
  if (!ids.length || actor.tipo !== "bot") return ids;
  const deles = and(inArray(agendamentos.id, [...ids]), eq(agendamentos.clienteId, actor.clienteId));
  return (await tx.select({ id: agendamentos.id }).from(agendamentos).where(deles)).map(({ id }) => id);
}

type DiaVisto = { funcionarioId: number; vistos: readonly { id: number; versao: number }[] };

/**
 * Somebody's appointments are those that the person saw, and as they saw them.
 *
 * @throws AppError `nao_encontrado` for a professional or an appointment that never was, `conflito` for a day that changed
 */
export async function exigirComoVisto(tx: Tx, { funcionarioId, vistos }: DiaVisto, linhas: readonly Agendamento[]) {
  const visto = ({ id, versao }: Agendamento) => vistos.some((um) => um.id === id && um.versao === versao);
  if (linhas.length && vistos.length === linhas.length && linhas.every(visto)) return;
  const { rows } = await tx.execute<{ conhecidos: boolean }>(sql`
    select exists (select from funcionarios where id = ${funcionarioId}) and not exists (
      select from unnest(${sql.param(vistos.map(({ id }) => id))}::int[]) as v (id)
      where not exists (select from agendamentos a where a.id = v.id)) as conhecidos`);
  if (!rows[0]!.conhecidos) throw naoEncontrado();
  if (!linhas.length) throw new AppError("conflito", "Não há o que atrasar.");
  throw new AppError("conflito", "A agenda mudou enquanto isso. Confira de novo antes de atrasar.");
}

/** An act as the trail has it; `em` keeps the microseconds. */
type Ato = { agendamentoId: number; requisicao: string | null; ato: string; em: string };

/** The last act that touched each of these appointments, or what belongs to them. */
export async function ultimosAtos(tx: Tx, ids: readonly number[]): Promise<Ato[]> {
  const estes = sql`any(${sql.param(ids)}::int[])`;
  const { rows } = await tx.execute<Ato>(sql`
    with alvos as (
      select id as agendamento, 'agendamentos' as entidade, id from agendamentos where id = ${estes}
      union all
      select agendamento_id, 'agendamento_servicos', id from agendamento_servicos where agendamento_id = ${estes}
      union all
      select agendamento_id, 'pagamentos', id from pagamentos where agendamento_id = ${estes}
    )
    select distinct on (agendamento) agendamento as "agendamentoId", requisicao, ato, em::text as em
    from alvos cross join lateral (
      select l.id as rastro, requisicao, ato, em from log_auditoria l
      where l.entidade = alvos.entidade and l.entidade_id = alvos.id order by l.em desc, l.id desc limit 1
    ) ultimo
    order by agendamento, rastro desc`);
  return rows;
}

/** A visit moves as a whole. @throws AppError `conflito` when an open part of one of these would stay behind */
export async function recusarVisitaPartida(tx: Tx, ids: readonly number[]): Promise<void> {
  const { rows } = await tx.execute(sql`select 1 from agendamentos a join agendamentos v on v.visita = a.visita
    where a.id = any(${sql.param(ids)}::int[]) and v.id <> all(${sql.param(ids)}::int[])
      and v.situacao in ('agendado', 'confirmado') limit 1`);
  if (rows[0])
    throw new AppError("conflito", "Um deles é parte de uma visita com mais atendimentos. Remarque a visita.");
}

type Valores = Record<string, unknown>;

export type Rastro = {
  operacao: "criacao" | "alteracao" | "exclusao";
  entidade: string;
  entidadeId: number;
  /** Column to value; null where there was nothing. */
  antes: Valores;
  depois: Valores;
};

/** Every row that an act changed, the last change first. A transaction ends within a minute; the trail has years. */
export async function rastrosDe(tx: Tx, { ato, requisicao, em }: Ato): Promise<Rastro[]> {
  const { rows } = await tx.execute<Rastro & Record<"antes" | "depois", Valores | null>>(sql`
    select operacao, entidade, entidade_id::int as "entidadeId", antes, depois from log_auditoria
    where ato = ${ato} and requisicao = ${requisicao} and operacao <> 'ato'
      and em between ${em}::timestamptz - interval '1 minute' and ${em}::timestamptz + interval '1 minute'
    order by id desc`);
  return rows.map((row) => ({ ...row, antes: row.antes ?? {}, depois: row.depois ?? {} }));
}

type Posto = Pick<Agendamento, "funcionarioId" | "inicio" | "livreEm" | "situacao" | "encaixe">;

/** How an appointment stood before these changes of it. */
export function comoEstava(este: Agendamento, rastros: readonly Rastro[]): Posto {
  const dele = rastros.filter(({ entidade, entidadeId }) => entidade === "agendamentos" && entidadeId === este.id);
  const antes: Valores = Object.assign({}, ...dele.map((rastro) => rastro.antes));
  return {
    funcionarioId: (antes.funcionario_id as number | undefined) ?? este.funcionarioId,
    inicio: antes.inicio ? new Date(String(antes.inicio)) : este.inicio,
    livreEm: antes.livre_em ? new Date(String(antes.livre_em)) : este.livreEm,
    situacao: (antes.situacao as Situacao | undefined) ?? este.situacao,
    encaixe: (antes.encaixe as boolean | undefined) ?? este.encaixe,
  };
}

/** Whether standing as before takes time that it does not have now. */
export function tomaTempo(agora: Posto, antes: Posto): boolean {
  const ocupa = ({ situacao }: Posto) => ocupam.some((uma) => uma === situacao);
  if (!ocupa(antes) || antes.encaixe) return false;
  const mesmo = ocupa(agora) && !agora.encaixe && agora.funcionarioId === antes.funcionarioId;
  return !mesmo || antes.inicio < agora.inicio || antes.livreEm > agora.livreEm;
}

/** The encaixes over these appointments where they stand: somebody decided so, and it is no news when they change. */
export async function encaixesSobre(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select distinct e.id from agendamentos a
    join agendamentos e on e.funcionario_id = a.funcionario_id and e.encaixe and e.inicio < a.livre_em and e.livre_em > a.inicio
      and e.inicio > a.inicio - interval '48 hours' and e.situacao = any(${sql.param(ocupam)}::text[])
    where a.id = any(${sql.param(ids)}::int[]) and not a.encaixe and e.id <> all(${sql.param(ids)}::int[])`);
  return rows.map(({ id }) => id);
}

/** Whether a client would feel any of these changes: that something is to happen, when, with whom, and what. */
export const sentido = (rastros: readonly Rastro[]): boolean =>
  rastros.some(({ entidade, operacao, antes, depois }) => {
    if (entidade === "agendamento_servicos") return true;
    if (entidade !== "agendamentos") return false;
    const cancelado = [antes, depois].some(({ situacao }) => situacao === "cancelado");
    return cancelado || operacao === "criacao" || "inicio" in antes || "funcionario_id" in antes;
  });

/** Puts columns of a row back as the trail has them. */
async function restaurar(tx: Tx, { entidade, entidadeId, antes, depois }: Rastro): Promise<void> {
  const conhecidas: Record<string, unknown> = entidades[entidade as NomeEntidade].colunas;
  const valores = { ...Object.fromEntries(Object.keys(depois).map((coluna) => [coluna, null])), ...antes };
  const colunas = Object.keys(valores).filter((coluna) => coluna in conhecidas);
  const postas = colunas.map((coluna) => sql`${sql.identifier(coluna)} = r.${sql.identifier(coluna)}`);
  const tabela = sql.identifier(entidade);
  await tx.execute(sql`
    update ${tabela} t set ${sql.join(postas, sql`, `)}
    from ${tabela} x, jsonb_populate_record(x, ${JSON.stringify(valores)}::jsonb) r
    where t.id = ${entidadeId} and x.id = t.id`);
}

/** What belongs to an appointment, in rows of its own: it goes, or comes back under another number. */
async function inverterParte(tx: Tx, { operacao, entidade, entidadeId, antes }: Rastro): Promise<void> {
  const tabela = sql.identifier(entidade);
  if (operacao === "criacao") {
    await tx.execute(sql`delete from ${tabela} where id = ${entidadeId}`);
    return;
  }
  const { id: _, ...valores } = antes;
  const colunas = sql.join(
    Object.keys(valores).map((coluna) => sql.identifier(coluna)),
    sql`, `,
  );
  await tx.execute(sql`
    insert into ${tabela} (${colunas})
    select ${colunas} from jsonb_populate_record(null::${tabela}, ${JSON.stringify(valores)}::jsonb)`);
}

/** The last visit that is still one, or the one with which the client was registered, from before this house. */
async function corrigirUltimaVisita(tx: Tx, usuarioId: number): Promise<void> {
  // Else a visit that ends at the same moment is not seen: an update that waits for the row looks at others as they were.
  await tx.execute(sql`select from usuarios where id = ${usuarioId} for update`);
  await tx.execute(sql`
    update usuarios u set ultima_visita_em = greatest(
      (select max(inicio) from agendamentos where cliente_id = u.id and situacao = 'concluido'),
      (select (depois ->> 'ultima_visita_em')::timestamptz from log_auditoria
        where entidade = 'usuarios' and entidade_id = u.id and operacao = 'criacao'))
    where id = ${usuarioId}`);
}

/** Puts everything back as it was before these changes; what was created goes, an appointment by being cancelled. */
export async function inverter(tx: Tx, rastros: readonly Rastro[], now: Date): Promise<void> {
  const criados = rastros
    .filter(({ entidade, operacao }) => entidade === "agendamentos" && operacao === "criacao")
    .map(({ entidadeId }) => entidadeId);
  for (const rastro of rastros) {
    const { entidade, operacao, entidadeId, antes, depois } = rastro;
    if (entidade === "agendamentos" && operacao === "criacao")
      await tx
        .update(agendamentos)
        .set({ situacao: "cancelado", canceladoEm: now, canceladoMotivo: "engano" })
        .where(eq(agendamentos.id, entidadeId));
    else if (entidade === "agendamentos") await restaurar(tx, rastro);
    else if (entidade !== "usuarios" && !criados.includes(Number({ ...antes, ...depois }.agendamento_id)))
      await inverterParte(tx, rastro);
  }
  for (const cliente of await quemVeio(tx, rastros)) await corrigirUltimaVisita(tx, cliente);
}

/** Whose last visit may be another one now. What is concluded again need not have been the last when it was first. */
async function quemVeio(tx: Tx, rastros: readonly Rastro[]): Promise<number[]> {
  const clientes = rastros
    .filter(({ entidade, operacao }) => entidade === "usuarios" && operacao === "alteracao")
    .map(({ entidadeId }) => entidadeId);
  const visitas = rastros
    .filter(({ entidade }) => entidade === "agendamentos")
    .filter(({ antes, depois }) => [antes?.situacao, depois?.situacao].includes("concluido"))
    .map(({ entidadeId }) => entidadeId);
  const donos = await tx
    .select({ id: agendamentos.clienteId })
    .from(agendamentos)
    .where(inArray(agendamentos.id, visitas));
  // In one order, so that two who undo at once do not wait for each other.
  return [...new Set([...clientes, ...donos.flatMap(({ id }) => id ?? [])])].sort((a, b) => a - b);
}

const MINUTO = 60_000;

/** From when the professional is free again once it is over: now, if that is earlier than what was planned. */
export function livreDesde({ inicio, livreEm }: Agendamento, now: Date): Date {
  const agora = Math.floor(now.getTime() / MINUTO) * MINUTO;
  return new Date(Math.max(inicio.getTime(), Math.min(livreEm.getTime(), agora)));
}
