import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "./command.mjs";
import { requireInstalled } from "./install.mjs";
import { step, UserError } from "./terminal.mjs";

/** The first is Chromium without a window of its own, which does the same tests with a fifth less work. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium that starts on this machine; undefined when there is none. */
export function findBrowser(env = process.env) {
  const own = requireInstalled("@playwright/test").chromium.executablePath();
  return [env.CHROMIUM, ...PLACES, own].find((file) => file && existsSync(file) && starts(file));
}

/** A browser that is there but misses a library of the system does not even say its version. */
function starts(file) {
  try {
    execFileSync(file, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds a browser or gets one: Playwright's, else Debian's.
 * @param {string} log the file that takes the output of installers
 * @throws {UserError} when there is none to be had
 */
export async function ensureBrowser(log) {
  if (findBrowser()) return;
  await step("Instalar um navegador", async () => {
    await run([process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"], { log });
    if (!findBrowser() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      await run(["apt-get", "update"], { env, log });
      for (const name of ["chromium-headless-shell", "chromium"])
        if (!findBrowser()) await run(["apt-get", "install", "-y", "--no-install-recommends", name], { env, log });
    }
    if (!findBrowser()) {
      throw new UserError(
        "Os testes precisam de um Chromium, e não consegui instalar um. " +
          `Instale-o ou aponte CHROMIUM para ele, e rode npm test de novo. O motivo está em ${log}.`,
      );
    }
  });
}
