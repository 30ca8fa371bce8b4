"use client";

import { useHoje } from "@/components/agendamentos/use-hoje";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { escreverDiaRelativo, escreverHoraDe, minutoDoInstante } from "@/lib/domain/relogio";

const PRIMEIROS = 8;
const DIAS = 3;

export type Opcao = {
  /** ISO instant. */
  inicio: string;
  /** What stands beside the time: whose it is. */
  detalhe?: string;
};

type LivresPorDiaProps<O extends Opcao> = {
  dias: readonly { dia: string; livres: readonly O[] }[];
  fuso: string;
  escolhido?: string | null;
  onEscolher: (livre: O) => void;
};

/** Free times as chips under their days: the next three days that have any, of each the first ones and "mais N". */
export function LivresPorDia<O extends Opcao>({ dias, fuso, escolhido, onEscolher }: LivresPorDiaProps<O>) {
  const [inteiros, setInteiros] = useState<readonly string[]>([]);
  const hoje = useHoje(fuso);
  return (
    <div className="grid gap-4">
      {dias
        .filter(({ livres }) => livres.length)
        .slice(0, DIAS)
        .map(({ dia, livres }) => {
          const vistos = inteiros.includes(dia) ? livres : livres.slice(0, PRIMEIROS);
          return (
            <div key={dia} className="grid gap-2">
              <p className="text-sm font-medium text-muted first-letter:uppercase">{escreverDiaRelativo(dia, hoje)}</p>
              <Chips label={`Horários livres, ${escreverDiaRelativo(dia, hoje)}`}>
                {vistos.map((livre) => (
                  <Chip
                    key={livre.inicio}
                    chosen={escolhido === undefined ? undefined : escolhido === livre.inicio}
                    onClick={() => onEscolher(livre)}
                  >
                    <span className="tabular-nums">{escreverHoraDe(minutoDoInstante(livre.inicio), fuso)}</span>
                    {livre.detalhe && <span className="truncate font-normal">{livre.detalhe}</span>}
                  </Chip>
                ))}
                {vistos.length < livres.length && (
                  <Button variant="ghost" onClick={() => setInteiros([...inteiros, dia])}>
                    mais {livres.length - vistos.length}
                  </Button>
                )}
              </Chips>
            </div>
          );
        })}
    </div>
  );
}
