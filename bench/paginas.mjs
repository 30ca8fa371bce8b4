import { GRANDE } from "./company.mjs";
import { percentile } from "./day.mjs";
import { compare, median, ratioRow, together } from "./measure.mjs";

const PAGES = ["/inicio", "/agenda", "/clientes"];
const ROUNDS = 60;
const AT_ONCE = 16;
const EACH = 60;

/** The first byte of the screens that are opened most, the whole of the first one, and how evenly sixteen get them. */
export async function paginas({ company }) {
  const { url, headers, get } = await company(GRANDE);
  /** Milliseconds to the first byte; the rest is read before the next is asked for. */
  const timed = async (at) => {
    const from = performance.now();
    const response = await fetch(url + at, { headers, redirect: "manual" });
    const reader = response.body.getReader();
    await reader.read();
    const answered = performance.now();
    while (!(await reader.read()).done);
    if (response.status !== 200) throw new Error(`${at} answered ${response.status}`);
    return answered - from;
  };
  const empty = "/api/busca?q=";
  const rows = [];
  for (const at of PAGES)
    rows.push(
      ratioRow(
        `${at}: primeiro byte (ao lado: rota vazia)`,
        await inTurns(
          () => timed(at),
          () => timed(empty),
        ),
        { most: 3 },
      ),
    );
  const whole = await compare(
    () => get("/inicio"),
    () => get(empty),
  );
  rows.push(ratioRow("/inicio: a tela inteira (ao lado: rota vazia)", whole, { most: 8 }));
  for (const at of PAGES) {
    const took = [];
    await together(AT_ONCE, async () => {
      for (let n = 0; n < EACH; n++) took.push(await timed(at));
    });
    const sorted = took.slice(AT_ONCE * 5).toSorted((a, b) => a - b);
    const [p50, p99] = [percentile(sorted, 50), percentile(sorted, 99)];
    rows.push(
      ratioRow(`${at}, 16 de uma vez: p99 (ao lado: p50)`, { ours: p99, baseline: p50, ratio: p99 / p50 }, { most: 5 }),
    );
  }
  return rows;
}

/** Like `compare`, of what the functions say that they took. */
async function inTurns(ours, baseline) {
  const took = [];
  for (let n = 0; n < ROUNDS; n++) took.push({ baseline: await baseline(), ours: await ours() });
  // The first ones fill caches.
  const of = (one) => median(took.slice(10).map((both) => both[one]));
  return { ours: of("ours"), baseline: of("baseline"), ratio: of("ours") / of("baseline") };
}
