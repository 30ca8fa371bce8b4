"use client";

import { useState } from "react";
import { useAgenda } from "@/components/agenda/use-agenda";
import { useAtos } from "@/components/agenda/use-atos";
import { Awaiting } from "@/components/ui/awaiting";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { useRead } from "@/components/ui/use-read";
import { atrasarAction } from "@/lib/atendimentos/actions";
import { escreverHoraDe, instanteDoMinuto, minutoDoInstante } from "@/lib/domain/relogio";
import type { Atrasado } from "@/lib/atrasos/queries";
import type { Failure } from "@/lib/domain/result";
import { enderecoDoAtraso } from "./enderecos";
import { Falha } from "./marcar/Falha";

const MINUTOS = [10, 15, 20, 30, 45, 60];

type AtrasarFormProps = {
  funcionarioId: number;
  /** Minute since the epoch: whatever begins then or later that day moves. */
  de: number;
  onClose: () => void;
};

/** The rest of somebody's day, later by some minutes: first what would change, then one tap. */
export function AtrasarForm({ funcionarioId, de, onClose }: AtrasarFormProps) {
  const { fuso } = useAgenda().janela;
  const { pedir, pendente, dialogos } = useAtos(fuso);
  const [minutos, setMinutos] = useState(15);
  const [falha, setFalha] = useState<Failure | null>(null);
  const { data, last, failure, again } = useRead<{ itens: Atrasado[] }>(
    enderecoDoAtraso(funcionarioId, instanteDoMinuto(de), minutos),
  );
  const movidos = (data ?? last)?.itens;

  const hora = (iso: string) => escreverHoraDe(minutoDoInstante(iso), fuso);

  async function atrasar() {
    setFalha(null);
    const vistos = movidos?.map(({ id, versao }) => ({ id, versao })) ?? [];
    const answer = await pedir({
      agir: ({ chave }) => atrasarAction({ funcionarioId, de: instanteDoMinuto(de), minutos, vistos }, chave),
      feito: `${vistos.length === 1 ? "1 atendimento" : `${vistos.length} atendimentos`} ${minutos} min mais tarde.`,
      desfaz: ([primeiro]) => primeiro,
      aoRecusar: (recusa) => {
        setFalha(recusa);
        again();
      },
    });
    if (answer.ok) onClose();
  }

  if (failure || !movidos)
    return (
      <Awaiting failure={failure} again={again}>
        Vendo o que muda…
      </Awaiting>
    );
  if (!movidos.length) return <p>Não há o que atrasar: nada em aberto daqui até o fim do dia.</p>;
  return (
    <>
      {falha && <Falha falha={falha} fuso={fuso} />}
      <Chips label="Quantos minutos">
        {MINUTOS.map((quantos) => (
          <Chip key={quantos} chosen={minutos === quantos} onClick={() => setMinutos(quantos)}>
            {quantos} min
          </Chip>
        ))}
      </Chips>
      <ol aria-label="Como fica" className="grid grid-cols-1 gap-2">
        {movidos.map(({ id, inicio, novoInicio, cliente, servicos, avisos }) => (
          <li key={id} className="flex items-baseline gap-3">
            <span className="shrink-0 tabular-nums">
              <s className="text-muted">{hora(inicio)}</s> {hora(novoInicio)}
            </span>
            <span className="min-w-0">
              {cliente ?? "Sem nome"}, {servicos}
              {avisos.map((aviso) => (
                <span key={aviso} className="block text-sm text-warning-text">
                  {aviso}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <Button pending={pendente || !data} onClick={() => void atrasar()}>
        Atrasar {minutos} min
      </Button>
      {dialogos}
    </>
  );
}
