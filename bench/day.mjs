import { caller } from "./caller.mjs";
import { delivery, sender } from "./meta.mjs";

/** The company in which everything under load is measured. */
export const GRANDE = { clientes: 20_000, agendamentos: 1_000_000, profissionais: 50 };

const DIA = 86_400_000;
const KNOWN = ["passado", "alem_do_horizonte", "fechado", "fora_do_expediente", "bloqueado", "nao_faz"];
// No demonstration reaches this far; a run that broke off leaves its bookings to the next.
const FIRST = Date.UTC(2090, 0, 2, 12);
const PLACE_MS = 12 * 60 * 60_000;
const NAMES = ["ana", "silva", "bruna", "9 8", "corte", "maria", "souza", "le"];

const civil = (days) => new Date(Date.now() + days * DIA).toISOString().slice(0, 10);

/** What people look at all day, and how often in ten. */
const reads = (n) => {
  const day = civil(n % 7);
  return [
    `/api/agenda?de=${day}&ate=${day}`,
    "/agenda",
    "/clientes",
    `/api/agenda?de=${civil(0)}&ate=${civil(6)}`,
    `/agenda?dia=${day}`,
    "/servicos",
    `/api/agenda?de=${day}&ate=${day}`,
    "/agenda?visao=lista&profissional=3",
    "/funcionarios",
    "/agenda/confirmar",
  ][n % 10];
};

/** Twenty things in a row: 14 that read, 3 that search, one booking and one move, and a message of a client. */
const KINDS = "RRSRRBRRRSRRWRRSRRMR";

/**
 * A day at a company as a mix of requests, each user with a session of their own.
 *
 * @returns `user`: makes somebody who does one thing after the other; `refused`: how often the answer was a no;
 *   `forget`: takes back what was booked and said
 */
export async function openDay(open) {
  const { client, url, signIn } = open;
  const { rows: people } = await client.query(`select distinct on (f.id) f.id, x.servico_id as servico
    from funcionarios f join funcionario_servicos x on x.funcionario_id = f.id
    join servicos s on s.id = x.servico_id and s.ativo and s.preparo_minutos = 0 where f.ativo order by f.id, x.servico_id`);
  const forget = async () => {
    const these = "(select id from agendamentos where inicio >= $1)";
    await client.query(`delete from agendamento_servicos where agendamento_id in ${these}`, [new Date(FIRST)]);
    await client.query("delete from agendamentos where inicio >= $1", [new Date(FIRST)]);
    for (const table of ["mensagens", "conversas", "eventos_whatsapp"]) await client.query(`delete from ${table}`);
  };
  await forget();
  const said = { refused: 0 };
  let next = 0;

  async function user(who) {
    const headers = await signIn();
    const call = caller({ url, headers });
    const to = sender({ url, headers });
    let last;
    const get = async (at) => {
      const response = await fetch(url + at, { headers, redirect: "manual" });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${at} answered ${response.status}`);
    };
    async function book() {
      const n = next++;
      const { id, servico } = people[n % people.length];
      const inicio = new Date(FIRST + Math.floor(n / people.length) * PLACE_MS).toISOString();
      const partes = [{ funcionarioId: id, inicio, servicos: [servico], duracaoMinutos: 60 }];
      const nobody = { clienteId: null, novoCliente: null, atendido: null, observacoes: "", encaixe: null };
      const { ok, data } = await call("agendarAction", { ...nobody, cientes: KNOWN, partes });
      if (!ok) return void said.refused++;
      last = { id: data.ids[0], versao: data.versoes[0], inicio };
    }
    async function move() {
      if (!last) return book();
      const { inicio, ...seen } = last;
      const later = new Date(Date.parse(inicio) + 2 * 60 * 60_000).toISOString();
      last = undefined;
      if (!(await call("remarcarAction", { ...seen, inicio: later, cientes: KNOWN })).ok) said.refused++;
    }
    const doing = {
      R: (n) => get(reads(n)),
      S: (n) => get(`/api/busca?q=${encodeURIComponent(NAMES[n % NAMES.length])}`),
      B: book,
      M: move,
      W: () => to.deliver(delivery()),
    };
    return { step: (n) => doing[KINDS[(n + who * 7) % KINDS.length]](n + who), close: to.close };
  }

  return { user, refused: () => said.refused, forget };
}

/** The value below which so many of a hundred are. */
export const percentile = (sorted, of) => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))];

/**
 * So many users at once, each doing one thing after the other, for so long.
 * @returns requests a second, milliseconds of each (sorted), and what went wrong, in words
 */
export async function live(day, users, milliseconds) {
  const people = [];
  for (let who = 0; who < users; who++) people.push(await day.user(who));
  const took = [];
  const errors = [];
  const started = performance.now();
  await Promise.all(
    people.map(async ({ step }) => {
      for (let n = 0; performance.now() - started < milliseconds; n++) {
        const from = performance.now();
        await step(n).catch((error) => errors.push(error.message));
        took.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  for (const { close } of people) close();
  return { rate: took.length / seconds, took: took.toSorted((a, b) => a - b), errors };
}
