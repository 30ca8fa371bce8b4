"use client";

import { lazy, Suspense } from "react";
import { useAgenda } from "./use-agenda";

const MarcarSheet = lazy(() => import("@/components/agendamentos/MarcarSheet"));
const MotivoDialog = lazy(() => import("./MotivoDialog"));

/** What is open over the agenda. Each is fetched when it is first wanted. */
export function Folhas() {
  const { folha, abrir } = useAgenda();
  const fechar = () => abrir(null);
  return (
    <Suspense>
      {folha?.tipo === "marcar" && <MarcarSheet inicial={folha.inicial} onClose={fechar} />}
      {folha?.tipo === "motivo" && <MotivoDialog lugar={folha.lugar} onClose={fechar} />}
    </Suspense>
  );
}
