import { caller } from "./caller.mjs";
import { median } from "./measure.mjs";
import { delivery, openMeta, sender } from "./meta.mjs";

/** Of its own, since it runs with an environment of its own. */
const COMPANY = { clientes: 401 };

const AT_ONCE = 16;
const EACH = 40;
const ROUNDS = 5;
const BURST = 1_000;
const BOOKING = 4;
const REPLIES_MS = 180_000;
const KNOWN = ["passado", "alem_do_horizonte", "fechado", "fora_do_expediente", "bloqueado", "nao_faz"];

/** So many at once do their share one after the other. @returns how many are done in a second */
async function rate(work) {
  const started = performance.now();
  const one = async () => {
    for (let i = 0; i < EACH; i++) await work();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return (AT_ONCE * EACH * 1000) / (performance.now() - started);
}

async function forget(client) {
  for (const table of ["mensagens", "conversas", "eventos_whatsapp"]) await client.query(`delete from ${table}`);
}

/** No demonstration reaches this far; a run that broke off leaves its bookings to the next. */
const FIRST = "2090-01-02T12:00:00Z";

async function forgetBookings(client) {
  const these = "(select id from agendamentos where inicio >= $1)";
  await client.query(`delete from agendamento_servicos where agendamento_id in ${these}`, [FIRST]);
  await client.query("delete from agendamentos where inicio >= $1", [FIRST]);
}

/** Books as long as it runs, as several people at their desks do. */
function keepBooking(open, people, marker) {
  const call = caller(open);
  let running = true;
  let booked = 0;
  const one = async (who) => {
    for (let n = 0; running; n++) {
      const { id, servico } = people[(who + n * BOOKING) % people.length];
      const inicio = new Date(marker + Math.floor((who + n * BOOKING) / people.length) * 12 * 3_600_000).toISOString();
      const partes = [{ funcionarioId: id, inicio, servicos: [servico], duracaoMinutos: 60 }];
      const nobody = { clienteId: null, novoCliente: null, atendido: null, observacoes: "", encaixe: null };
      if ((await call("agendarAction", { ...nobody, cientes: KNOWN, partes })).ok) booked++;
    }
  };
  const all = Promise.all(Array.from({ length: BOOKING }, (_, who) => one(who)));
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

async function burst(open, graph, { deliver }, people) {
  const { client } = open;
  await forget(client);
  graph.reset();
  const stop = keepBooking(open, people, Date.parse(FIRST));
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
    const { rows: people } = await client.query(`select distinct on (f.id) f.id, x.servico_id as servico
      from funcionarios f join funcionario_servicos x on x.funcionario_id = f.id
      join servicos s on s.id = x.servico_id and s.ativo and s.preparo_minutos = 0 where f.ativo order by f.id, x.servico_id`);
    await forgetBookings(client);
    // Silent, so that the worker does not take part in what is compared.
    await client.query("update configuracao_whatsapp set ativo = false");
    const rates = { empty: [], ours: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      rates.empty.push(await rate(to.empty));
      rates.ours.push(await rate(() => to.deliver(delivery())));
    }
    const [empty, ours] = Object.values(rates).map((some) => median(some.slice(1)));
    await waitFor(async () => (await count(client, "conversas where ate is null")) === 0, REPLIES_MS);
    await client.query("update configuracao_whatsapp set ativo = true");
    const b = await burst(open, graph, to, people);
    await forgetBookings(client);
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
