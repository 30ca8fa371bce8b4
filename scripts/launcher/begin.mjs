import { loadDotEnv, readConfig } from "./config.mjs";
import { checkEnvironment, checkSignIn, namedDatabase } from "./database.mjs";
import { keepEmbedded } from "./embedded.mjs";
import { logFile, prepareFolder } from "./folder.mjs";
import { install } from "./install.mjs";
import { checkAddress } from "./ports.mjs";
import { end, endWith, listenForEnd } from "./shutdown.mjs";
import { becomeTheOne } from "./state.mjs";
import { print } from "./terminal.mjs";

/**
 * What every launcher does first: it listens for its end, is the only one in its data folder, and knows before any long
 * step that nothing is in the way. Then `open` runs; its errors end everything with a sentence.
 * @param {(config: import("./config.mjs").Config) => Promise<void>} open
 */
export async function begin(open) {
  listenForEnd();
  try {
    loadDotEnv();
    const config = readConfig();
    prepareFolder(config.data);
    const elsewhere = await becomeTheOne(config.data);
    if (elsewhere) {
      print(`A Hora Marcada já está aberta em ${elsewhere}`);
      return await end();
    }
    await checkAddress(config.host, config.port);
    await checkEnvironment(process.env);
    await open(config);
  } catch (error) {
    await endWith(error);
  }
}

/** Installs what is missing, and then finds out whether the database that the environment names lets us in. */
export async function prepareProject(config, { dev }) {
  await install({ dev, log: logFile(config.log, "install") });
  if (config.external) await checkSignIn(process.env);
}

/** The database that the environment names, or the embedded one for as long as the launcher runs. */
export const openDatabase = (config) => (config.external ? namedDatabase(process.env) : keepEmbedded(config));
