import { existsSync } from "node:fs";
import path from "node:path";
import { loadEnvFile } from "node:process";
import { fileURLToPath } from "node:url";
import { UserError } from "./terminal.mjs";

/** The project's folder, without a slash at the end. */
export const ROOT = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** Reads `.env` of the project, if there is one; what the environment already says wins. */
export function loadDotEnv(folder = ROOT) {
  const file = path.join(folder, ".env");
  if (existsSync(file)) loadEnvFile(file);
}

/**
 * What the person asked for, from the environment and the command line.
 * @param {Record<string, string | undefined>} env
 * @param {string[]} args
 * @throws {UserError} for a value that makes no sense
 */
export function readConfig(env = process.env, args = process.argv.slice(2)) {
  const { empty, webs } = readOptions(args);

  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(`PORT=${env.PORT} não é uma porta. Use um número de 1 a 65535.`);
  }
  const host = env.HOST || "127.0.0.1";
  const data = path.resolve(ROOT, env.DADOS || ".data");
  return {
    port,
    host,
    data,
    log: path.join(data, "log"),
    empty,
    webs,
    external: Boolean(env.DATABASE_URL),
    address: addressOf(host, port),
  };
}

/** `--vazio`, and `--processos N`: how many web processes share the requests. */
function readOptions(args) {
  const [empty, rest] = [args.includes("--vazio"), args.filter((arg) => arg !== "--vazio")];
  const [name, number, ...more] = rest;
  if (name === undefined) return { empty, webs: 1 };
  if (name !== "--processos" || more.length > 0) {
    throw new UserError(
      `Não conheço a opção ${more[0] ?? name}. As que existem aqui são --vazio e --processos, com um número.`,
    );
  }
  const webs = Number(number);
  if (!Number.isInteger(webs) || webs < 1 || webs > 16) {
    throw new UserError(`--processos ${number ?? ""} não é um número de processos. Use um número de 1 a 16.`);
  }
  return { empty, webs };
}

/** @typedef {ReturnType<typeof readConfig>} Config */

const EVERYWHERE = new Set(["0.0.0.0", "::", "*"]);

/** Is only this machine able to reach the host? */
export const isLoopback = (host) => host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Where a browser on this machine finds a server that listens on the host. */
export function addressOf(host, port) {
  const name = EVERYWHERE.has(host) ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
