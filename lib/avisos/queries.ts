import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mensagens } from "@/db/schema";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import { emAberto, type Situacao } from "@/lib/domain/agenda";
import { redigirAviso } from "@/lib/domain/avisos";
import { foraDoSilencio, horaDoLembrete, type Silencio } from "@/lib/domain/silencio";
import { diaDoInstante, minutoDe, naParede } from "@/lib/domain/tempo";
import type { AssuntoComModelo } from "@/lib/domain/whatsapp";
import { porNaFila } from "@/lib/mensagens/queries";
import type { Actor } from "@/lib/server/actor";
import { dequeue, enqueue } from "@/lib/server/queue";

export type Regras = {
  ativo: boolean;
  lembretes: number[];
  agradecer: boolean;
  silencio: Silencio;
  fuso: string;
  empresa: string;
};

export async function lerRegras(tx: Tx): Promise<Regras> {
  const { rows } = await tx.execute<Regras>(sql`
    select ativo, lembretes_minutos as lembretes, agradecer, json_build_object('de', silencio_de, 'ate', silencio_ate) as silencio,
      ${fusoNoBanco} as fuso, coalesce((select nome from configuracao_empresa), '') as empresa from configuracao_whatsapp`);
  return rows[0]!;
}

export type Parte = {
  id: number;
  /** What is told together: the visit, or the appointment alone. */
  grupo: string;
  inicio: Date;
  situacao: Situacao;
  servicos: string;
  profissional: string;
  atendido: string | null;
  clienteId: number | null;
  nome: string;
  telefone: string | null;
};

/** These appointments and the rest of their visits, in order of time. */
export async function lerPartes(tx: Tx, ids: readonly number[]): Promise<Parte[]> {
  const { rows } = await tx.execute<Omit<Parte, "inicio"> & { inicio: string }>(sql`
    select a.id, coalesce(a.visita::text, a.id::text) as grupo, a.inicio::text, a.situacao, coalesce(f.apelido, f.nome) as profissional,
      a.atendido, u.id as "clienteId", coalesce(u.apelido, u.nome) as nome, u.telefone,
      (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x join servicos s on s.id = x.servico_id
        where x.agendamento_id = a.id) as servicos
    from agendamentos a join funcionarios f on f.id = a.funcionario_id left join usuarios u on u.id = a.cliente_id
    where a.id in (
      select id from unnest(${sql.param(ids)}::int[]) as estes (id)
      union select v.id from agendamentos e join agendamentos v on v.visita = e.visita and v.visita is not null
        where e.id = any(${sql.param(ids)}::int[]))
    order by a.inicio, a.id`);
  return rows.map((row) => ({ ...row, inicio: new Date(row.inicio) }));
}

/** The thread of a phone, made when there is none, if its person wants to hear from us unasked. */
async function conversaParaAvisar(tx: Tx, telefone: string): Promise<number | null> {
  const { rows } = await tx.execute<{ id: number; parou: boolean }>(sql`
    select c.id, c.avisos_parados_em is not null as parou
    from (select conversa_de(${telefone}, null, null, null, false) as id) d join conversas c on c.id = d.id`);
  // A thread that was made in the same statement is not seen by it, and nobody has stopped anything there.
  if (rows[0]) return rows[0].parou ? null : rows[0].id;
  return conversaParaAvisar(tx, telefone);
}

const avisado = (partes: readonly Parte[], { empresa, fuso }: Regras, now: Date) => ({
  ...{ nome: partes[0]!.nome, empresa, hoje: diaDoInstante(now, fuso) },
  partes: partes.map(({ inicio, servicos, profissional, atendido }) => {
    return { ...naParede(minutoDe(inicio), fuso), servicos, profissional, atendido };
  }),
});

type Escrita = { assunto: AssuntoComModelo; partes: Parte[]; chave?: string };

/**
 * Writes to a client about some appointments, at once or when the night is over.
 *
 * @returns whether it was written: not where nobody may be written to, nor twice under one key
 */
export async function escrever(
  tx: Tx,
  regras: Regras,
  now: Date,
  { assunto, partes, chave }: Escrita,
): Promise<boolean> {
  const [primeira] = partes;
  const conversaId = primeira?.telefone ? await conversaParaAvisar(tx, primeira.telefone) : null;
  if (!primeira || !conversaId) return false;
  const { texto, carga } = redigirAviso(assunto, avisado(partes, regras, now), primeira.id);
  const enviarEm = foraDoSilencio(now, regras.silencio, regras.fuso);
  const nova = { conversaId, texto, carga, assunto, agendamentoId: primeira.id, enviarEm, ...(chave && { chave }) };
  return (await porNaFila(tx, now, [{ ...nova, autor: "sistema" }])).length > 0;
}

/** Takes back what was to be said about these appointments and has not left yet. @returns the subjects of it */
async function retirar(tx: Tx, ids: readonly number[]): Promise<(string | null)[]> {
  const retiradas = await tx
    .delete(mensagens)
    .where(
      and(
        inArray(mensagens.agendamentoId, [...ids]),
        ...[eq(mensagens.situacao, "fila"), eq(mensagens.tentativas, 0), eq(mensagens.autor, "sistema")],
      ),
    )
    .returning({ assunto: mensagens.assunto });
  return retiradas.map(({ assunto }) => assunto);
}

const chaveDoLembrete = (id: number, minutos: number) => `lembrete:${id}:${minutos}`;

/** Plans the reminders of one group anew: those of its first open part, and none of the others. */
export async function planejar(tx: Tx, regras: Regras, now: Date, partes: readonly Parte[]): Promise<void> {
  // A phone may yet be registered; whether there is one is asked when it is time.
  const primeira = partes.find(({ situacao, clienteId }) => emAberto(situacao) && clienteId);
  const porVir = regras.lembretes
    .map((minutos) => ({
      minutos,
      quando: primeira && horaDoLembrete(primeira.inicio, minutos, regras.silencio, regras.fuso),
    }))
    .filter(({ quando }) => quando && quando > now);
  const chaves = porVir.map(({ minutos }) => chaveDoLembrete(primeira!.id, minutos));
  const todas = partes.flatMap(({ id }) => regras.lembretes.map((minutos) => chaveDoLembrete(id, minutos)));
  await dequeue(
    tx,
    todas.filter((chave) => !chaves.includes(chave)),
  );
  for (const [i, { minutos, quando }] of porVir.entries())
    await enqueue(tx, { tarefa: "lembrar", dados: { agendamentoId: primeira!.id, minutos }, chave: chaves[i], quando });
}

export function agrupar(partes: readonly Parte[]): Parte[][] {
  const grupos = new Map<string, Parte[]>();
  for (const parte of partes) grupos.set(parte.grupo, [...(grupos.get(parte.grupo) ?? []), parte]);
  return [...grupos.values()];
}

/** Undone, it is said as what it became; what nobody heard of needs no word. Null: nothing that a client would feel. */
type Motivo = Exclude<AssuntoComModelo, "lembrete" | "agradecimento"> | "desfeito" | null;

async function assuntoDe(
  tx: Tx,
  motivo: NonNullable<Motivo>,
  partes: Parte[],
  ids: number[],
  retirados: (string | null)[],
) {
  const aberto = partes.some(({ situacao }) => emAberto(situacao));
  // The client never heard of it: a move before that is only where it is, and a cancellation is nothing.
  if (retirados.includes("marcado")) return aberto ? "marcado" : null;
  if (motivo !== "desfeito") return motivo;
  const [ouviu] = await tx
    .select({ id: mensagens.id })
    .from(mensagens)
    .where(and(inArray(mensagens.agendamentoId, ids), eq(mensagens.direcao, "saida")))
    .limit(1);
  if (!ouviu) return null;
  return aberto ? "remarcado" : "cancelado";
}

type Mudanca = { ids: readonly number[]; motivo: Motivo; dizer: boolean };

/**
 * What follows for clients from a change of appointments, within the transaction that makes it: reminders are planned anew,
 * and whoever has a phone and wants to hear from us is told, if `dizer`. Nobody is told what they just did themselves by way
 * of the assistant, nor about what is past.
 */
export async function avisarClientes(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  mudanca: Mudanca,
): Promise<void> {
  const { ids, motivo, dizer } = mudanca;
  const regras = await lerRegras(tx);
  if (!regras.ativo || !ids.length) return;
  for (const partes of agrupar(await lerPartes(tx, ids))) {
    await planejar(tx, regras, now, partes);
    // What waits to be said is as true as before.
    if (!motivo) continue;
    const todos = partes.map(({ id }) => id);
    const retirados = await retirar(tx, todos);
    const assunto = await assuntoDe(tx, motivo, partes, todos, retirados);
    const ditas = partes.filter(({ id, situacao }) =>
      assunto === "cancelado" ? ids.includes(id) : emAberto(situacao),
    );
    if (!assunto || !dizer || actor.tipo === "bot" || !ditas.length || ditas[0]!.inicio <= now) continue;
    await escrever(tx, regras, now, { assunto, partes: ditas });
  }
}

/** A visit is thanked for after it has sunk in. */
const DEPOIS_MS = 2 * 60 * 60_000;

export async function pedirAgradecimento(tx: Tx, agendamentoId: number, now: Date): Promise<void> {
  const { ativo, agradecer, silencio, fuso } = await lerRegras(tx);
  if (!ativo || !agradecer) return;
  const quando = foraDoSilencio(new Date(now.getTime() + DEPOIS_MS), silencio, fuso);
  await enqueue(tx, { tarefa: "agradecer", dados: { agendamentoId }, chave: `agradecimento:${agendamentoId}`, quando });
}
