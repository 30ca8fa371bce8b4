import { caller } from "./caller.mjs";
import { delivery, sender } from "./meta.mjs";
import { booking, KNOWN, later, openPlaces } from "./places.mjs";

const DAY_MS = 86_400_000;
/** So many days are looked at, half of them over. */
const DAYS = 120;
/** Every so many bookings somebody wants a place that another is just taking. */
const CONTESTED = 5;

const civil = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** What people look at all day, of a hundred and more days, of everybody who works and of hundreds of clients. */
function reads(n, { ids }) {
  const day = civil((n % DAYS) - DAYS / 2);
  const one = (list) => list[n % list.length];
  return [
    () => `/api/agenda?de=${day}&ate=${day}`,
    () => "/agenda",
    () => "/clientes",
    () => `/api/agenda?de=${day}&ate=${civil((n % DAYS) - DAYS / 2 + 6)}`,
    () => `/agenda?dia=${day}`,
    () => "/servicos",
    () => `/clientes/${one(ids.clientes)}`,
    () => `/agenda?visao=lista&profissional=${one(ids.profissionais)}`,
    () => "/inicio",
    () => "/agenda/confirmar",
  ][n % 10]();
}

/** Twenty things in a row: 14 that read, 3 that search, one booking and one move, and a message of a client. */
const KINDS = "RRSRRBRRRSRRWRRSRRMR";

/** What people type to find somebody: the first letters of a name and of a surname. */
const typed = (nome) => {
  const [first, ...more] = nome.toLowerCase().split(" ");
  return `${first} ${(more.at(-1) ?? "").slice(0, 3)}`;
};

async function known(client) {
  const of = async (text) => (await client.query(text)).rows;
  const clientes = await of(
    "select id, nome from usuarios where tipo = 'cliente' and id % 101 = 7 order by id limit 500",
  );
  const profissionais = await of("select id from funcionarios where ativo order by id");
  return {
    ids: { clientes: clientes.map(({ id }) => id), profissionais: profissionais.map(({ id }) => id) },
    searches: clientes.map(({ nome }) => typed(nome)),
  };
}

/**
 * A day at a company as a mix of requests, each user with a session of their own.
 *
 * @returns `user`: makes somebody who does one thing after the other; `refused`: how often the answer was a no; `keys`:
 *   how many different things were asked for; `forget`: takes back what was booked and said
 */
export async function openDay(open) {
  const { client, url, signIn } = open;
  const { place, forget: forgetPlaces } = await openPlaces(client);
  const forget = async () => {
    await forgetPlaces();
    for (const table of ["mensagens", "conversas", "eventos_whatsapp"]) await client.query(`delete from ${table}`);
  };
  await forget();
  const company = await known(client);
  const asked = new Set();
  let refused = 0;
  let next = 0;

  async function user(who) {
    const headers = await signIn();
    const call = caller({ url, headers });
    const to = sender({ url, headers });
    let last;
    const get = async (at) => {
      asked.add(at);
      const response = await fetch(url + at, { headers, redirect: "manual" });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${at} answered ${response.status}`);
    };
    async function book() {
      const n = next++;
      const wanted = place(n % CONTESTED ? n : Math.max(0, n - 1));
      asked.add(JSON.stringify(wanted));
      const { ok, data } = await call("agendarAction", booking(wanted));
      if (!ok) return void refused++;
      last = { id: data.ids[0], versao: data.versoes[0], inicio: wanted.inicio };
    }
    async function move() {
      if (!last) return book();
      const { inicio, ...seen } = last;
      last = undefined;
      if (!(await call("remarcarAction", { ...seen, inicio: later(inicio), cientes: KNOWN })).ok) refused++;
    }
    const doing = {
      R: (n) => get(reads(n, company)),
      S: (n) => get(`/api/busca?q=${encodeURIComponent(company.searches[n % company.searches.length])}`),
      B: book,
      M: move,
      W: () => to.deliver(delivery()),
    };
    return { step: (n) => doing[KINDS[(n + who * 7) % KINDS.length]](n + who * 37), close: to.close };
  }

  return { user, refused: () => refused, keys: () => asked.size, forget };
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
