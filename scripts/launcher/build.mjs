import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run, tail } from "./command.mjs";
import { ROOT } from "./config.mjs";
import { withProjectLock } from "./lock.mjs";
import { sourcesHash } from "./sources.mjs";
import { step, UserError } from "./terminal.mjs";
import { bundleTools } from "./tools.mjs";

/** The folder of the web server that Next builds, the same that the container image runs. */
export const STANDALONE = path.join(ROOT, ".next/standalone");
/**
 * From it Next makes the names by which browsers call our actions. A key of its own for each build would cut off every tab
 * that was open during an update. It keeps no secret: what an action closes over would be encrypted, and ours close over
 * nothing (tests/architecture.test.ts).
 */
const ACTION_KEY = Buffer.from("hora-marcada, para toda a vida!!").toString("base64");
const stamp = path.join(ROOT, "dist/fontes");

/** Builds web and tools when there is no build or the sources changed since; `log` takes the output. */
export async function ensureBuild(log) {
  if (isFresh()) return;
  await step("Construir", () => withProjectLock(async () => isFresh() || build(log)));
}

/** Makes the next start build again, whatever is there. */
export const forgetBuild = () => rmSync(stamp, { force: true });

const isFresh = () =>
  existsSync(path.join(STANDALONE, "server.js")) &&
  existsSync(stamp) &&
  readFileSync(stamp, "utf8") === sourcesHash(ROOT);

/**
 * Builds web and tools, whatever was there before.
 * @param {string} [log] the file that takes the output; without it the terminal does
 * @throws {UserError}
 */
export async function build(log) {
  // Taken before the build: what is edited meanwhile makes the next start build again.
  const hash = sourcesHash(ROOT);
  forgetBuild();
  await bundleTools().catch((error) => failed(error.message));
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTION_KEY,
  };
  const code = await run([process.execPath, "node_modules/next/dist/bin/next", "build"], { env, log });
  if (code !== 0) failed(log ? `${tail(log)}\n\nTudo está em ${log}.` : "O motivo está acima.");
  completeStandalone();
  writeFileSync(stamp, hash);
}

function failed(reason) {
  throw new UserError(`A construção falhou, e sem ela não há o que abrir. ${reason}`);
}

function completeStandalone() {
  cpSync(path.join(ROOT, ".next/static"), path.join(STANDALONE, ".next/static"), { recursive: true });
  const assets = path.join(ROOT, "public");
  if (existsSync(assets)) cpSync(assets, path.join(STANDALONE, "public"), { recursive: true });
  // Next copies `.env` beside the server, where an old value would outlive the file that it came from.
  for (const name of readdirSync(STANDALONE)) if (name.startsWith(".env")) rmSync(path.join(STANDALONE, name));
}
