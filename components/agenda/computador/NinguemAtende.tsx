import { CalendarOff } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

export function NinguemAtende() {
  return (
    <EmptyState icon={CalendarOff} title="Ninguém atende ainda">
      Cadastre funcionários e os serviços que cada um faz para abrir a agenda.
    </EmptyState>
  );
}
