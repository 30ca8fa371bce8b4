/** The middle one of some numbers. */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function mean(run, times) {
  const started = performance.now();
  for (let i = 0; i < times; i++) await run();
  return (performance.now() - started) / times;
}

/** The same so many times at once. */
export const together = (many, run) => Promise.all(Array.from({ length: many }, () => run()));

/**
 * Two ways to the same thing, in turns, so that a busy moment meets both.
 *
 * @param {() => Promise<unknown>} ours
 * @param {() => Promise<unknown>} baseline
 * @param {{ rounds?: number, times?: number }} [options] `times`: how often each runs in a round
 * @returns medians of the rounds: milliseconds of each, and how many times the baseline ours takes
 */
export async function compare(ours, baseline, { rounds = 9, times = 10 } = {}) {
  const measured = [];
  for (let round = 0; round <= rounds; round++)
    measured.push({ baseline: await mean(baseline, times), ours: await mean(ours, times) });
  // The first round fills caches.
  const kept = measured.slice(1);
  return {
    ours: median(kept.map((one) => one.ours)),
    baseline: median(kept.map((one) => one.baseline)),
    ratio: median(kept.map((one) => one.ours / one.baseline)),
  };
}

/** A row that only tells something. */
export const note = (what, number) => ({
  what,
  measured: number.toLocaleString("pt-BR"),
  baseline: "",
  goal: "",
  met: true,
});

const milliseconds = (number) => `${number.toFixed(number < 10 ? 2 : 1)} ms`;

/**
 * A row of the report about what `compare` gave.
 * @param {{ most?: number, within?: number }} goal `most`: times the baseline; `within`: milliseconds
 */
export function ratioRow(what, { ours, baseline, ratio }, { most = Infinity, within = Infinity }) {
  const goals = [];
  if (most < Infinity) goals.push(`${ratio.toFixed(2)} ≤ ${Number(most.toFixed(2))} ×`);
  if (within < Infinity) goals.push(`≤ ${within} ms`);
  return {
    what,
    measured: milliseconds(ours),
    baseline: milliseconds(baseline),
    goal: goals.join(", "),
    met: ratio <= most && ours <= within,
  };
}
