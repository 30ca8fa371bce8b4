import path from "node:path";
import { borrowEnvironment } from "./launcher/borrow.mjs";
import { assertDemoAllowed, assertNotRunning } from "./launcher/data.mjs";
import { run } from "./launcher/command.mjs";
import { end, endWith, listenForEnd } from "./launcher/shutdown.mjs";
import { toolCommand } from "./launcher/tools.mjs";

const [name, ...args] = process.argv.slice(2);

/** npm calls us in the project's folder, but a file is named from where the person stands. */
const fromThere = (arg) => (arg.startsWith("-") ? arg : path.resolve(process.env.INIT_CWD ?? process.cwd(), arg));

listenForEnd();
try {
  if (name === "demo") assertDemoAllowed();
  if (name === "restaurar") assertNotRunning();
  const env = await borrowEnvironment();
  const given = name === "restaurar" ? args.map(fromThere) : args;
  // The person reads what the tool says; the log's lines are for the processes that stay.
  await end(await run(toolCommand(name, given), { env: { LOG_LEVEL: "warn", ...env } }));
} catch (error) {
  await endWith(error);
}
