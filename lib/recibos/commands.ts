import { agendamentos } from "@/db/schema";
import { command } from "@/lib/server/command";
import { updateSeen } from "@/lib/server/rows";
import { anotarNotaSchema } from "./schema";

/** Notes the number of the invoice that was issued elsewhere, for the receipt. */
export const anotarNota = command({
  act: "agendamento.anotar_nota",
  input: anotarNotaSchema,
  touches: ["agendamento"],
  execute: ({ tx, input: { id, versao, notaFiscal } }) => updateSeen(tx, agendamentos, { id, versao }, { notaFiscal }),
});
