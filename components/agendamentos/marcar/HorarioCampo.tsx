"use client";

import { useHoje } from "@/components/agendamentos/use-hoje";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { escreverDiaRelativo, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import { LivresChips } from "../LivresChips";
import { QuandoCampo } from "../QuandoCampo";
import type { Parte } from "./formulario";
import { Erro, Secao } from "./Secao";

type HorarioCampoProps = {
  parte: Parte;
  profissionais: readonly { id: number; nome: string }[];
  fuso: string;
  /** Civil day to look from. */
  dia: string;
  onMudar: (mudanca: Partial<Parte>) => void;
  erro?: string;
};

/** When: what was tapped, or one of the free times; any other time by hand. */
export function HorarioCampo({ parte, profissionais, fuso, dia, onMudar, erro }: HorarioCampoProps) {
  const { inicio, servicos, funcionarioId, duracaoMinutos } = parte;
  const [mudando, setMudando] = useState(inicio === null);
  const [aMao, setAMao] = useState(false);
  const hoje = useHoje(fuso);
  const minuto = inicio === null ? null : minutoDoInstante(inicio);
  const civil = minuto === null ? null : relogio(minuto, fuso);
  return (
    <Secao
      titulo="Horário"
      acao={
        !mudando && (
          <Button variant="ghost" size="sm" onClick={() => setMudando(true)}>
            Mudar<span className="sr-only"> o horário</span>
          </Button>
        )
      }
    >
      {civil && (
        <p className="text-lg font-medium first-letter:uppercase">
          {escreverDiaRelativo(civil.dia, hoje)} às {escreverHoraDe(minuto!, fuso)}
        </p>
      )}
      {mudando && (
        <>
          <LivresChips
            key={dia}
            servicos={servicos}
            funcionarioId={funcionarioId}
            profissionais={profissionais}
            duracaoMinutos={duracaoMinutos}
            dia={civil && civil.dia > hoje ? civil.dia : dia}
            fuso={fuso}
            escolhido={inicio}
            onEscolher={(livre) => {
              onMudar({ inicio: livre.inicio, funcionarioId: livre.funcionarioId });
              setMudando(false);
            }}
          />
          {aMao ? (
            <QuandoCampo valor={inicio} dia={dia} fuso={fuso} onMudar={(novo) => onMudar({ inicio: novo })} />
          ) : (
            <Button variant="secondary" className="justify-self-start" onClick={() => setAMao(true)}>
              Outro horário
            </Button>
          )}
        </>
      )}
      <Erro>{erro}</Erro>
    </Secao>
  );
}
