import { Badge } from "@/components/ui/badge";
import type { Item } from "@/lib/agenda/queries";
import { situacoes, type Situacao } from "@/lib/domain/agenda";

const tons: Record<Situacao, "neutral" | "success" | "warning" | "danger" | "info"> = {
  agendado: "info",
  confirmado: "success",
  concluido: "neutral",
  cancelado: "danger",
  faltou: "warning",
};

/** The situation in a word; while somebody waits, that they have come. */
export function SituacaoBadge({ item: { s, g } }: { item: Pick<Item, "s" | "g"> }) {
  const chegou = g && (s === "agendado" || s === "confirmado");
  return <Badge tone={chegou ? "brand" : tons[s]}>{chegou ? "Chegou" : situacoes[s]}</Badge>;
}
