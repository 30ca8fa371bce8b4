import type { AssistenteVisto } from "@/lib/assistente/queries";

/** A secret as it may be shown: "•••• 1a2b". */
export const escreverSegredo = ({ final }: { final: string }) => (final ? `•••• ${final}` : "••••");

/** A secret in the list of the settings: whether it is there, where it comes from, whether it still opens. */
export function situacaoDoSegredo(visto: AssistenteVisto["ligacao"]["token"]): string {
  if (!visto) return "falta";
  if (visto.perdido) return "precisa ser informado de novo";
  return visto.doAmbiente ? `${escreverSegredo(visto)} (do ambiente)` : escreverSegredo(visto);
}
