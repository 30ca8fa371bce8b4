import { setTimeout as sleep } from "node:timers/promises";
import { tail } from "./command.mjs";
import { isAlive } from "./process.mjs";
import { endWith, isEnding } from "./shutdown.mjs";
import { UserError, warn } from "./terminal.mjs";

const LOOK_MS = 250;
const WINDOW = 30_000;
/** How often in a row it may die by itself without ever having been well. */
const IN_VAIN = 3;
const PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
/** What lived for so long is well, where nobody can ask it. */
const WELL_AFTER = 5_000;

/**
 * Keeps a process running: starts it again whenever it dies, after a pause that grows with its latest deaths. It
 * gives up on everything when it dies again and again at its start, unless it was killed, which says nothing of its start.
 * @template {{ pid: number, killed?: Promise<boolean>, stop(): Promise<void> }} P
 * @param {{ name: string, log?: string, process: P, restart: () => P | Promise<P>, isWell?: () => Promise<boolean>,
 * onRestart?: () => void }} options `name`: with its article, for the sentences; `isWell`: asked until it says yes
 * @returns {{ pid(): number, stop(): Promise<void>, restart(): Promise<void> }} `restart`: a death that does not count
 */
export function supervise({ name, log, process, restart, isWell, onRestart = () => {} }) {
  let current = process;
  let changing = Promise.resolve();
  let wanted = false;
  let inVain = 0;
  const deaths = [];

  function replace() {
    changing = Promise.resolve(restart()).then((fresh) => void (current = fresh));
    return changing;
  }

  /** Until it dies or everything ends. @returns whether it was ever well */
  async function lives() {
    const born = performance.now();
    const asked = isWell ?? (async () => performance.now() - born >= WELL_AFTER);
    let well = false;
    while (!isEnding() && isAlive(current.pid)) {
      well ||= await asked();
      await sleep(LOOK_MS);
    }
    return well;
  }

  async function mourn(well) {
    inVain = well || (await current.killed) ? 0 : inVain + 1;
    if (inVain >= IN_VAIN) {
      const ending = log ? ` O motivo está em ${log}:\n${tail(log, 8)}` : "";
      throw new UserError(`${name} caiu ${IN_VAIN} vezes seguidas ao começar, e assim não dá para seguir.${ending}`);
    }
    deaths.push(performance.now());
    const recent = deaths.filter((at) => performance.now() - at < WINDOW).length;
    warn(`${name} caiu. Recomeçando…`);
    await sleep(Math.min(LONGEST_PAUSE_MS, PAUSE_MS * recent));
  }

  async function watch() {
    for (;;) {
      const well = await lives();
      if (!isEnding() && !wanted) await mourn(well);
      if (isEnding()) return;
      wanted = false;
      await replace();
      onRestart();
    }
  }

  watch().catch(endWith);
  return {
    pid: () => current.pid,
    async stop() {
      await changing.catch(() => {});
      await current.stop();
    },
    async restart() {
      wanted = true;
      await current.stop();
    },
  };
}
