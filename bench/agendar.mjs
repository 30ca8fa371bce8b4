import pg from "pg";
import { caller } from "./caller.mjs";
import { GRANDE } from "./company.mjs";
import { median } from "./measure.mjs";
import { booking, KNOWN, later, openPlaces, rate } from "./places.mjs";

const EACH = 20;
const ROUNDS = 5;

/** The lock, the appointment and its service, and who does it: what cannot be left out. */
function byHand(pool, { author }) {
  return async ({ funcionarioId, inicio, servico }) => {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.ator', $1, true)", [`usuario:${author}`]);
      await client.query("select pg_advisory_xact_lock($1)", [funcionarioId]);
      const { rows } = await client.query(
        `insert into agendamentos (funcionario_id, inicio, fim, livre_em, origem) values
          ($1, $2, $2::timestamptz + interval '1 hour', $2::timestamptz + interval '1 hour', 'painel')
         on conflict on constraint sem_sobreposicao do nothing returning id`,
        [funcionarioId, inicio],
      );
      await client.query(
        "insert into agendamento_servicos (agendamento_id, ordem, servico_id, duracao_minutos) values ($1, 1, $2, 60)",
        [rows[0].id, servico],
      );
      await client.query("commit");
    } finally {
      client.release();
    }
  };
}

/** Several want the same place; whoever gets it moves on, and some change their mind. */
function fight(call, place) {
  return async (n) => {
    const wanted = place(n % EACH);
    const won = await call("agendarAction", booking(wanted));
    if (!won.ok) return;
    const seen = { id: won.data.ids[0], versao: won.data.versoes[0] };
    await call("remarcarAction", { ...seen, inicio: later(wanted.inicio), cientes: KNOWN });
    await call("desfazerAction", { id: seen.id, versao: seen.versao + 1 });
  };
}

const deadlocks = async (client) =>
  Number(
    (await client.query("select deadlocks from pg_stat_database where datname = current_database()")).rows[0].deadlocks,
  );

const row = (what, measured, baseline, least) => ({
  what,
  measured: `${measured.toFixed(0)}/s`,
  baseline: `${baseline.toFixed(0)}/s`,
  goal: `${((100 * measured) / baseline).toFixed(0)} % ≥ ${100 * least} %`,
  met: measured / baseline >= least,
});

/** Booking at sixteen at once: end to end against SQL by hand, and everybody wanting the same against each their own. */
export async function agendar({ company }) {
  const open = await company(GRANDE);
  const { client, urlApp } = open;
  const { place, forget } = await openPlaces(client);
  const { rows: masters } = await client.query("select id from usuarios where tipo = 'master' limit 1");
  let next = 0;
  const pool = new pg.Pool({ connectionString: urlApp, max: 16 });
  const call = caller(open);
  const before = await deadlocks(client);
  const measured = { hand: [], ours: [], fought: [] };
  const book = async () => {
    const { ok, error } = await call("agendarAction", booking(place(next++)));
    if (!ok) throw new Error(error.message);
  };
  try {
    const hand = byHand(pool, { author: masters[0].id });
    for (let round = 0; round <= ROUNDS; round++) {
      measured.hand.push(await rate(() => hand(place(next++)), { each: EACH }));
      measured.ours.push(await rate(book, { each: EACH }));
      const from = next;
      next += EACH;
      let asked = 0;
      const counted = (name, input) => ((asked += 1), call(name, input));
      const started = performance.now();
      await rate(
        fight(counted, (n) => place(from + n)),
        { each: EACH },
      );
      measured.fought.push((asked * 1000) / (performance.now() - started));
    }
  } finally {
    await pool.end();
    await forget();
  }
  // The first round fills caches.
  const [hand, ours, fought] = Object.values(measured).map((rates) => median(rates.slice(1)));
  const dead = (await deadlocks(client)) - before;
  return [
    row("agendar, 16 de uma vez (ao lado: SQL)", ours, hand, 0.12),
    row("o mesmo lugar, com mudanças e desfeitas (ao lado: cada um o seu)", fought, ours, 0.6),
    { what: "impasses", measured: String(dead), baseline: "", goal: "0", met: dead === 0 },
  ];
}
