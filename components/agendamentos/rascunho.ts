import { readDraft } from "@/components/ui/drafts";

/** Under which name a booking that is not sent yet is kept. */
export const RASCUNHO = "agendamento";

/** Whether this person was cut off while booking. */
export const temRascunho = (personId: number) => readDraft(personId, RASCUNHO) !== null;
