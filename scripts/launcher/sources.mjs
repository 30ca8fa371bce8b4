import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "components", "db", "drizzle", "lib", "public", "scripts"];
const FILES = /^((proxy|instrumentation)\.ts|[\w.-]+\.config\.(ts|mjs)|tsconfig\.json|package(-lock)?\.json)$/;

/** A fingerprint of all that the build is made from; it changes when a file, or the Node that builds, does. */
export function sourcesHash(root) {
  const hash = createHash("sha256").update(process.version);
  const files = FOLDERS.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  files.push(...readdirSync(root).filter((name) => FILES.test(name)));
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}
