"use client";

import { Suspense, useState } from "react";
import { ChangeButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { onDemand } from "@/components/ui/on-demand";
import type { Horarios } from "@/lib/configuracoes/queries";
import { escreverMinutos } from "@/lib/domain/duracao";
import type { RegrasInput } from "@/lib/horarios/schema";

const RegrasForm = onDemand(() => import("./RegrasForm"));

function ditas({
  gradeMinutos,
  antecedenciaMinutos,
  horizonteDias,
  prazoClienteMinutos,
  feriadosFechados,
}: Horarios["regras"]) {
  return [
    ["Horários oferecidos", `de ${escreverMinutos(gradeMinutos)} em ${escreverMinutos(gradeMinutos)}`],
    ["Antecedência mínima", escreverMinutos(antecedenciaMinutos)],
    ["Até quantos dias à frente", horizonteDias === 1 ? "1 dia" : `${horizonteDias} dias`],
    ["Cancelar ou remarcar", `até ${escreverMinutos(prazoClienteMinutos)} antes`],
    ["Feriados nacionais", feriadosFechados ? "fechado" : "aberto"],
  ] as const;
}

/** How clients and the assistant may book; a person is not bound by it, and only warned of holidays. */
export function RegrasCard({ regras }: { regras: Horarios["regras"] }) {
  const [mudando, setMudando] = useState(false);
  const fechar = () => setMudando(false);
  return (
    <Card
      title="Regras da agenda"
      hint="Valem para o cliente e o assistente. Quem atende pode marcar fora delas."
      actions={<ChangeButton what="as regras" onClick={() => setMudando(true)} />}
    >
      <Facts facts={ditas(regras)} />
      <Dialog open={mudando} onClose={fechar} title="Regras da agenda">
        <DialogBody>
          <Suspense>
            {/* The database knows no other steps of the grid. */}
            <RegrasForm regras={regras as RegrasInput} onDone={fechar} />
          </Suspense>
        </DialogBody>
      </Dialog>
    </Card>
  );
}
