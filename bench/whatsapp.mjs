import { caller } from "./caller.mjs";
import { median, together } from "./measure.mjs";
import { delivery, openMeta, sender } from "./meta.mjs";
import { booking, openPlaces, rate } from "./places.mjs";

/** Of its own, since it runs with an environment of its own. */
const COMPANY = { clientes: 401 };

const EACH = 40;
const ROUNDS = 5;
const BURST = 1_000;
const BOOKING = 4;
const REPLIES_MS = 180_000;

async function forget(client) {
  for (const table of ["mensagens", "conversas", "eventos_whatsapp"]) await client.query(`delete from ${table}`);
}

/** Books as long as it runs, as several people at their desks do. */
function keepBooking(open, place) {
  const call = caller(open);
  let running = true;
  let booked = 0;
  let next = 0;
  const one = async () => {
    while (running) if ((await call("agendarAction", booking(place(next++)))).ok) booked++;
  };
  const all = together(BOOKING, one);
  return async () => {
    running = false;
    await all;
    return booked;
  };
}

async function waitFor(condition, most) {
  for (const until = Date.now() + most; Date.now() < until; await new Promise((done) => setTimeout(done, 500)))
    if (await condition()) return;
}

const count = async (client, from) => Number((await client.query(`select count(*) from ${from}`)).rows[0].count);

async function burst(open, graph, { deliver }, place) {
  const { client } = open;
  await forget(client);
  graph.reset();
  const stop = keepBooking(open, place);
  const started = performance.now();
  let booked = 0;
  let took = [];
  try {
    took = await Promise.all(Array.from({ length: BURST }, () => deliver(delivery()).catch(() => Infinity)));
  } finally {
    booked = await stop();
  }
  const seconds = (performance.now() - started) / 1_000;
  const replied = "mensagens where direcao = 'saida' and situacao = 'enviada'";
  await waitFor(async () => (await count(client, replied)) >= BURST, REPLIES_MS);
  const stored = await count(client, "mensagens where direcao = 'entrada'");
  const twice = await count(
    client,
    "(select from mensagens where direcao = 'saida' group by conversa_id having count(*) <> 1) t",
  );
  const p99 = took.toSorted((a, b) => a - b)[Math.floor(BURST * 0.99)];
  return { stored, replies: await count(client, replied), twice, p99, booked, seconds, sent: graph.sent.length };
}

/** What Meta delivers: how fast it is acknowledged, and that nothing is lost or answered twice when much comes at once. */
export async function whatsapp({ company }) {
  const graph = await openMeta();
  const open = await company(COMPANY);
  const { client } = open;
  const to = sender(open);
  try {
    const { place, forget: forgetBookings } = await openPlaces(client);
    // Silent, so that the worker does not take part in what is compared.
    await client.query("update configuracao_whatsapp set ativo = false");
    const rates = { empty: [], ours: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      rates.empty.push(await rate(to.empty, { each: EACH }));
      rates.ours.push(await rate(() => to.deliver(delivery()), { each: EACH }));
    }
    const [empty, ours] = Object.values(rates).map((some) => median(some.slice(1)));
    await waitFor(async () => (await count(client, "conversas where ate is null")) === 0, REPLIES_MS);
    await client.query("update configuracao_whatsapp set ativo = true");
    const b = await burst(open, graph, to, place);
    await forgetBookings();
    await forget(client);
    return [
      {
        what: "entregas, 16 de uma vez (ao lado: rota vazia)",
        measured: `${ours.toFixed(0)}/s`,
        baseline: `${empty.toFixed(0)}/s`,
        goal: `${((100 * ours) / empty).toFixed(0)} % ≥ 50 %`,
        met: ours / empty >= 0.5,
      },
      {
        what: `${BURST} mensagens de uma vez, com ${(b.booked / b.seconds).toFixed(1)} agendamentos/s: confirmação, p99`,
        measured: `${b.p99.toFixed(0)} ms`,
        baseline: "",
        goal: "≤ 1000 ms",
        met: b.p99 <= 1_000,
      },
      {
        what: "guardadas uma vez; respondidas uma vez",
        measured: `${b.stored}; ${b.replies}`,
        baseline: "",
        goal: `${BURST}; ${BURST}`,
        met: b.stored === BURST && b.replies === BURST && b.twice === 0 && b.sent === BURST,
      },
    ];
  } finally {
    to.close();
    await graph.close();
  }
}
