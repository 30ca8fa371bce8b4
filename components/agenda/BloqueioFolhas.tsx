"use client";

import { Suspense } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { instanteDoMinuto } from "@/lib/domain/relogio";
import { useAgenda } from "./use-agenda";

const BloqueioSheet = onDemand(() => import("@/components/bloqueios/BloqueioSheet"));
const BloqueioDetalhe = onDemand(() => import("@/components/bloqueios/BloqueioDetalhe"));

/** Blocking time, and the block that the address names. */
export function BloqueioFolhas() {
  const { janela, endereco, folha, podeAgendar, abrir, ir, recarregar } = useAgenda();
  const { fuso, profissionais, bloqueios } = janela;
  const aberto = bloqueios.find(({ id }) => id === endereco.bloqueio);
  return (
    <Suspense>
      {folha?.tipo === "bloquear" && (
        <BloqueioSheet
          inicial={folha.inicial}
          profissionais={profissionais}
          fuso={fuso}
          onClose={() => abrir(null)}
          onDone={() => void recarregar()}
        />
      )}
      {aberto && (
        <BloqueioDetalhe
          bloqueio={{
            id: aberto.id,
            versao: aberto.v,
            profissional: profissionais.find(({ id }) => id === aberto.f)?.nome ?? null,
            inicio: instanteDoMinuto(aberto.i),
            fim: instanteDoMinuto(aberto.i + aberto.d),
            motivo: aberto.m,
            descricao: aberto.x ?? "",
            serie: aberto.r === 1,
          }}
          fuso={fuso}
          podeExcluir={podeAgendar}
          onClose={() => ir({ bloqueio: null })}
        />
      )}
    </Suspense>
  );
}
