import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { dropOldBackups } from "@/db/backup/keep";
import { writeBackup } from "@/db/backup/write";
import { sistema } from "@/lib/server/actor";
import { env } from "@/lib/server/env";
import { registrarBackup } from "@/lib/sistema/commands";
import { version as versao } from "@/package.json";

/** Whether the data folder keeps the secret, which then has to be in a backup of it. */
function isKeptHere(secret: string): boolean {
  const file = path.join(env().DADOS, "segredo");
  return existsSync(file) && readFileSync(file, "utf8").trim() === secret;
}

/**
 * Writes a backup, remembers it in the trail, and lets the old ones go.
 *
 * @throws BackupError when it cannot be written
 */
export async function fazerBackup(now = new Date()) {
  const { DATABASE_URL, DATABASE_URL_DONO: dono = DATABASE_URL, AUTH_SECRET: secret } = env();
  const { DADOS, BACKUP_PASTA: folder = path.join(DADOS, "backups"), BACKUP_DIAS } = env();
  const feito = await writeBackup({ dono, folder, secret, keepSecret: isKeptHere(secret), now, versao });
  await registrarBackup({ actor: sistema }, { arquivo: path.basename(feito.file), bytes: feito.bytes, com: feito.com });
  await dropOldBackups(folder, BACKUP_DIAS, now);
  return feito;
}
