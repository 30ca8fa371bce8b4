import "./launcher/node-version.mjs";

// Only what was understood goes to standard output, so that it can be piped.
const { run } = await import("./launcher/command.mjs");
const { install } = await import("./launcher/install.mjs");
const { end, endWith, listenForEnd } = await import("./launcher/shutdown.mjs");
const { bundleTools, toolCommand } = await import("./launcher/tools.mjs");

listenForEnd();
try {
  await install({ dev: false });
  await bundleTools(["entender"]);
  await end(await run(toolCommand("entender", process.argv.slice(2))));
} catch (error) {
  await endWith(error);
}
