import "./launcher/node-version.mjs";

// Only what was understood goes to standard output, so that it can be piped.
process.stdout.write = process.stderr.write.bind(process.stderr);

const { run } = await import("./launcher/command.mjs");
const { loadDotEnv, readConfig } = await import("./launcher/config.mjs");
const { logFile } = await import("./launcher/folder.mjs");
const { install } = await import("./launcher/install.mjs");
const { end, endWith, listenForEnd } = await import("./launcher/shutdown.mjs");
const { bundleTool, toolCommand } = await import("./launcher/tools.mjs");

listenForEnd();
try {
  loadDotEnv();
  await install({ dev: false, log: logFile(readConfig(process.env, []).log, "install") });
  await bundleTool("entender");
  await end(await run(toolCommand("entender", process.argv.slice(2))));
} catch (error) {
  await endWith(error);
}
