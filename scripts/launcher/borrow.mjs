import { ensureBuild } from "./build.mjs";
import { loadDotEnv, readConfig } from "./config.mjs";
import { migrate } from "./data.mjs";
import { checkSignIn, namedDatabase } from "./database.mjs";
import { openUntilEnd } from "./embedded.mjs";
import { childEnvironment } from "./environment.mjs";
import { logFile, prepareFolder } from "./folder.mjs";
import { install } from "./install.mjs";
import { runningLauncher } from "./state.mjs";

/**
 * The environment for a tool beside `npm start`, or without one: what is missing is installed, built, started and
 * migrated, and a database that was started only for the tool stops when the tool ends.
 */
export async function borrowEnvironment() {
  loadDotEnv();
  const config = readConfig(process.env, []);
  prepareFolder(config.data);
  await install({ dev: false, log: logFile(config.log, "install") });
  // A build would replace the files that a running server still loads from.
  const serving = Boolean(runningLauncher(config.data));
  if (!serving) await ensureBuild(logFile(config.log, "build"));
  const env = childEnvironment(config, config.external ? await checkedDatabase() : await borrowDatabase(config));
  if (!serving) await migrate(config, env);
  return env;
}

async function checkedDatabase() {
  await checkSignIn(process.env);
  return namedDatabase(process.env);
}

/** One that somebody else runs, or has taken over by then, goes on. */
const borrowDatabase = ({ data }) =>
  openUntilEnd(data, (server) => server.adopted || runningLauncher(data) || server.stop());
