import { begin, openDatabase, prepareProject } from "./begin.mjs";
import { ensureBuild } from "./build.mjs";
import { prepareData } from "./data.mjs";
import { childEnvironment } from "./environment.mjs";
import { logFile } from "./folder.mjs";
import { freePort } from "./ports.mjs";
import { serve } from "./serve.mjs";
import { proxyCommand, webCommand, workerCommand } from "./services.mjs";
import { welcome } from "./welcome.mjs";

/** `npm start`: from whatever there is to a running application, or to one sentence that says why not. */
export const start = () =>
  begin(async (config) => {
    await prepareProject(config, { dev: false });
    await ensureBuild(logFile(config.log, "build"));
    const env = await prepareData(config, childEnvironment(config, await openDatabase(config)));
    const worker = { name: "O executor de tarefas", command: workerCommand(), log: logFile(config.log, "worker") };
    await serve(config, env, [...(await webServices(config, env)), worker]);
    welcome(config, env);
  });

/** One web process at the address, or several behind a proxy that listens there and that they believe. */
async function webServices({ address, log, webs }, env) {
  const web = { name: "O servidor web", command: webCommand(), log: logFile(log, "web") };
  if (webs === 1) return [{ ...web, address }];
  const ports = [];
  for (let n = 0; n < webs; n++) ports.push(await freePort());
  const CONFIA_PROXY = String((Number(env.CONFIA_PROXY) || 0) + 1);
  return [
    ...ports.map((port) => {
      const own = { PORT: String(port), HOSTNAME: "127.0.0.1", CONFIA_PROXY };
      return { ...web, env: own, address: `http://127.0.0.1:${port}` };
    }),
    { name: "O distribuidor", command: proxyCommand(ports), log: logFile(log, "distribuidor") },
  ];
}
