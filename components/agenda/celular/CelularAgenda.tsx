"use client";

import { Suspense, useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import type { Item } from "@/lib/agenda/queries";
import { relogio, somarDias } from "@/lib/domain/relogio";
import { Avisos } from "../Avisos";
import { visiveis } from "../colunas";
import { useAgenda } from "../use-agenda";
import { AcoesDoPolegar } from "./AcoesDoPolegar";
import { CelularCabeca } from "./CelularCabeca";
import { CelularDia } from "./CelularDia";
import { CelularLista } from "./CelularLista";
import { useArrasto } from "./use-arrasto";

const AtalhosSheet = onDemand(() => import("./AtalhosSheet"));

/** The item as it is by now. */
const daVez = (itens: readonly Item[], visto: Item) => itens.find(({ id }) => id === visto.id) ?? visto;

/** The agenda on a phone: one professional's day as a grid, or everybody's as a list. Swiping goes to the next day. */
export default function CelularAgenda() {
  const { janela, endereco, ir } = useAgenda();
  const [atalhos, setAtalhos] = useState<Item | null>(null);
  const arrasto = useArrasto((sentido) => ir({ dia: somarDias(endereco.dia, sentido) }));
  const lista = endereco.visao === "lista";
  const itens = visiveis(janela.itens, { canceladas: endereco.canceladas, profissional: null });
  // A grid is always somebody's: whoever has most to do that day, unless the person says whose.
  const doDia = itens.filter(({ i }) => relogio(i, janela.fuso).dia === endereco.dia);
  const quantos = (id: number) => doDia.filter(({ f }) => f === id).length;
  const [ocupado] = [...janela.profissionais].sort((a, b) => quantos(b.id) - quantos(a.id));
  const profissional = janela.profissionais.find(({ id }) => id === endereco.profissional) ?? (lista ? null : ocupado);
  return (
    <div className="-mx-2 -mt-5 grid grid-cols-1 pb-20">
      <CelularCabeca profissional={profissional ?? null} />
      <div {...arrasto} className="grid touch-pan-y grid-cols-1 gap-3 pt-3">
        <Avisos />
        {!lista && profissional ? (
          <CelularDia profissional={profissional} onAtalhos={setAtalhos} />
        ) : (
          <CelularLista profissional={profissional ?? null} onAtalhos={setAtalhos} />
        )}
      </div>
      <AcoesDoPolegar profissional={profissional ?? null} />
      {atalhos && (
        <Suspense>
          <AtalhosSheet key={atalhos.id} item={daVez(janela.itens, atalhos)} onClose={() => setAtalhos(null)} />
        </Suspense>
      )}
    </div>
  );
}
