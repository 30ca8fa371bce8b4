"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { escreverHora } from "@/lib/domain/expediente";
import { instanteDoMinuto, minutoDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";

type QuandoCampoProps = {
  /** ISO instant, or null. */
  valor: string | null;
  /** The civil day while no time is chosen. */
  dia: string;
  fuso: string;
  onMudar: (inicio: string) => void;
};

/** Any day and time, to the minute: also those that are not offered. */
export function QuandoCampo({ valor, dia, fuso, onMudar }: QuandoCampoProps) {
  const civil = valor === null ? null : relogio(minutoDoInstante(valor), fuso);
  const mudar = (novoDia: string, minutos: number) => onMudar(instanteDoMinuto(minutoDe(novoDia, minutos, fuso)));
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="Dia">
        <Input
          type="date"
          value={civil?.dia ?? dia}
          onChange={({ target }) => target.value && mudar(target.value, civil?.minutos ?? 9 * 60)}
        />
      </Field>
      <Field label="Hora">
        <Input
          type="time"
          value={civil ? escreverHora(civil.minutos) : ""}
          onChange={({ target: { value } }) => {
            const [horas, minutos] = value.split(":").map(Number);
            if (value) mudar(civil?.dia ?? dia, horas! * 60 + minutos!);
          }}
        />
      </Field>
    </div>
  );
}
