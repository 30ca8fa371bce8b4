"use client";

import { Button } from "@/components/ui/button";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverMinutos } from "@/lib/domain/duracao";
import { somar } from "@/lib/domain/oferta";
import type { Marcacao } from "@/lib/marcacoes/queries";
import type { Formulario } from "./formulario";

type ResumoProps = { formulario: Formulario; marcacao: Marcacao; pendente: boolean; verbo: string };

/** How long it takes, what it costs, and the button, in reach of the thumb. */
export function Resumo({ formulario, marcacao, pendente, verbo }: ResumoProps) {
  const somas = formulario.partes.map(({ funcionarioId, servicos, duracaoMinutos }) => {
    const quem = marcacao.profissionais.find(({ id }) => id === funcionarioId);
    const soma = somar(marcacao.servicos, quem, servicos);
    return { ...soma, duracaoMinutos: duracaoMinutos || soma.duracaoMinutos };
  });
  const minutos = somas.reduce((total, { duracaoMinutos }) => total + duracaoMinutos, 0);
  const centavos = somas.reduce((total, { precoCentavos }) => total + precoCentavos, 0);
  const valor = [
    centavos > 0 && escreverCentavos(centavos),
    somas.some(({ semPreco }) => semPreco) && "mais o que for avaliado",
  ];
  return (
    <footer className="grid gap-2 border-t bg-surface px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
      {minutos > 0 && (
        <p className="text-sm text-muted">{[escreverMinutos(minutos), ...valor].filter(Boolean).join(", ")}</p>
      )}
      <Button type="submit" pending={pendente} className="w-full">
        {verbo}
      </Button>
    </footer>
  );
}
