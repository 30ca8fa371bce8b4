import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./config.mjs";

const ENTRIES = {
  migrar: "db/migrate.main.ts",
  demo: "scripts/demo.ts",
  worker: "lib/jobs/main.ts",
  backup: "scripts/backup.ts",
  restaurar: "scripts/restaurar.ts",
  verificar: "scripts/verificar.ts",
  "criar-master": "scripts/criar-master.ts",
  entender: "scripts/entender.ts",
};

/** TypeScript becomes `dist/<name>.mjs`; packages stay outside, in node_modules. */
const bundleOptions = (entryPoints = ENTRIES) => ({
  absWorkingDir: ROOT,
  entryPoints,
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
});

/** Bundles the tools; esbuild prints what it does not like. */
export async function bundleTools() {
  const { build } = await import("esbuild");
  await build(bundleOptions());
}

/** Bundles one tool for whoever runs it now; several may do so at once, and each finds a whole file. */
export async function bundleTool(name) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ ...bundleOptions({ [name]: ENTRIES[name] }), write: false });
  mkdirSync(path.join(ROOT, "dist"), { recursive: true });
  for (const { path: file, contents } of outputFiles) {
    const own = `${file}.${process.pid}`;
    writeFileSync(own, contents);
    renameSync(own, file);
  }
}

/** Bundles the tools again after every edit of their sources, and says so each time but the first. */
export async function watchTools(onChange) {
  const { context } = await import("esbuild");
  let first = true;
  const plugin = {
    name: "notice",
    setup(build) {
      build.onEnd(({ errors }) => {
        if (!first && errors.length === 0) onChange();
        first = false;
      });
    },
  };
  const watched = await context({ ...bundleOptions(), plugins: [plugin] });
  await watched.watch();
}

/** The command that runs a bundled tool. */
export const toolCommand = (name, args = [], nodeArgs = []) => [
  process.execPath,
  "--enable-source-maps",
  ...nodeArgs,
  `dist/${name}.mjs`,
  ...args,
];
