import { readFileSync } from "node:fs";
import { GRANDE } from "./company.mjs";
import { live, openDay, percentile } from "./day.mjs";
import { openMeta } from "./meta.mjs";
import { note, together } from "./measure.mjs";

const SECONDS = 15;
const SCALE = 1.6;

/** The company with its assistant switched on, and Meta listening. */
export async function underLoad(company, options, work) {
  const graph = await openMeta();
  try {
    const open = await company(GRANDE, { ...options, meta: graph.origin });
    await open.client.query("update configuracao_whatsapp set ativo = true");
    const day = await openDay(open);
    try {
      return await work(open, day);
    } finally {
      await open.client.query("update configuracao_whatsapp set ativo = false");
      await day.forget();
    }
  } finally {
    await graph.close();
  }
}

/** The empty authenticated route by so many at once. @returns how many in a second */
async function emptyRate({ get }, users, milliseconds) {
  const started = performance.now();
  let done = 0;
  let number = 0;
  await together(users, async () => {
    for (; performance.now() - started < milliseconds; done++) await get(`/api/busca?q=&n=${number++}`);
  });
  return (done * 1_000) / (performance.now() - started);
}

const faults = (errors) => (errors.length ? `${errors.length} erros: ${errors[0]}` : "0 erros");

const ms = (number) => `${number.toFixed(0)} ms`;

/** A day's mix with 1, 16 and 64 users: requests a second beside the empty route, and how long they take. */
export function mistura({ company }) {
  return underLoad(company, {}, async (open, day) => {
    await live(day, 4, 5_000);
    const rows = [];
    for (const users of [1, 16, 64]) {
      const around = [await emptyRate(open, users, 3_000)];
      const before = day.refused();
      const { rate, took, errors } = await live(day, users, SECONDS * 1_000);
      around.push(await emptyRate(open, users, 3_000));
      const empty = (around[0] + around[1]) / 2;
      const [p50, p95, p99] = [50, 95, 99].map((of) => ms(percentile(took, of)));
      rows.push({
        what: `${users} de uma vez: p50 ${p50}, p95 ${p95}, p99 ${p99}; ${day.refused() - before} lugares já tomados`,
        measured: `${rate.toFixed(0)}/s`,
        baseline: `${empty.toFixed(0)}/s`,
        goal: faults(errors),
        met: errors.length === 0,
      });
    }
    return [...rows, note(`coisas diferentes pedidas`, day.keys())];
  });
}

const TICK_MS = 10;
/** Milliseconds of processor that a process has used, and those of its children that have ended. */
function used(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * TICK_MS;
  } catch {
    return 0;
  }
}

/** What each part has used until now; a connection that has come since counts whole, one that went is its parent's. */
const usedBy = (parts) =>
  Object.entries(parts).map(([name, pids]) => [name, pids.reduce((sum, pid) => sum + used(pid), 0)]);

/** The same mix with one web process and with two: what is gained, and which part has the processor. */
export async function escala({ company }) {
  const measured = {};
  for (const webs of [1, 2]) {
    measured[webs] = await underLoad(company, { webs }, async (open, day) => {
      await live(day, 16, 5_000);
      const before = usedBy(open.processes());
      const own = process.cpuUsage();
      const started = performance.now();
      const { rate, errors } = await live(day, 16, SECONDS * 1_000);
      const share = (spent) => `${((100 * spent) / (performance.now() - started)).toFixed(0)} %`;
      const after = usedBy(open.processes());
      const { user, system } = process.cpuUsage(own);
      const spent = after
        .map(([name, sum], at) => [name, sum - before[at][1]])
        .filter(([, sum]) => sum > 0)
        .map(([name, sum]) => `${name} ${share(sum)}`);
      return { rate, errors, spent: [...spent, `medição ${share((user + system) / 1_000)}`].join(", ") };
    });
  }
  const [one, two] = [measured[1], measured[2]];
  const ratio = two.rate / one.rate;
  const row = (what, { rate, errors, spent }) => ({
    what: `${what}: de um núcleo, ${spent}`,
    measured: `${rate.toFixed(0)}/s`,
    baseline: "",
    goal: faults(errors),
    met: errors.length === 0,
  });
  return [
    row("um processo", one),
    {
      ...row("dois processos", two),
      baseline: `${one.rate.toFixed(0)}/s`,
      goal: `${ratio.toFixed(2)} ≥ ${SCALE} ×, ${faults(two.errors)}`,
      met: ratio >= SCALE && two.errors.length === 0,
    },
  ];
}
