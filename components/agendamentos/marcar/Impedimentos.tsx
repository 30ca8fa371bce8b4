"use client";

import { ButtonLink } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import type { Impedimento } from "@/lib/domain/impedimentos";

const MOTIVOS = ["O cliente aceitou esperar", "Urgência", "Serviço rápido"];

/** Only another's time stands in the way of a person; the rest they are told. */
export const ocupa = ({ chave }: Impedimento) => chave === "ocupado" || chave === "reservado";

type ImpedimentosProps = {
  impedimentos: readonly Impedimento[];
  /** The motive of the squeeze-in; null: none. */
  encaixe: string | null;
  onEncaixe: (motivo: string | null) => void;
  erro?: string;
};

/** Why the chosen time is not simply free, where that can be mended, and the way over another appointment. */
export function Impedimentos({ impedimentos, encaixe, onEncaixe, erro }: ImpedimentosProps) {
  const ocupado = impedimentos.filter(ocupa);
  return (
    <>
      {impedimentos.map((um) => (
        <Notice
          key={`${um.chave} ${um.frase}`}
          tone="warning"
          actions={
            um.conserto && (
              <ButtonLink variant="secondary" size="sm" href={um.conserto.href} prefetch={false}>
                {um.conserto.rotulo}
              </ButtonLink>
            )
          }
        >
          {um.frase}
        </Notice>
      ))}
      {(ocupado.length > 0 || encaixe !== null) && (
        <div className="grid grid-cols-1 gap-3">
          <Switch
            label="Encaixar mesmo assim"
            hint="Fica por cima do outro atendimento, e a agenda mostra que é um encaixe."
            checked={encaixe !== null}
            onChange={({ target }) => onEncaixe(target.checked ? "" : null)}
          />
          {encaixe !== null && (
            <>
              <Field label="Motivo do encaixe" error={erro}>
                <Input value={encaixe} maxLength={200} onChange={({ target }) => onEncaixe(target.value)} />
              </Field>
              <Chips label="Motivos comuns">
                {MOTIVOS.map((motivo) => (
                  <Chip key={motivo} chosen={encaixe === motivo} onClick={() => onEncaixe(motivo)}>
                    {motivo}
                  </Chip>
                ))}
              </Chips>
            </>
          )}
        </div>
      )}
    </>
  );
}
