import { run, tail } from "./command.mjs";
import { isLoopback, loadDotEnv, readConfig } from "./config.mjs";
import { logFile } from "./folder.mjs";
import { runningLauncher } from "./state.mjs";
import { step, UserError } from "./terminal.mjs";
import { toolCommand } from "./tools.mjs";

const NO_DEMO = 3;

/**
 * Brings the database to where the application can use it, and gives the environment that goes with what is in it.
 * @param {import("./config.mjs").Config} config
 * @param {Record<string, string | undefined>} env
 * @throws {UserError} also when the demo's passwords are in force and others could reach the server
 */
export async function prepareData(config, env) {
  await migrate(config, env);
  if (config.external) return env;
  const demo = (...args) => runTool("demo", [...args, "--em-vigor"], config, env, [0, NO_DEMO]);
  const code = config.empty ? await demo() : await step("Preparar a empresa de demonstração", () => demo("--se-vazio"));
  if (code === NO_DEMO) return env;
  if (isLoopback(config.host)) return { ...env, DEMONSTRACAO: "1" };
  throw new UserError(
    `As senhas da demonstração são públicas, e HOST=${config.host} abriria esta máquina a outros. ` +
      "Deixe HOST de fora, ou comece sem a demonstração: DADOS=.minha-empresa npm start -- --vazio",
  );
}

/**
 * The demo's passwords are public: it is for our own database, while no server that others could reach is open on it.
 * @throws {UserError}
 */
export function assertDemoAllowed() {
  loadDotEnv();
  const { external, data } = readConfig(process.env, []);
  if (external) {
    throw new UserError(
      "As senhas da demonstração são públicas: ela não entra no banco de DATABASE_URL. Tire a variável.",
    );
  }
  const host = runningLauncher(data)?.host;
  if (host && !isLoopback(host)) {
    throw new UserError(
      `As senhas da demonstração são públicas, e a Hora Marcada está aberta em HOST=${host}. Encerre-a.`,
    );
  }
}

/**
 * A restored company has other sessions and another secret than the processes that run.
 * @throws {UserError}
 */
export function assertNotRunning() {
  loadDotEnv();
  const { external, data } = readConfig(process.env, []);
  const pid = !external && runningLauncher(data)?.pid;
  if (pid)
    throw new UserError(`A Hora Marcada está aberta em ${data} (processo ${pid}). Encerre-a antes de restaurar.`);
}

/** Brings the schema to the version of the code. Safe to be run by many at once. */
export const migrate = (config, env) => step("Preparar o banco", () => runTool("migrar", [], config, env));

async function runTool(name, args, config, env, accepted = [0]) {
  const log = logFile(config.log, name);
  const code = await run(toolCommand(name, args), { env, log });
  if (accepted.includes(code)) return code;
  throw new UserError(`Não consegui preparar os dados. Tudo está em ${log}, que termina assim:\n${tail(log, 1)}`);
}
