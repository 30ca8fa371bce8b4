import { begin, openDatabase, prepareProject } from "./begin.mjs";
import { ensureBuild } from "./build.mjs";
import { prepareData } from "./data.mjs";
import { childEnvironment } from "./environment.mjs";
import { logFile } from "./folder.mjs";
import { serve } from "./serve.mjs";
import { webCommand, workerCommand } from "./services.mjs";
import { welcome } from "./welcome.mjs";

/** `npm start`: from whatever there is to a running application, or to one sentence that says why not. */
export const start = () =>
  begin(async (config) => {
    await prepareProject(config, { dev: false });
    await ensureBuild(logFile(config.log, "build"));
    const env = await prepareData(config, childEnvironment(config, await openDatabase(config)));
    const services = [
      { name: "O servidor web", command: webCommand(), log: logFile(config.log, "web") },
      { name: "O executor de tarefas", command: workerCommand(), log: logFile(config.log, "worker") },
    ];
    await serve(config, env, services);
    welcome(config, env);
  });
