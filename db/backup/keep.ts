import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { dateOf } from "./archive";

const DAY = 86_400_000;

/**
 * Deletes the backups of a folder that are older than so many days, and drafts that a crash left. The newest backup stays,
 * however old it is, and so does everything that has another name.
 *
 * @returns the names that went
 */
export async function dropOldBackups(folder: string, days: number, now: Date): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const backups = names.filter(dateOf);
  const isOld = (at: Date | undefined, than: number) => at !== undefined && now.getTime() - at.getTime() > than * DAY;
  const drafts = names.filter((name) => {
    const [, of] = /^\.(hora-marcada-.+\.gz)\.\w+\.parcial$/.exec(name) ?? [];
    return of && isOld(dateOf(of), 1);
  });
  const gone = [...backups.slice(0, -1).filter((name) => isOld(dateOf(name), days)), ...drafts];
  for (const name of gone) await rm(path.join(folder, name), { force: true });
  return gone;
}
