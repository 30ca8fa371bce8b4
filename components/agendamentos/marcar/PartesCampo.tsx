"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { fazTudo } from "@/lib/domain/oferta";
import type { Marcacao } from "@/lib/marcacoes/queries";
import { comecaJa, type Parte } from "./formulario";
import { ProfissionalCampo } from "./ProfissionalCampo";
import { ServicosCampo } from "./ServicosCampo";
import type { useMarcar } from "./use-marcar";

const MAIS_PARTES = 6;

/** What is done and by whom; several professionals make it a visit. */
export function PartesCampo({ kit, marcacao }: { kit: ReturnType<typeof useMarcar>; marcacao: Marcacao }) {
  const { formulario, mudar, mudarParte, erros, agora } = kit;
  const { partes, cliente } = formulario;
  const { profissionais } = marcacao;
  const visita = partes.length > 1;

  function mudarServicos(i: number, servicos: number[]) {
    const quem = profissionais.find(({ id }) => id === partes[i]!.funcionarioId);
    // A walk-in looks for whoever is free; elsewhere the professional was chosen and stays.
    const fica = !quem || fazTudo(quem, servicos);
    mudarParte(i, { servicos, ...(!fica && { funcionarioId: null }), ...(visita && { inicio: null }) });
  }

  // The places of a visit belong together: what changes one of them asks for all anew.
  const semLugar = (outras: Parte[]) =>
    mudar({ partes: outras.map((parte) => (outras.length > 1 ? { ...parte, inicio: null } : parte)), encaixe: null });

  const campos = partes.map((parte, i) => {
    const quem = profissionais.find(({ id }) => id === parte.funcionarioId);
    return (
      <div key={i} className="grid grid-cols-1 gap-4">
        <ServicosCampo
          marcacao={marcacao}
          quem={agora ? undefined : quem}
          escolhidos={parte.servicos}
          antes={cliente?.ultimosServicos ?? []}
          onMudar={(servicos) => mudarServicos(i, servicos)}
          erro={erros[`partes.${i}.servicos`]}
        />
        <ProfissionalCampo
          profissionais={profissionais}
          servicos={parte.servicos}
          escolhido={parte.funcionarioId}
          onMudar={(funcionarioId) =>
            mudarParte(i, {
              funcionarioId,
              ...(visita && { inicio: null }),
              // The time at which another is free is not this one's.
              ...(agora && { inicio: comecaJa(Math.floor(Date.now() / 60_000)) }),
            })
          }
          erro={erros[`partes.${i}.funcionarioId`]}
        />
        {visita && (
          <Button
            variant="ghost"
            size="sm"
            className="-ml-3 justify-self-start"
            onClick={() => semLugar(partes.filter((_, j) => j !== i))}
          >
            <Trash2 aria-hidden />
            Tirar esta parte
          </Button>
        )}
      </div>
    );
  });

  return (
    <div className="grid grid-cols-1 gap-4">
      {visita ? campos.map((campo, i) => <Card key={i}>{campo}</Card>) : campos}
      {!agora && partes.length < MAIS_PARTES && (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-3 justify-self-start"
          onClick={() =>
            semLugar([...partes, { funcionarioId: null, servicos: [], inicio: null, duracaoMinutos: null }])
          }
        >
          <Plus aria-hidden />
          Outro profissional na mesma visita
        </Button>
      )}
    </div>
  );
}
