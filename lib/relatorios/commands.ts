import { recordAct } from "@/lib/server/audit";
import { command } from "@/lib/server/command";
import { exportarRelatorioSchema } from "./schema";

/** Remembers that somebody took a report out of the house, and which. */
export const exportarRelatorio = command({
  act: "relatorio.exportar",
  input: exportarRelatorioSchema,
  async execute({ tx, input: { formato, relatorio: _, ...detalhes } }) {
    await recordAct(tx, "relatorio.exportar", { detalhes: { formato: formato.toUpperCase(), ...detalhes } });
    return {};
  },
});
