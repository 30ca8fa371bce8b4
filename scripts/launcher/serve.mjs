import { waitUntil } from "./process.mjs";
import { isReady, startService } from "./services.mjs";
import { atEnd } from "./shutdown.mjs";
import { noteState } from "./state.mjs";
import { supervise } from "./supervisor.mjs";
import { step, UserError } from "./terminal.mjs";

const PATIENCE = 60_000;

/**
 * Starts the services, watches over them, and comes back when the application answers.
 * @param {import("./config.mjs").Config} config
 * @param {Record<string, string | undefined>} env
 * @param {{ name: string, command: string[], log?: string, env?: Record<string, string>, address?: string }[]}
 * services `log`: file that takes the output; without it the terminal does; `env`: what one of them is told besides;
 * `address`: where it says that it is ready
 * @returns {Promise<ReturnType<typeof supervise>[]>} their keepers, in the same order
 * @throws {UserError} when it never answers
 */
export function serve(config, env, services) {
  return step("Abrir a aplicação", async () => {
    let ready = false;
    const note = () =>
      noteState(config.data, {
        address: ready ? config.address : undefined,
        host: config.host,
        children: keepers.map((keeper) => keeper.pid()),
      });
    const keepers = services.map(({ name, command, log, env: own, address: place }) => {
      const startOne = () => startService(command, { env: { ...env, ...own }, log });
      const isWell = place && (() => isReady(place));
      return supervise({ name, log, process: startOne(), restart: startOne, isWell, onRestart: note });
    });
    atEnd(() => Promise.all(keepers.map((keeper) => keeper.stop())));
    note();
    if (!(await waitUntil(() => isReady(config.address), PATIENCE))) {
      throw new UserError(`A aplicação não respondeu em ${PATIENCE / 1000} segundos. O motivo está em ${config.log}.`);
    }
    ready = true;
    note();
    return keepers;
  });
}
