"use client";

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
  const Tela = telas[useAgenda().endereco.visao];
  return (
    <div data-wide className="grid grid-cols-1 gap-3">
      <Ferramentas />
      <Avisos />
      <Tela />
    </div>
  );
}
