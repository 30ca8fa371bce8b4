import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { BackupError, fingerprint } from "@/db/backup/archive";
import { restoreBackup } from "@/db/backup/restore";
import { env } from "@/lib/server/env";

const { values, positionals } = parseArgs({ options: { substituir: { type: "boolean" } }, allowPositionals: true });
const [file] = positionals;

/** Puts the secret of the backup where the data folder keeps its own, if it does. */
function takeSecret(secret: string | undefined): boolean {
  const kept = path.join(env().DADOS, "segredo");
  if (!secret || !existsSync(kept) || readFileSync(kept, "utf8").trim() !== env().AUTH_SECRET) return false;
  writeFileSync(`${kept}.novo`, secret, { mode: 0o600 });
  renameSync(`${kept}.novo`, kept);
  return true;
}

async function restaurar(): Promise<string[]> {
  if (!file || positionals.length > 1) throw new BackupError("Diga qual backup: npm run restaurar -- ARQUIVO");
  if (!existsSync(file)) throw new BackupError(`Não encontro ${file}.`);
  const { DATABASE_URL, DATABASE_URL_DONO: dono = DATABASE_URL, AUTH_SECRET } = env();
  const { criadoEm, impressao, segredo } = await restoreBackup({ dono, file, replace: values.substituir ?? false });
  const said = [
    `Pronto: tudo está como em ${new Date(criadoEm).toLocaleString("pt-BR", { dateStyle: "short", timeStyle: "long" })}.`,
  ];
  if (impressao === fingerprint(AUTH_SECRET) || takeSecret(segredo)) return said;
  return [
    ...said,
    "O AUTH_SECRET não é o do backup: todos entram de novo, e os segredos do WhatsApp precisam ser digitados de novo.",
    "Se você ainda tem o antigo, ponha-o no lugar.",
  ];
}

try {
  process.stdout.write(`${(await restaurar()).join("\n")}\n`);
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
