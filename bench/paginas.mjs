import { GRANDE, percentile } from "./day.mjs";
import { ratioRow, together } from "./measure.mjs";

const PAGES = ["/agenda", "/clientes"];
const AT_ONCE = 16;
const EACH = 25;

/** The first byte of the screens that are opened most, and how evenly sixteen get them. */
export async function paginas({ company }) {
  const { url, headers } = await company(GRANDE);
  /** Milliseconds to the first byte; the rest is read before the next is asked for. */
  const timed = (at) => async () => {
    const from = performance.now();
    const response = await fetch(url + at, { headers, redirect: "manual" });
    const reader = response.body.getReader();
    await reader.read();
    const answered = performance.now();
    while (!(await reader.read()).done);
    if (response.status !== 200) throw new Error(`${at} answered ${response.status}`);
    return answered - from;
  };
  const rows = [];
  for (const at of PAGES) {
    const [page, empty] = [timed(at), timed("/api/busca?q=")];
    rows.push(ratioRow(`${at}: primeiro byte (ao lado: rota vazia)`, await compareTimes(page, empty), { most: 3 }));
  }
  for (const at of PAGES) {
    const took = [];
    await together(AT_ONCE, async () => {
      for (let n = 0; n < EACH; n++) took.push(await timed(at)());
    });
    const sorted = took.slice(AT_ONCE).toSorted((a, b) => a - b);
    const [p50, p99] = [percentile(sorted, 50), percentile(sorted, 99)];
    rows.push(
      ratioRow(`${at}, 16 de uma vez: p99 (ao lado: p50)`, { ours: p99, baseline: p50, ratio: p99 / p50 }, { most: 5 }),
    );
  }
  return rows;
}

/** Like `compare`, of what the functions say that they took. */
async function compareTimes(ours, baseline, { rounds = 60 } = {}) {
  const took = { ours: [], baseline: [] };
  for (let n = 0; n < rounds; n++) {
    took.baseline.push(await baseline());
    took.ours.push(await ours());
  }
  const middle = (numbers) => numbers.slice(10).toSorted((a, b) => a - b)[Math.floor((rounds - 10) / 2)];
  const [mine, theirs] = [middle(took.ours), middle(took.baseline)];
  return { ours: mine, baseline: theirs, ratio: mine / theirs };
}
