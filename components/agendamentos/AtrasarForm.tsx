"use client";

import { useState } from "react";
import { useAgenda } from "@/components/agenda/use-agenda";
import { useAtos } from "@/components/agenda/use-atos";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { atrasarAction } from "@/lib/atendimentos/actions";
import { emAberto } from "@/lib/domain/agenda";
import { escreverHoraDe, instanteDoMinuto, relogio } from "@/lib/domain/relogio";
import type { Failure } from "@/lib/domain/result";
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
  const { janela, recarregar } = useAgenda();
  const { fuso } = janela;
  const { pedir, pendente, dialogos } = useAtos(fuso);
  const [minutos, setMinutos] = useState(15);
  const [falha, setFalha] = useState<Failure | null>(null);
  const { dia } = relogio(de, fuso);
  const movidos = janela.itens
    .filter(({ f, i, s }) => f === funcionarioId && i >= de && emAberto(s) && relogio(i, fuso).dia === dia)
    .sort((a, b) => a.i - b.i);
  const fora = (inicio: number, fim: number) =>
    janela.fechado.some(({ f, i, d }) => f === funcionarioId && i < fim && inicio < i + d);

  async function atrasar() {
    setFalha(null);
    const vistos = movidos.map(({ id, v }) => ({ id, versao: v }));
    const answer = await pedir({
      agir: ({ chave }) => atrasarAction({ funcionarioId, de: instanteDoMinuto(de), minutos, vistos }, chave),
      feito: `${vistos.length === 1 ? "1 atendimento" : `${vistos.length} atendimentos`} ${minutos} min mais tarde.`,
      desfaz: ([primeiro]) => primeiro,
      aoRecusar: setFalha,
    });
    void recarregar();
    if (answer.ok) onClose();
  }

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
        {movidos.map(({ id, i, d, c, a }) => (
          <li key={id} className="flex items-baseline gap-3">
            <span className="shrink-0 tabular-nums">
              <s className="text-muted">{escreverHoraDe(i, fuso)}</s> {escreverHoraDe(i + minutos, fuso)}
            </span>
            <span className="min-w-0">
              {c ?? a ?? "Sem nome"}
              {fora(i + minutos, i + minutos + d) && (
                <span className="block text-sm text-warning-text">Termina fora do horário.</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <Button pending={pendente} onClick={() => void atrasar()}>
        Atrasar {minutos} min
      </Button>
      {dialogos}
    </>
  );
}
