/**
 * What somebody has typed and not yet sent, kept in this browser over a reload, a lost signal or an ended session. Each
 * belongs to one person, so that whoever signs in next on the same device never sees it.
 */

const PREFIX = "rascunho:";
const TWELVE_HOURS = 12 * 60 * 60_000;

type Kept<T> = { at: number; value: T };

// Private windows may refuse the storage: then nothing is kept, and nothing breaks.
function storage<R>(act: (kept: Storage) => R): R | null {
  try {
    return act(window.localStorage);
  } catch {
    return null;
  }
}

const keyOf = (personId: number, name: string) => `${PREFIX}${personId}:${name}`;

/** @returns null: there is none, or it is older than twelve hours */
export function readDraft<T>(personId: number, name: string): T | null {
  return storage((kept) => {
    const found = JSON.parse(kept.getItem(keyOf(personId, name)) ?? "null") as Kept<T> | null;
    return found && Date.now() - found.at < TWELVE_HOURS ? found.value : null;
  });
}

export function keepDraft(personId: number, name: string, value: unknown) {
  storage((kept) => kept.setItem(keyOf(personId, name), JSON.stringify({ at: Date.now(), value })));
}

export function dropDraft(personId: number, name: string) {
  storage((kept) => kept.removeItem(keyOf(personId, name)));
}

/** On signing out: nobody's words stay on the device. */
export function dropAllDrafts() {
  storage((kept) => {
    for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
  });
}
