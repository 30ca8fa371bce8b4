import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { UserError } from "./terminal.mjs";

const MEGABYTES_OF_LOG = 10;

const reasons = {
  EACCES: "sem permissão",
  EPERM: "sem permissão",
  EROFS: "o disco é só de leitura",
  ENOSPC: "o disco está cheio",
  ENOTDIR: "há um arquivo no caminho",
  EEXIST: "há um arquivo no caminho",
};

/**
 * Makes the data folder and its `log/`, and proves that it can be written to.
 * @throws {UserError}
 */
export function prepareFolder(data) {
  const log = path.join(data, "log");
  const probe = path.join(data, `.prova-${process.pid}`);
  try {
    mkdirSync(log, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
    // What root made in the folder of somebody else is closed to them afterwards.
    for (const folder of [data, log]) for (const name of readdirSync(folder)) checkAccess(path.join(folder, name));
    chmodSync(log, 0o700);
    // The database of root runs as another user, who must be able to pass through; what is secret has its own 0600.
    if (process.getuid?.() === 0) chmodSync(data, 0o711);
  } catch (error) {
    const reason = reasons[error.code] ?? error.message;
    throw new UserError(
      `Não consigo gravar em ${data}: ${reason}. Acerte as permissões da pasta ou escolha outra com DADOS=/caminho.`,
    );
  }
}

function checkAccess(place) {
  try {
    accessSync(place, constants.R_OK | constants.W_OK);
  } catch (error) {
    // Another start may have taken its own files away meanwhile.
    if (error.code !== "ENOENT") throw error;
  }
}

/** The path of a log file, after putting an oversized one aside. */
export function logFile(folder, name) {
  const file = path.join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > MEGABYTES_OF_LOG * 1024 * 1024) renameSync(file, `${file}.1`);
  return file;
}

/** Writes a file that only its owner reads, whole or not at all. */
export function writePrivate(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}

/** The secret that signs the sessions of this data folder, made at the first start. */
export function readOrMakeSecret(data) {
  const file = path.join(data, "segredo");
  if (!existsSync(file)) writePrivate(file, randomBytes(32).toString("base64url"));
  return readFileSync(file, "utf8").trim();
}

/** The JSON of a file; undefined when there is none or it was cut off. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
