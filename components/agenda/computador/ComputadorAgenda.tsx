"use client";

import { Notice } from "@/components/ui/notice";
import { Button } from "@/components/ui/button";
import type { Visao } from "@/lib/domain/agenda";
import { useAgenda } from "../use-agenda";
import { Avisos } from "./Avisos";
import { Dia } from "./Dia";
import { Ferramentas } from "./Ferramentas";
import { Lista } from "./Lista";
import { Mes } from "./Mes";
import { Semana } from "./Semana";

const telas: Record<Visao, () => React.ReactNode> = { dia: Dia, semana: Semana, mes: Mes, lista: Lista };

/** The agenda from a tablet's width on. */
export default function ComputadorAgenda() {
  const { endereco, falha, recarregar } = useAgenda();
  const Tela = telas[endereco.visao];
  return (
    <div data-wide className="grid grid-cols-1 gap-3">
      <Ferramentas />
      <Avisos />
      {falha && (
        <Notice
          tone="danger"
          actions={
            <Button variant="secondary" size="sm" onClick={() => void recarregar()}>
              Tentar de novo
            </Button>
          }
        >
          A agenda pode estar desatualizada. {falha.message}
        </Notice>
      )}
      <Tela />
    </div>
  );
}
