"use client";

import { useState } from "react";
import { ChangeButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Horarios } from "@/lib/configuracoes/queries";
import { ExpedienteSheet } from "./ExpedienteSheet";
import { SemanaResumo } from "./SemanaResumo";

type ExpedienteEmpresaCardProps = { expediente: Horarios["empresa"]; aberto: boolean };

/** When the company is open. `aberto`: its hours are being changed at once. */
export function ExpedienteEmpresaCard({ expediente, aberto }: ExpedienteEmpresaCardProps) {
  const [mudando, setMudando] = useState(aberto);
  return (
    <Card
      title="Horário da empresa"
      hint="Vale para toda a equipe, menos para quem tem horário próprio."
      actions={<ChangeButton what="o horário da empresa" onClick={() => setMudando(true)} />}
    >
      <SemanaResumo semana={expediente.semana} />
      {mudando && (
        <ExpedienteSheet titulo="Horário da empresa" expediente={expediente} onClose={() => setMudando(false)} />
      )}
    </Card>
  );
}
