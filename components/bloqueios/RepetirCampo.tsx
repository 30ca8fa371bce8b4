"use client";

import { Chip, Chips } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { repeticoes, type BloqueioInput, type Repeticao } from "@/lib/bloqueios/schema";
import { somarDias } from "@/lib/domain/relogio";
import { diaDaSemanaDe, diasDaSemana, semanaDeTrabalho } from "@/lib/domain/semana";

export type Repetir = BloqueioInput["repetir"];

const opcoes = Object.entries(repeticoes).map(([value, label]) => ({ value, label }));

type RepetirCampoProps = {
  repetir: Repetir;
  /** The civil day of the first time. */
  dia: string;
  erro?: string;
  onMudar: (repetir: Repetir) => void;
};

/** Whether a block comes again, on which days and until when. */
export function RepetirCampo({ repetir, dia, erro, onMudar }: RepetirCampoProps) {
  const escolher = (cada: string) =>
    onMudar(cada ? { dias: [diaDaSemanaDe(dia)], ate: somarDias(dia, 84), ...repetir, cada: cada as Repeticao } : null);
  return (
    <>
      <Field label="Repetir">
        <Select
          options={opcoes}
          empty="Não repete"
          value={repetir?.cada ?? ""}
          onChange={({ target }) => escolher(target.value)}
        />
      </Field>
      {repetir && repetir.cada !== "mes" && (
        <Chips label="Dias da semana">
          {semanaDeTrabalho.map((um) => (
            <Chip
              key={um}
              aria-label={diasDaSemana[um]}
              chosen={repetir.dias.includes(um)}
              onClick={() =>
                onMudar({
                  ...repetir,
                  dias: repetir.dias.includes(um)
                    ? repetir.dias.filter((outro) => outro !== um)
                    : [...repetir.dias, um],
                })
              }
            >
              {diasDaSemana[um].slice(0, 3)}
            </Chip>
          ))}
        </Chips>
      )}
      {repetir && (
        <Field label="Último dia da repetição" error={erro}>
          <Input
            type="date"
            value={repetir.ate}
            onChange={({ target }) => target.value && onMudar({ ...repetir, ate: target.value })}
          />
        </Field>
      )}
    </>
  );
}
