/** An error whose message is written for the person at the terminal: what happened, why, what to do. */
export class UserError extends Error {}

// A closed terminal (SIGHUP, a pipe to `head`) must not stop the shutdown half-way.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

const numberFormat = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 1 });
const animated = process.stdout.isTTY && process.env.TERM !== "dumb";

export const print = (text = "") => process.stdout.write(`${text}\n`);
export const warn = (text) => process.stderr.write(`! ${text}\n`);
export const fail = (text) => process.stderr.write(`✗ ${text}\n`);

/**
 * Shows a line while `work` runs and its seconds when done. Whatever `work` throws passes through.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now();
  const seconds = () => numberFormat.format((performance.now() - startedAt) / 1000);
  const show = (mark, ending) => process.stdout.write(`${animated ? "\r\x1b[2K" : ""}${mark} ${title}${ending}`);

  show("…", animated ? "" : "\n");
  const ticking =
    animated && setInterval(() => show("…", ` ${Math.round((performance.now() - startedAt) / 1000)} s`), 1000);
  try {
    const result = await work();
    show("✓", ` (${seconds()} s)\n`);
    return result;
  } catch (error) {
    show("✗", ` (${seconds()} s)\n`);
    throw error;
  } finally {
    if (ticking) clearInterval(ticking);
  }
}
