"use client";

import { useEffect, useState } from "react";
import { read } from "@/components/ui/use-read";
import { minutoDoInstante } from "@/lib/domain/relogio";
import type { Failure } from "@/lib/domain/result";
import type { HorariosLivres } from "@/lib/horarios/queries";
import { enderecoDosHorarios } from "../enderecos";
import type { Parte } from "./formulario";

type Opcoes = { funcionarioId: number; inicios: number[] }[];
type Resposta = { pergunta: string; livres?: Opcoes[]; falha?: Failure };

const juntarDias = ({ dias }: HorariosLivres): Opcoes => {
  const porId = new Map<number, number[]>();
  for (const { id, inicios } of dias.flatMap(({ profissionais }) => profissionais))
    porId.set(id, [...(porId.get(id) ?? []), ...inicios.map(minutoDoInstante)]);
  return [...porId].map(([funcionarioId, inicios]) => ({ funcionarioId, inicios }));
};

/** When each part of a visit could begin, in epoch minutes; undefined until every part has services and an answer. */
export function useHorariosDasPartes(partes: readonly Parte[], de: string, ate: string) {
  const [resposta, setResposta] = useState<Resposta | null>(null);
  const [vez, setVez] = useState(0);
  const pronta = partes.every(({ servicos }) => servicos.length);
  const pergunta = pronta ? partes.map((parte) => enderecoDosHorarios({ ...somente(parte), de, ate })).join(" ") : "";

  useEffect(() => {
    if (!pergunta) return;
    const abort = new AbortController();
    Promise.all(pergunta.split(" ").map((endereco) => read<HorariosLivres>(endereco, abort.signal))).then(
      (lidas) => abort.signal.aborted || setResposta({ pergunta, livres: lidas.map(juntarDias) }),
      (falha: Failure) => abort.signal.aborted || setResposta({ pergunta, falha }),
    );
    return () => abort.abort();
  }, [pergunta, vez]);

  const atual = resposta?.pergunta === pergunta ? resposta : null;
  return { livres: atual?.livres, falha: atual?.falha, again: () => setVez((n) => n + 1) };
}

const somente = ({ servicos, funcionarioId, duracaoMinutos }: Parte) => ({ servicos, funcionarioId, duracaoMinutos });
