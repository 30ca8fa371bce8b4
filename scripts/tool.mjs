import { borrowEnvironment } from "./launcher/borrow.mjs";
import { assertDemoAllowed } from "./launcher/data.mjs";
import { run } from "./launcher/command.mjs";
import { end, endWith, listenForEnd } from "./launcher/shutdown.mjs";
import { toolCommand } from "./launcher/tools.mjs";

const [name, ...args] = process.argv.slice(2);

listenForEnd();
try {
  if (name === "demo") assertDemoAllowed();
  const env = await borrowEnvironment();
  // The person reads what the tool says; the log's lines are for the processes that stay.
  await end(await run(toolCommand(name, args), { env: { LOG_LEVEL: "warn", ...env } }));
} catch (error) {
  await endWith(error);
}
