"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { fazTudo, type QuemFaz } from "@/lib/domain/oferta";

type ProfissionalCampoProps = {
  profissionais: readonly QuemFaz[];
  servicos: readonly number[];
  escolhido: number | null;
  onMudar: (funcionarioId: number | null) => void;
  erro?: string;
};

/** Who does it; only those who perform what was chosen are offered. */
export function ProfissionalCampo({ profissionais, servicos, escolhido, onMudar, erro }: ProfissionalCampoProps) {
  const podem = profissionais.filter((um) => um.id === escolhido || fazTudo(um, servicos));
  return (
    <Field label="Profissional" error={erro}>
      <Select
        value={escolhido ?? ""}
        empty="Qualquer pessoa"
        options={podem.map(({ id, nome }) => ({ value: String(id), label: nome }))}
        onChange={({ target }) => onMudar(target.value ? Number(target.value) : null)}
      />
    </Field>
  );
}
