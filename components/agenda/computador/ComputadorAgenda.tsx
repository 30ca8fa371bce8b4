"use client";

import { UserX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Visao } from "@/lib/domain/agenda";
import { useAgenda } from "../use-agenda";
import { Avisos } from "../Avisos";
import { Dia } from "./Dia";
import { Ferramentas } from "./Ferramentas";
import { Lista } from "./Lista";
import { Mes } from "./Mes";
import { Semana } from "./Semana";

const telas: Record<Visao, () => React.ReactNode> = { dia: Dia, semana: Semana, mes: Mes, lista: Lista };

/** The agenda from a tablet's width on. */
export default function ComputadorAgenda() {
  const { endereco, ausente, ir } = useAgenda();
  const Tela = telas[endereco.visao];
  return (
    <div data-wide className="grid grid-cols-1 gap-3">
      <Ferramentas />
      <Avisos />
      {ausente ? (
        <EmptyState
          icon={UserX}
          title="Nada aqui nestes dias"
          action={
            <Button variant="secondary" onClick={() => ir({ profissional: null })}>
              Ver toda a equipe
            </Button>
          }
        >
          O profissional escolhido não atende nem tem agendamentos neste período.
        </EmptyState>
      ) : (
        <Tela />
      )}
    </div>
  );
}
