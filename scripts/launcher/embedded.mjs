import path from "node:path";
import { openEmbedded } from "./database.mjs";
import { atEnd } from "./shutdown.mjs";
import { supervise } from "./supervisor.mjs";
import { step, UserError } from "./terminal.mjs";

/**
 * The embedded database for as long as the launcher runs: watched while it does, stopped with it.
 * @param {import("./config.mjs").Config} config
 */
export async function keepEmbedded({ data, log }) {
  const database = await step("Ligar o banco", () => openEmbedded({ dir: data }));
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
  atEnd(() => keeper.stop());
  return database;
}
