import { sql, type SQL } from "drizzle-orm";
import type { Client } from "pg";
import { db, listener } from "@/db/client";
import { see, type Seen } from "./gaps";
import { log, safeError } from "./log";

/** What changed: appointments by id, and whether anything else that the agenda shows did. `ultimo`: of the trail. */
export type Change = { ids: number[]; outros: boolean; ultimo: number };
/** `conversas`: something was said, or happened to a conversation. */
type Hearer = { changed: (change: Change) => void; conversas: () => void; end: () => void };

const MOST_IDS = 200;
const MOST_LINES = 5_000;
/** So many numbers back a line of the trail may still appear when this process begins, and while a browser is away. */
const BACK = 1_000;
const AWAY = 200;
const PAUSE_MS = 40;
const LONGEST_WAIT_MS = 5_000;
/** A burst of messages is one change. */
const BURST_MS = 200;
const HEARTBEAT_MS = 15_000;
/** So long after it was drawn a page begins to listen at the latest. What happens in between it has to hear. */
const DRAWN_MS = 10_000;

type Hub = {
  hearers: Set<Hearer>;
  seen?: Seen;
  /** What was told to whoever listened then, and when something was last said in the conversations. */
  told: { at: number; change: Change }[];
  said: number;
  client?: Client;
  failures: number;
  timer?: NodeJS.Timeout;
  burst?: NodeJS.Timeout;
  reading: boolean;
  again: boolean;
  ended: boolean;
};

// A module can be evaluated several times in one process; the connection that listens must not.
const store = globalThis as typeof globalThis & { horaMarcadaAoVivo?: Hub };
const hub = (): Hub =>
  (store.horaMarcadaAoVivo ??= {
    ...{ hearers: new Set(), told: [], said: 0 },
    ...{ failures: 0, reading: false, again: false, ended: false },
  });

type Line = { id: string; entidade: string | null; registro: number; idade: number };

const shown = ["agendamentos", "bloqueios", "expedientes", "excecoes"];

/** Many appointments are told as if all had changed. */
function changeOf(all: number[], outros: boolean, ultimo: number): Change {
  const ids = [...new Set(all)];
  return ids.length > MOST_IDS ? { ids: [], outros: true, ultimo } : { ids, outros, ultimo };
}

/** Undefined: nothing that the agenda shows. */
function changeIn(lines: Line[]): Change | undefined {
  const ours = lines.filter(({ entidade }) => shown.includes(entidade ?? ""));
  const ultimo = Math.max(0, ...lines.map(({ id }) => Number(id)));
  if (lines.length >= MOST_LINES) return { ids: [], outros: true, ultimo };
  if (!ours.length) return undefined;
  const [agendamentos, outros] = [
    ours.filter(({ entidade }) => entidade === "agendamentos"),
    ours.filter(({ entidade }) => entidade !== "agendamentos"),
  ];
  const ids = agendamentos.map(({ registro }) => registro);
  return changeOf(ids, outros.length > 0, ultimo);
}

const after = (id: SQL | number) => sql`select id, entidade, entidade_id, em from log_auditoria where id > ${id}`;

/** The newest of the lines, in order. */
async function readLines(lines: SQL): Promise<Line[]> {
  const { rows } = await db().execute<Line>(sql`
    select id, entidade, entidade_id::int as registro,
      extract(epoch from clock_timestamp() - em)::float8 * 1000 as idade
    from (${lines}) l order by id desc limit ${MOST_LINES}`);
  return rows.reverse();
}

const idsOf = (lines: Line[]) => lines.map(({ id }) => Number(id));

/** What is in the trail already is old news, but for what came after the page of the first who listens was drawn. */
async function startSeeing(): Promise<Seen> {
  const lines = await readLines(after(sql`(select coalesce(max(id), 0) from log_auditoria) - ${BACK}`));
  const old = lines.filter(({ idade }) => idade > DRAWN_MS);
  return see({ newest: Number(lines[0]?.id ?? 1) - 1, gaps: [] }, idsOf(old), Date.now());
}

async function readNews(h: Hub): Promise<void> {
  h.seen ??= await startSeeing();
  const { newest, gaps } = h.seen;
  const ends = (of: "from" | "to") => sql`${sql.param(gaps.map((gap) => gap[of]))}::bigint[]`;
  const lines = await readLines(sql`${after(newest)} union all
    select l.id, l.entidade, l.entidade_id, l.em from unnest(${ends("from")}, ${ends("to")}) g (de, ate)
    join log_auditoria l on l.id between g.de and g.ate`);
  h.seen = see(h.seen, idsOf(lines), Date.now());
  const found = changeIn(lines);
  if (!found) return;
  const change = { ...found, ultimo: h.seen.newest };
  h.told = [...h.told.filter(lately), { at: Date.now(), change }];
  for (const { changed } of h.hearers) changed(change);
}

const lately = ({ at }: { at: number }) => Date.now() - at < DRAWN_MS;

/** What may not be on a page that was drawn a moment ago. */
export function changesLately(): Change | undefined {
  const changes = hub()
    .told.filter(lately)
    .map(({ change }) => change);
  const last = changes.at(-1);
  const ids = changes.flatMap((change) => change.ids);
  const outros = changes.some((change) => change.outros);
  return last && changeOf(ids, outros, last.ultimo);
}

/** Whether something was said so lately that it may not be on such a page. */
export const saidLately = () => lately({ at: hub().said });

/** Reads what is new; whoever asks meanwhile is answered by one more reading. */
async function read(h: Hub): Promise<void> {
  h.again = true;
  if (h.reading) return;
  h.reading = true;
  while (h.again && !h.ended) {
    h.again = false;
    await readNews(h).catch((error) => log.warn({ error: safeError(error) }, "live reading failed"));
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  h.reading = false;
}

function tellConversas(h: Hub): void {
  h.burst ??= setTimeout(() => {
    h.burst = undefined;
    h.said = Date.now();
    for (const { conversas } of h.hearers) conversas();
  }, BURST_MS);
}

async function connect(h: Hub): Promise<void> {
  const client = listener();
  h.client = client;
  let lost = false;
  const lose = (error?: unknown) => {
    if (lost || h.ended) return;
    lost = true;
    clearInterval(h.timer);
    client.end().catch(() => {});
    const wait = Math.min(LONGEST_WAIT_MS, 50 * 2 ** h.failures++);
    log.warn({ error: safeError(error), wait }, "live connection lost");
    h.timer = setTimeout(() => void connect(h), wait);
  };
  client.on("error", lose);
  client.on("end", () => lose());
  client.on("notification", ({ channel }) => (channel === "conversas" ? tellConversas(h) : void read(h)));
  try {
    await client.connect();
    await client.query("listen agenda; listen conversas");
    h.failures = 0;
    h.timer = setInterval(() => client.query("select 1").catch(lose), HEARTBEAT_MS);
    // Between two connections nobody listened.
    tellConversas(h);
    await read(h);
  } catch (error) {
    lose(error);
  }
}

/**
 * Hears every change of the agenda and of the conversations, whoever makes it and in whichever process, from now on. The
 * first one opens the connection of this process that listens.
 *
 * @returns how to stop hearing
 */
export function hear(hearer: Hearer): () => void {
  const h = hub();
  h.hearers.add(hearer);
  if (h.ended) hearer.end();
  else if (!h.client) void connect(h);
  return () => void h.hearers.delete(hearer);
}

/** What changed after a line of the trail, and some before it, since lines do not appear in their order. */
export const changesSince = async (ultimo: number): Promise<Change | undefined> =>
  changeIn((await readLines(after(ultimo - AWAY))).filter(({ id }) => Number(id) !== ultimo));

/** Ends every stream and the connection: an open one would keep the process alive. */
export function endLive(): void {
  const h = hub();
  h.ended = true;
  clearInterval(h.timer);
  clearTimeout(h.burst);
  for (const { end } of h.hearers) end();
  h.client?.end().catch(() => {});
}
