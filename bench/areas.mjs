import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "../scripts/launcher/config.mjs";

let times = 0;

/** The product's code on a database, in this process; each time anew, since it reads its environment once. */
export async function openAreas({ urlApp }) {
  const outfile = path.join(ROOT, "dist/bench.mjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["bench/areas.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  const own = { DATABASE_URL: urlApp, AUTH_SECRET: "x".repeat(32), LOG_LEVEL: "silent" };
  const before = Object.keys(own).map((name) => [name, process.env[name]]);
  Object.assign(process.env, own);
  try {
    return await import(`${pathToFileURL(outfile).href}?${++times}`);
  } finally {
    // The companies that are opened from now on have an environment of their own.
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
