import { BackupError } from "@/db/backup/archive";
import { closePools } from "@/db/client";
import { fazerBackup } from "@/lib/jobs/backup";

try {
  const { file, bytes } = await fazerBackup();
  process.stdout.write(`Pronto: ${file} (${(bytes / 1_048_576).toFixed(1).replace(".", ",")} MB).\n`);
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await closePools();
}
