"use client";

import { useState, type ReactNode } from "react";
import { Awaiting } from "@/components/ui/awaiting";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useRead } from "@/components/ui/use-read";
import { somarDias } from "@/lib/domain/relogio";
import type { HorariosLivres } from "@/lib/horarios/queries";
import { enderecoDosHorarios } from "./enderecos";
import { porDia, type Livre } from "./horarios";
import { LivresPorDia } from "./LivresPorDia";

const JANELA_DIAS = 14;

type LivresChipsProps = {
  servicos: readonly number[];
  /** Null: whoever performs all of them; then each chip says whose it is. */
  funcionarioId: number | null;
  /** How they are called here. */
  profissionais?: readonly { id: number; nome: string }[];
  /** Civil day to look from. */
  dia: string;
  fuso: string;
  exceto?: number;
  duracaoMinutos?: number | null;
  /** ISO instant. */
  escolhido?: string | null;
  onEscolher: (livre: Livre) => void;
};

/** The next free times of somebody or of anyone, from a day that the person may change. */
export function LivresChips({
  servicos,
  dia,
  escolhido,
  onEscolher,
  fuso,
  profissionais,
  ...procura
}: LivresChipsProps) {
  const [de, setDe] = useState(dia);
  const ate = somarDias(de, JANELA_DIAS - 1);
  const { data, failure, again } = useRead<HorariosLivres>(
    servicos.length ? enderecoDosHorarios({ ...procura, servicos, de, ate }) : null,
  );
  const livres = data && porDia(data);
  const detalhe = ({ funcionarioId, nome }: Livre) =>
    procura.funcionarioId === null ? (profissionais?.find(({ id }) => id === funcionarioId)?.nome ?? nome) : undefined;

  let corpo: ReactNode;
  if (!servicos.length) corpo = <p className="text-muted">Escolha o serviço para ver os horários livres.</p>;
  else if (!livres)
    corpo = (
      <Awaiting failure={failure} again={again}>
        Procurando horários…
      </Awaiting>
    );
  else if (livres.every(({ livres }) => !livres.length))
    corpo = <p>Nenhum horário livre em {JANELA_DIAS} dias. Procure a partir de outro dia, ou com outra pessoa.</p>;
  else
    corpo = (
      <LivresPorDia
        dias={livres.map((um) => ({ ...um, livres: um.livres.map((l) => ({ ...l, detalhe: detalhe(l) })) }))}
        fuso={fuso}
        escolhido={escolhido}
        onEscolher={onEscolher}
      />
    );
  return (
    <div className="grid gap-4">
      {corpo}
      <Field label="A partir do dia">
        <Input type="date" value={de} onChange={({ target }) => target.value && setDe(target.value)} />
      </Field>
    </div>
  );
}
