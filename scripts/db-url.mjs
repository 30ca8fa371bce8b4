import { loadDotEnv, ROOT, readConfig } from "./launcher/config.mjs";
import { namedDatabase, openEmbedded } from "./launcher/database.mjs";
import { isInstalled } from "./launcher/install.mjs";
import { end, endWith } from "./launcher/shutdown.mjs";
import { print, UserError } from "./launcher/terminal.mjs";

const owner = process.argv.includes("--dono");

try {
  loadDotEnv();
  const config = readConfig(process.env, []);
  if (!config.external && !isInstalled(ROOT, { dev: false })) {
    throw new UserError("Ainda não há banco nesta pasta. Rode npm start primeiro.");
  }
  // One that is started here goes on running, since an address of nothing helps nobody; the next start adopts it.
  const { urlDono, urlApp } = config.external ? namedDatabase(process.env) : await openEmbedded({ dir: config.data });
  print(owner ? urlDono : urlApp);
  await end();
} catch (error) {
  await endWith(error);
}
