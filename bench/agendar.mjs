import pg from "pg";
import { caller } from "./caller.mjs";
import { median } from "./measure.mjs";

const COMPANY = { clientes: 20_000, agendamentos: 1_000_000, profissionais: 50 };
const AT_ONCE = 16;
const EACH = 20;
const ROUNDS = 5;
const KNOWN = ["passado", "fechado", "fora_do_expediente", "bloqueado", "nao_faz"];
const PLACE_MS = 12 * 60 * 60_000;
// No demonstration reaches this far.
const FIRST = Date.UTC(2090, 0, 2, 12);

/** So many at once do their share one after the other. @returns how many are done in a second */
async function rate(work, each = EACH) {
  const started = performance.now();
  const one = async (who) => {
    for (let i = 0; i < each; i++) await work(who * each + i);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, who) => one(who)));
  return (AT_ONCE * each * 1000) / (performance.now() - started);
}

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

const booking = ({ funcionarioId, inicio, servico }) => ({
  ...{ clienteId: null, novoCliente: null, atendido: null, observacoes: "", encaixe: null, cientes: KNOWN },
  partes: [{ funcionarioId, inicio, servicos: [servico], duracaoMinutos: 60 }],
});

/** Several want the same place; whoever gets it moves on, and some change their mind. */
function fight(call, place) {
  return async (n) => {
    const wanted = place(Math.floor(n % EACH));
    const won = await call("agendarAction", booking(wanted));
    if (!won.ok) return;
    const seen = { id: won.data.ids[0], versao: won.data.versoes[0] };
    const later = new Date(Date.parse(wanted.inicio) + 60 * 60_000).toISOString();
    await call("remarcarAction", { ...seen, inicio: later, cientes: KNOWN });
    await call("desfazerAction", { id: seen.id, versao: seen.versao + 1 });
  };
}

const deadlocks = async (client) =>
  Number(
    (await client.query("select deadlocks from pg_stat_database where datname = current_database()")).rows[0].deadlocks,
  );

async function remove(client, mark) {
  const children = "(select id from agendamentos where id > $1)";
  await client.query(`delete from agendamento_servicos where agendamento_id in ${children}`, [mark]);
  await client.query("delete from agendamentos where id > $1", [mark]);
}

const row = (what, measured, baseline, least) => ({
  what,
  measured: `${measured.toFixed(0)}/s`,
  baseline: `${baseline.toFixed(0)}/s`,
  goal: `${((100 * measured) / baseline).toFixed(0)} % ≥ ${100 * least} %`,
  met: measured / baseline >= least,
});

/** Booking at sixteen at once: end to end against SQL by hand, and everybody wanting the same against each their own. */
export async function agendar({ company }) {
  const open = await company(COMPANY);
  const { client, urlApp } = open;
  const { rows: people } = await client.query(`select distinct on (f.id) f.id, x.servico_id as servico
    from funcionarios f join funcionario_servicos x on x.funcionario_id = f.id
    join servicos s on s.id = x.servico_id and s.ativo and s.preparo_minutos = 0 where f.ativo order by f.id, x.servico_id`);
  const { rows: marks } = await client.query("select max(id) as mark from agendamentos");
  const { rows: masters } = await client.query("select id from usuarios where tipo = 'master' limit 1");
  let next = 0;
  const place = (n) => {
    const { id, servico } = people[n % people.length];
    const inicio = new Date(FIRST + Math.floor(n / people.length) * PLACE_MS).toISOString();
    return { funcionarioId: id, servico, inicio };
  };
  const pool = new pg.Pool({ connectionString: urlApp, max: AT_ONCE });
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
      measured.hand.push(await rate(() => hand(place(next++))));
      measured.ours.push(await rate(book));
      const from = next;
      next += EACH;
      let asked = 0;
      const counted = (name, input) => ((asked += 1), call(name, input));
      const started = performance.now();
      await rate(fight(counted, (n) => place(from + n)));
      measured.fought.push((asked * 1000) / (performance.now() - started));
    }
  } finally {
    await pool.end();
    await remove(client, marks[0].mark);
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
