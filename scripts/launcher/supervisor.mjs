import { setTimeout as sleep } from "node:timers/promises";
import { tail } from "./command.mjs";
import { isAlive, waitUntil } from "./process.mjs";
import { endWith, isEnding } from "./shutdown.mjs";
import { UserError, warn } from "./terminal.mjs";

const WINDOW = 30_000;
const DEATHS = 3;
const HOUR = 3_600_000;

/**
 * Keeps a process running: starts it again when it dies, and gives up on everything when it dies too often.
 * @template {{ pid: number, stop(): Promise<void> }} P
 * @param {{ name: string, log?: string, process: P, restart: () => P | Promise<P>, onRestart?: () => void }} options
 * `name`: with its article, for the sentences
 * @returns {{ pid(): number, stop(): Promise<void>, restart(): Promise<void> }} `restart`: a death that does not count
 */
export function supervise({ name, log, process, restart, onRestart = () => {} }) {
  let current = process;
  let changing = Promise.resolve();
  let wanted = false;
  const deaths = [];

  function replace() {
    changing = Promise.resolve(restart()).then((fresh) => void (current = fresh));
    return changing;
  }

  async function mourn() {
    deaths.push(performance.now());
    const recent = deaths.filter((at) => performance.now() - at < WINDOW).length;
    if (recent >= DEATHS) {
      const ending = log ? ` O motivo está em ${log}:\n${tail(log, 8)}` : "";
      const times = `${DEATHS} vezes em ${WINDOW / 1000} segundos`;
      throw new UserError(`${name} caiu ${times}, e assim não dá para seguir.${ending}`);
    }
    warn(`${name} caiu. Recomeçando…`);
    await sleep(500 * recent);
  }

  async function watch() {
    for (;;) {
      while (!(await waitUntil(() => isEnding() || !isAlive(current.pid), HOUR, 250)));
      if (!isEnding() && !wanted) await mourn();
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
