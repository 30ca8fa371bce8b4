"use client";

import { Suspense, useEffect, useEffectEvent } from "react";
import { temRascunho } from "@/components/agendamentos/rascunho";
import { usePersonId } from "@/components/layout/person";
import { onDemand } from "@/components/ui/on-demand";
import { useAgenda } from "./use-agenda";

const AgendamentoSheet = onDemand(() => import("@/components/agendamentos/AgendamentoSheet"));
const ProcurarSheet = onDemand(() => import("@/components/agendamentos/ProcurarSheet"));
const MarcarSheet = onDemand(() => import("@/components/agendamentos/MarcarSheet"));
const MotivoDialog = onDemand(() => import("./MotivoDialog"));

/** What is open over the agenda. Each is fetched when it is first wanted. */
export function Folhas() {
  const { folha, abrir, endereco, ir, podeAgendar } = useAgenda();
  const pessoa = usePersonId();
  const fechar = () => abrir(null);

  // Whoever was cut off while booking goes on where they were; a client's page asks for the next appointment.
  const comecar = useEffectEvent(() => {
    const { marcar, dia } = endereco;
    if (podeAgendar && (marcar !== null || temRascunho(pessoa)))
      abrir({ tipo: "marcar", inicial: marcar === null ? {} : { clienteId: marcar, dia } });
    if (marcar !== null) ir({ marcar: null });
  });
  useEffect(() => comecar(), []);

  return (
    <Suspense>
      {folha?.tipo === "marcar" && <MarcarSheet inicial={folha.inicial} onClose={fechar} />}
      {folha?.tipo === "procurar" && <ProcurarSheet onClose={fechar} />}
      {endereco.abrir !== null && (
        <AgendamentoSheet
          key={endereco.abrir}
          id={endereco.abrir}
          passo={endereco.passo ?? undefined}
          onClose={() => ir({ abrir: null })}
        />
      )}
      {folha?.tipo === "motivo" && <MotivoDialog lugar={folha.lugar} onClose={fechar} />}
    </Suspense>
  );
}
