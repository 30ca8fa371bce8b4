import { pathToFileURL } from "node:url";
import { begin, openDatabase, prepareProject } from "./begin.mjs";
import { forgetBuild } from "./build.mjs";
import { prepareData } from "./data.mjs";
import { childEnvironment } from "./environment.mjs";
import { serve } from "./serve.mjs";
import { PRELOAD, workerCommand } from "./services.mjs";
import { bundleTools, watchTools } from "./tools.mjs";
import { welcome } from "./welcome.mjs";

/** `npm run dev`: the same application from its sources, which follows every edit. */
export const dev = () =>
  begin(async (config) => {
    await prepareProject(config, { dev: true });
    forgetBuild();
    await bundleTools();
    const env = await prepareData(config, childEnvironment(config, await openDatabase(config)));
    const web = ["node_modules/next/dist/bin/next", "dev", "-p", env.PORT, "-H", env.HOSTNAME];
    const services = [
      { name: "O servidor web", command: [process.execPath, ...web] },
      { name: "O executor de tarefas", command: workerCommand() },
    ];
    const [, worker] = await serve(config, { ...env, NODE_ENV: "development", NODE_OPTIONS: preload(env) }, services);
    await watchTools(() => worker.restart());
    welcome(config, env);
  });

// Next serves from a process that it starts itself, which only NODE_OPTIONS reaches.
const preload = ({ NODE_OPTIONS = "" }) => `${NODE_OPTIONS} --import=${pathToFileURL(PRELOAD)}`.trim();
