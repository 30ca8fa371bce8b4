import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { run } from "./command.mjs";
import { ROOT } from "./config.mjs";
import { readJson } from "./folder.mjs";
import { withProjectLock } from "./lock.mjs";
import { step, UserError } from "./terminal.mjs";

/**
 * Does node_modules hold what package-lock.json says? npm notes what it installed in a lock file of its own.
 * @param {string} folder
 * @param {{ dev: boolean }} options `dev`: also what only development and tests need
 */
export function isInstalled(folder, { dev }) {
  const wanted = readJson(path.join(folder, "package-lock.json"))?.packages;
  const found = readJson(path.join(folder, "node_modules/.package-lock.json"))?.packages;
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([place, { version, ...entry }]) => {
    if (place === "" || (entry.dev && !dev)) return true;
    if (!found[place]) return entry.optional || entry.devOptional;
    return found[place].version === version && existsSync(path.join(folder, place));
  });
}

/**
 * Installs the dependencies when they are missing or old.
 * @param {{ dev: boolean, log: string }} options
 * @throws {UserError}
 */
export async function install({ dev, log }) {
  if (isInstalled(ROOT, { dev })) return;
  await step("Instalar as dependências", () => withProjectLock(() => installNow({ dev, log })));
}

async function installNow({ dev, log }) {
  if (isInstalled(ROOT, { dev })) return;
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const kinds = dev ? ["--include=dev"] : ["--omit=dev"];
  const code = await run([...npm, "ci", ...kinds], { log }).catch(() => 127);
  if (code === 0) return;
  rmSync(path.join(ROOT, "node_modules/.package-lock.json"), { force: true });
  throw new UserError(
    code === 127
      ? "Não encontrei o npm, que vem com o Node. Instale o Node de https://nodejs.org e tente de novo."
      : `Não consegui instalar as dependências. Confira a internet e o espaço em disco; o motivo está em ${log}.`,
  );
}

/** Loads an installed package; not before `install` is done. */
export const requireInstalled = createRequire(path.join(ROOT, "package.json"));
