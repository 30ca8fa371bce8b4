"use client";

import { useAgenda } from "@/components/agenda/use-agenda";
import { Chip, Chips } from "@/components/ui/chip";
import { escreverDiaCurto, minutoDoInstante, relogio, somarDias } from "@/lib/domain/relogio";
import type { PassoProps } from "./Ficha";

const DEPOIS_DE = [7, 15, 30];

/** The same again: the free times from today on, or from 7, 15 or 30 days after it. */
export function DeNovoPasso({ detalhe, onClose }: PassoProps) {
  const { abrir, hoje } = useAgenda();
  const { cliente, funcionario, fuso } = detalhe;
  const servicos = detalhe.servicos.map(({ servicoId }) => servicoId);
  const { dia } = relogio(minutoDoInstante(detalhe.inicio), fuso);
  const base = dia > hoje ? dia : hoje;

  function marcar(quando: string) {
    const quem = cliente && {
      ...{ id: cliente.id, nome: cliente.nome, telefone: cliente.telefone },
      ...{ ultimaVisitaEm: detalhe.inicio, ultimosServicos: servicos, ultimoFuncionario: funcionario.id },
    };
    onClose();
    const inicial = { servicos, funcionarioId: funcionario.id, dia: quando, ...(quem && { cliente: quem }) };
    abrir({ tipo: "marcar", inicial });
  }

  return (
    <Chips label="Quando">
      <Chip onClick={() => marcar(hoje)}>O quanto antes</Chip>
      {DEPOIS_DE.map((dias) => (
        <Chip key={dias} onClick={() => marcar(somarDias(base, dias))}>
          Em {dias} dias
          <span className="font-normal text-muted">{escreverDiaCurto(somarDias(base, dias))}</span>
        </Chip>
      ))}
    </Chips>
  );
}
