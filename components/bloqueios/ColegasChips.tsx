"use client";

import { enderecoDosHorarios } from "@/components/agendamentos/enderecos";
import { Chip, Chips } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { useRead } from "@/components/ui/use-read";
import type { Pendencia } from "@/lib/bloqueios/queries";
import { minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { HorariosLivres } from "@/lib/horarios/queries";

type ColegasChipsProps = {
  pendencia: Pick<Pendencia, "inicio" | "funcionarioId">;
  servicos: readonly number[];
  duracaoMinutos: number;
  exceto: number;
  /** IANA zone. */
  fuso: string;
  onEscolher: (colega: { id: number; nome: string }) => void;
};

/** Who performs the same services and is free at the same time. */
export function ColegasChips({ pendencia, fuso, onEscolher, ...procura }: ColegasChipsProps) {
  const { dia } = relogio(minutoDoInstante(pendencia.inicio), fuso);
  const { data, failure } = useRead<HorariosLivres>(
    enderecoDosHorarios({ ...procura, funcionarioId: null, de: dia, ate: dia }),
  );
  if (failure) return <Notice tone="danger">{failure.message}</Notice>;
  if (!data) return <p className="text-muted">Procurando quem está livre…</p>;
  const livres = data.dias
    .flatMap(({ profissionais }) => profissionais)
    .filter(({ id, inicios }) => id !== pendencia.funcionarioId && inicios.includes(pendencia.inicio));
  if (!livres.length) return <p>Ninguém que faz isso está livre neste horário. Procure outro horário.</p>;
  return (
    <Chips label="Quem está livre">
      {livres.map((colega) => (
        <Chip key={colega.id} onClick={() => onEscolher(colega)}>
          {colega.nome}
        </Chip>
      ))}
    </Chips>
  );
}
