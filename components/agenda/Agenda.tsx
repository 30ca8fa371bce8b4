"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { startTransition, useCallback, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { NaoSairam } from "@/lib/balcao/queries";
import { relogio } from "@/lib/domain/relogio";
import { BloqueioFolhas } from "./BloqueioFolhas";
import { enderecoDaJanela, escreverEndereco, lerEndereco, type Endereco } from "./endereco";
import { Folhas } from "./Folhas";
import { AgendaContext, type Folha } from "./use-agenda";
import { useAgora } from "./use-agora";
import { useLive } from "@/components/layout/live";
import { useJanela, type JanelaLida } from "./use-janela";

// Not `lazy`: what the server drew is asked for along with the page, not after it.
const CelularAgenda = dynamic(() => import("./celular/CelularAgenda"));
const ComputadorAgenda = dynamic(() => import("./computador/ComputadorAgenda"));

const LARGA = "(min-width: 48rem)";

function aoMudarLargura(avisar: () => void) {
  const media = matchMedia(LARGA);
  media.addEventListener("change", avisar);
  return () => media.removeEventListener("change", avisar);
}

type AgendaProps = {
  lida: JanelaLida;
  podeAgendar: boolean;
  /** How many appointments stood outside the hours; 0 for whoever may not mend it. */
  pendencias: number;
  naoSairam: NaoSairam | null;
  /** What the browser seems to be, until it can be asked. */
  celular: boolean;
};

/** The agenda, which is its address: live, and as a phone or a desktop needs it. */
export function Agenda({ lida, podeAgendar, pendencias, naoSairam, celular }: AgendaProps) {
  const agora = useAgora(lida.janela.agora);
  const hoje = relogio(agora, lida.janela.fuso).dia;
  const busca = useSearchParams();
  const endereco = useMemo(() => lerEndereco(Object.fromEntries(busca), hoje), [busca, hoje]);
  const { janela, carregando, falha, recarregar, remendar } = useJanela(enderecoDaJanela(endereco), lida);
  const ausente =
    Boolean(endereco.profissional) && !janela.profissionais.some(({ id }) => id === endereco.profissional);
  const [folha, setFolha] = useState<Folha | null>(null);
  // In a transition: a sheet that has yet to be fetched would hide the open one, which would close, and with it the next.
  const abrir = useCallback((nova: Folha | null) => startTransition(() => setFolha(nova)), []);
  const empilhada = useRef(false);
  const larga = useSyncExternalStore(
    aoMudarLargura,
    () => matchMedia(LARGA).matches,
    () => !celular,
  );
  useLive("agenda", () => void recarregar());

  function ir(mudanca: Partial<Endereco>) {
    const fecha = (mudanca.abrir === null || mudanca.bloqueio === null) && Object.keys(mudanca).length === 1;
    if (fecha && empilhada.current) {
      empilhada.current = false;
      return history.back();
    }
    // What is on the screen may be one change behind.
    const atual = lerEndereco(Object.fromEntries(new URLSearchParams(location.search)), hoje);
    // The question belongs to the appointment that it came with.
    const passo = mudanca.abrir === undefined ? atual.passo : null;
    const href = escreverEndereco({ ...atual, passo, ...mudanca }, hoje);
    empilhada.current = Boolean(mudanca.abrir || mudanca.bloqueio);
    if (empilhada.current) history.pushState(null, "", href);
    else history.replaceState(null, "", href);
  }

  const estado = { janela, carregando, falha, endereco, ausente, agora, hoje, podeAgendar, pendencias, naoSairam };
  return (
    <AgendaContext value={{ ...estado, ir, recarregar, remendar, folha, abrir }}>
      {larga ? <ComputadorAgenda /> : <CelularAgenda />}
      <Folhas />
      <BloqueioFolhas />
    </AgendaContext>
  );
}
