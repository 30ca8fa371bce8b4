"use client";

import { useHoje } from "@/components/agendamentos/use-hoje";
import { useState } from "react";
import { Awaiting } from "@/components/ui/awaiting";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { horariosJuntos, somar, type Lugar } from "@/lib/domain/oferta";
import {
  escreverDiaRelativo,
  escreverHoraDe,
  instanteDoMinuto,
  minutoDoInstante,
  relogio,
  somarDias,
} from "@/lib/domain/relogio";
import type { Marcacao } from "@/lib/marcacoes/queries";
import { LivresPorDia } from "../LivresPorDia";
import type { Parte } from "./formulario";
import { Erro, Secao } from "./Secao";
import { useHorariosDasPartes } from "./use-horarios-das-partes";

const JANELA_DIAS = 14;
/** How long a client may wait between two parts. */
const ESPERA_MINUTOS = 30;

type VisitaHorarioProps = {
  partes: readonly Parte[];
  marcacao: Marcacao;
  /** Civil day to look from. */
  dia: string;
  onEscolher: (lugares: Lugar[]) => void;
  erro?: string;
};

/** When a visit fits: each chip is a time at which all of its parts follow one another. */
export function VisitaHorario({ partes, marcacao, dia, onEscolher, erro }: VisitaHorarioProps) {
  const { fuso } = marcacao;
  const hoje = useHoje(fuso);
  const [de, setDe] = useState(dia);
  const [mudando, setMudando] = useState(partes.some(({ inicio }) => inicio === null));
  const { livres, falha, again } = useHorariosDasPartes(partes, de, somarDias(de, JANELA_DIAS - 1));
  const pronta = partes.every(({ servicos }) => servicos.length);
  const nomeDe = (id: number) => marcacao.profissionais.find((um) => um.id === id)?.nome ?? "";
  const dizer = ({ funcionarioId, inicio }: Lugar) => `${escreverHoraDe(inicio, fuso)} ${nomeDe(funcionarioId)}`;

  const juntos =
    livres &&
    horariosJuntos(
      livres.map((opcoes, i) => {
        const { funcionarioId, servicos, duracaoMinutos } = partes[i]!;
        const quem = marcacao.profissionais.find(({ id }) => id === funcionarioId);
        const soma = somar(marcacao.servicos, quem, servicos);
        return { opcoes, preparoMinutos: soma.preparoMinutos, duracaoMinutos: duracaoMinutos ?? soma.duracaoMinutos };
      }),
      ESPERA_MINUTOS,
    ).map((lugares) => ({
      lugares,
      inicio: instanteDoMinuto(lugares[0]!.inicio),
      detalhe: `${nomeDe(lugares[0]!.funcionarioId)}, ${lugares.slice(1).map(dizer).join(", ")}`,
    }));
  const diaDe = (inicio: string) => relogio(minutoDoInstante(inicio), fuso).dia;
  const dias =
    juntos &&
    [...new Set(juntos.map(({ inicio }) => diaDe(inicio)))].map((um) => ({
      dia: um,
      livres: juntos.filter(({ inicio }) => diaDe(inicio) === um),
    }));

  const marcados = partes.flatMap(({ inicio, funcionarioId }) =>
    inicio && funcionarioId ? [{ inicio: minutoDoInstante(inicio), funcionarioId }] : [],
  );
  return (
    <Secao
      titulo="Horários da visita"
      acao={
        !mudando && (
          <Button variant="ghost" size="sm" onClick={() => setMudando(true)}>
            Mudar<span className="sr-only"> os horários</span>
          </Button>
        )
      }
    >
      {marcados.length === partes.length && (
        <p className="text-lg font-medium first-letter:uppercase">
          {escreverDiaRelativo(diaDe(partes[0]!.inicio!), hoje)}: {marcados.map(dizer).join(", ")}
        </p>
      )}
      {mudando && !pronta && (
        <p className="text-muted">Escolha os serviços de cada parte para ver os horários que servem a todas.</p>
      )}
      {mudando && pronta && !livres && (
        <Awaiting failure={falha} again={again}>
          Procurando horários…
        </Awaiting>
      )}
      {mudando && dias?.length === 0 && <p>Nenhum horário serve a todas as partes nestes {JANELA_DIAS} dias.</p>}
      {mudando && dias && (
        <LivresPorDia
          dias={dias}
          fuso={fuso}
          onEscolher={({ lugares }) => {
            onEscolher(lugares);
            setMudando(false);
          }}
        />
      )}
      {mudando && (
        <Field label="A partir do dia">
          <Input type="date" value={de} onChange={({ target }) => target.value && setDe(target.value)} />
        </Field>
      )}
      <Erro>{erro}</Erro>
    </Secao>
  );
}
