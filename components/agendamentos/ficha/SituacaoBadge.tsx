import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import { situacoes, type Situacao } from "@/lib/domain/agenda";

const tons: Record<Situacao, ComponentProps<typeof Badge>["tone"]> = {
  agendado: "info",
  confirmado: "brand",
  concluido: "success",
  cancelado: "neutral",
  faltou: "danger",
};

export const SituacaoBadge = ({ situacao }: { situacao: Situacao }) => (
  <Badge tone={tons[situacao]}>{situacoes[situacao]}</Badge>
);
