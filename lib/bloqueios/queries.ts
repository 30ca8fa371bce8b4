import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { lerFuso } from "@/lib/configuracoes/queries";
import type { Fatos } from "@/lib/domain/horarios";
import { impedimentos, type ChaveImpedimento } from "@/lib/domain/impedimentos";
import { chavesDePendencia, semLugar, type Marcado } from "@/lib/domain/pendencias";
import { repetirPeriodo } from "@/lib/domain/repeticao";
import { instanteDe, minutoDe } from "@/lib/domain/tempo";
import { lerFatos } from "@/lib/horarios/queries";
import { recusarCampo } from "@/lib/server/errors";
import { query } from "@/lib/server/query";
import type { PedidoDeAfetados, Periodos } from "./schema";

/** So many rows one block may become. */
const MAIOR_SERIE = 400;

/** So many are listed; of the rest only the number is told. */
const LISTADOS = 100;

/** When a block counts: once, or again and again. @throws AppError `invalido` on the field of the repetition */
export function vezesDoBloqueio({ inicio, fim, repetir }: Periodos, fuso: string): { inicio: Date; fim: Date }[] {
  if (!repetir) return [{ inicio, fim }];
  const vezes = repetirPeriodo({ inicio, fim }, repetir, fuso, MAIOR_SERIE + 1);
  const recusar = (frase: string) => recusarCampo("repetir.ate", frase);
  if (vezes.length > MAIOR_SERIE)
    throw recusar(`Isto daria mais de ${MAIOR_SERIE} bloqueios. Escolha um último dia mais próximo.`);
  if (!vezes.length) throw recusar("Até este dia não há nenhuma vez. Escolha um último dia mais distante.");
  return vezes;
}

type Alvo = { funcionarioId: number | null; vezes: readonly { inicio: Date; fim: Date }[]; now: Date };

/** The appointments still to come, or under way, that lie in one of these times; a `SELECT` of their ids. */
const idsAfetados = ({ funcionarioId, vezes, now }: Alvo) => sql`
  select distinct a.id from jsonb_to_recordset(${JSON.stringify(vezes)}::jsonb) as v (inicio timestamptz, fim timestamptz)
  join agendamentos a on a.inicio < v.fim and a.fim > v.inicio and a.inicio > v.inicio - interval '24 hours'
  where a.situacao in ('agendado', 'confirmado') and a.fim > ${now.toISOString()}::timestamptz
    and (${funcionarioId}::int is null or a.funcionario_id = ${funcionarioId}::int)`;

/**
 * What was kept outside of the hours before knew nothing of this block, so it is asked again.
 *
 * @returns how many appointments the block hits
 */
export async function reabrirAfetados(tx: Tx, alvo: Alvo): Promise<number> {
  await tx.execute(sql`update agendamentos set fora_do_horario = false
    where fora_do_horario and id in (${idsAfetados(alvo)})`);
  return contarAfetados(tx, alvo);
}

/** How many appointments a block hits. */
async function contarAfetados(on: Db | Tx, alvo: Alvo): Promise<number> {
  const { rows } = await on.execute<{ n: number }>(sql`select count(*)::int as n from (${idsAfetados(alvo)}) as x`);
  return rows[0]!.n;
}

/** An appointment that cannot stay as it is, as the screens name it; instants are ISO. */
export type Atingido = {
  id: number;
  versao: number;
  inicio: string;
  fim: string;
  duracaoMinutos: number;
  funcionarioId: number;
  profissional: string;
  /** Null: a walk-in without a name. */
  cliente: string | null;
  /** Part of a visit: others are moved and cancelled along. */
  visita: boolean;
  servicos: { id: number; nome: string }[];
};

async function lerAtingidos(db: Db, quais: ReturnType<typeof sql>): Promise<Atingido[]> {
  const { rows } = await db.execute<Omit<Atingido, "inicio" | "fim"> & { inicio: string; fim: string }>(sql`
    select a.id, a.versao, a.inicio, a.fim, a.funcionario_id as "funcionarioId", coalesce(f.apelido, f.nome) as "profissional",
      coalesce(a.atendido, c.nome) as "cliente", a.visita is not null as "visita",
      (extract(epoch from a.fim - a.inicio) / 60)::int as "duracaoMinutos",
      (select coalesce(json_agg(json_build_object('id', s.id, 'nome', s.nome) order by p.ordem), '[]')
        from agendamento_servicos p join servicos s on s.id = p.servico_id where p.agendamento_id = a.id) as "servicos"
    from agendamentos a join funcionarios f on f.id = a.funcionario_id left join usuarios c on c.id = a.cliente_id
    where a.id in (${quais}) order by a.inicio, a.id limit ${LISTADOS}`);
  const iso = (texto: string) => new Date(texto).toISOString();
  return rows.map((row) => ({ ...row, inicio: iso(row.inicio), fim: iso(row.fim) }));
}

/** Which appointments a block would hit, before it is made; the first hundred of `total`. */
export const agendamentosAfetados = query("pode_agendar", async ({ db }, pedido: PedidoDeAfetados, now: Date) => {
  const vezes = vezesDoBloqueio(pedido, await lerFuso(db));
  const alvo = { funcionarioId: pedido.funcionario ?? null, vezes, now };
  const total = await contarAfetados(db, alvo);
  return { total, vezes: vezes.length, agendamentos: total ? await lerAtingidos(db, idsAfetados(alvo)) : [] };
});

export type Afetados = Awaited<ReturnType<typeof agendamentosAfetados>>;

type Aberto = Marcado & { id: number };

/** Every open appointment still to come that nobody decided to keep, by one professional or of all. */
async function lerAbertos(db: Db, now: Date, funcionario?: number): Promise<Aberto[]> {
  // As one value, since a large company has thousands of them.
  const { rows } = await db.execute<{ abertos: [number, number, number, number][] }>(sql`
    select coalesce(json_agg(json_build_array(id, funcionario_id, (extract(epoch from inicio) / 60)::int,
      (extract(epoch from fim) / 60)::int) order by inicio, id), '[]') as abertos
    from agendamentos
    where situacao in ('agendado', 'confirmado') and not fora_do_horario and fim > ${now.toISOString()}::timestamptz
      and inicio > ${now.toISOString()}::timestamptz - interval '24 hours'
      and (${funcionario ?? null}::int is null or funcionario_id = ${funcionario ?? null}::int)`);
  return rows[0]!.abertos.map(([id, funcionarioId, inicio, fim]) => ({ id, funcionarioId, inicio, fim }));
}

/** Those that the hours, a block or a leaving no longer allow, with the facts that say so. */
async function acharPendentes(db: Db, now: Date, funcionario?: number) {
  const abertos = await lerAbertos(db, now, funcionario);
  if (!abertos.length) return { pendentes: [], fatos: null };
  const fatos = await lerFatos(db, {
    funcionarios: [...new Set(abertos.map(({ funcionarioId }) => funcionarioId))],
    servicos: [],
    de: instanteDe(abertos[0]!.inicio),
    ate: instanteDe(Math.max(...abertos.map(({ fim }) => fim))),
    now,
  });
  const pendentes = semLugar(fatos, abertos);
  return { pendentes: pendentes.toSorted((a, b) => a.inicio - b.inicio || a.id - b.id), fatos };
}

const dePendencia = (chave: ChaveImpedimento) => chavesDePendencia.some((uma) => uma === chave);

/** Why an appointment cannot stay, the nearest cause first. */
function motivos(fatos: Fatos, { funcionarioId, inicio, fim, id }: Aberto, now: Date): string[] {
  const lugar = { funcionarioId, inicio, duracaoMinutos: fim - inicio, preparoMinutos: 0, servicos: [], exceto: [id] };
  return impedimentos(fatos, lugar, minutoDe(now), "pessoa")
    .filter(({ chave }) => dePendencia(chave))
    .map(({ frase }) => frase);
}

/** How many appointments wait for somebody to decide what becomes of them. */
export const contarPendencias = query("pode_agendar", async ({ db }, now: Date, funcionario?: number) => {
  return (await acharPendentes(db, now, funcionario)).pendentes.length;
});

/**
 * The appointments that the hours, a block or a leaving no longer allow and that nobody decided to keep, each with the
 * reasons; the first hundred of `total`. Nothing of this is stored: whatever changes the hours, the list is right.
 */
export const listarPendencias = query("pode_agendar", async ({ db }, now: Date, funcionario?: number) => {
  const { pendentes, fatos } = await acharPendentes(db, now, funcionario);
  if (!fatos || !pendentes.length) return { total: 0, pendencias: [] };
  const primeiras = pendentes.slice(0, LISTADOS);
  const fichas = await lerAtingidos(db, sql`select unnest(${sql.param(primeiras.map(({ id }) => id))}::int[])`);
  const porId = new Map(primeiras.map((um) => [um.id, um]));
  return {
    total: pendentes.length,
    pendencias: fichas.map((ficha) => ({ ...ficha, motivos: motivos(fatos, porId.get(ficha.id)!, now) })),
  };
});

export type Pendencia = Awaited<ReturnType<typeof listarPendencias>>["pendencias"][number];
