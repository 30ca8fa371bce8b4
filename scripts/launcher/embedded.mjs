import path from "node:path";
import { openEmbedded } from "./database.mjs";
import { atEnd, end, isEnding } from "./shutdown.mjs";
import { supervise } from "./supervisor.mjs";
import { step, UserError } from "./terminal.mjs";

/**
 * Opens the embedded database. An end that comes in the middle waits for it, so that neither a server nor half a cluster
 * stays behind.
 * @param {string} data
 * @param {(server: import("./database.mjs").Database["server"]) => unknown} close what the end does with the server
 */
export async function openUntilEnd(data, close) {
  const opening = openEmbedded({ dir: data });
  atEnd(async () => {
    const database = await opening.catch(() => {});
    if (database) await close(database.server);
  });
  const database = await opening;
  // What would come next must not begin any more.
  if (isEnding()) await end();
  return database;
}

/**
 * The embedded database for as long as the launcher runs: watched while it does, stopped with it.
 * @param {import("./config.mjs").Config} config
 */
export async function keepEmbedded({ data, log }) {
  let close = (server) => server.stop();
  const database = await step("Ligar o banco", () => openUntilEnd(data, (server) => close(server)));
  const keeper = supervise({
    name: "O banco",
    log: path.join(log, "postgres.log"),
    process: database.server,
    async restart() {
      const { server } = await openEmbedded({ dir: data });
      if (server.port === database.server.port) return server;
      await server.stop();
      throw new UserError("Outro programa tomou a porta do banco. Comece de novo: npm start.");
    },
  });
  // Another server may run by the time of the end.
  close = () => keeper.stop();
  return database;
}
