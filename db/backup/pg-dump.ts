import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { BackupError } from "./archive";

/** Whether the `pg_dump` of this machine is of the server's major version: another one refuses, or writes for another. */
export async function hasPgDump(major: number): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)("pg_dump", ["--version"]);
    return Number(/\) (\d+)/.exec(stdout)?.[1]) === major;
  } catch {
    return false;
  }
}

/** The same address without its password, which a process list would show, and the password for the environment. */
function withoutPassword(dono: string) {
  const url = new URL(dono);
  const PGPASSWORD = decodeURIComponent(url.password);
  url.password = "";
  return { address: url.href, env: { ...process.env, ...(PGPASSWORD && { PGPASSWORD }) } };
}

/** The data as `pg_dump` writes them, of the same instant as an exported snapshot. */
export async function* pgDump(dono: string, snapshot: string): AsyncGenerator<Buffer> {
  const { address, env } = withoutPassword(dono);
  const args = ["--data-only", "--no-owner", "--schema=public", "--schema=graphile_worker"];
  const own = ["--exclude-table=graphile_worker.migrations", `--snapshot=${snapshot}`, `--dbname=${address}`];
  const child = spawn("pg_dump", [...args, ...own], { env, stdio: ["ignore", "pipe", "pipe"] });
  const exit = once(child, "close");
  let said = "";
  child.stderr.on("data", (text) => (said = `${said}${text}`.slice(-500)));
  try {
    yield* child.stdout as AsyncIterable<Buffer>;
  } finally {
    child.kill();
  }
  const [code] = await exit;
  if (code !== 0) throw new BackupError(`O pg_dump não terminou: ${said.trim()}`);
}
