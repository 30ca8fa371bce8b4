"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useFormState } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form/field-notes";
import { Input } from "@/components/ui/input";
import { DurationInput } from "@/components/ui/parsed-input";
import { Textarea } from "@/components/ui/textarea";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverHora } from "@/lib/domain/expediente";

type CampoProps = { name: string; rotulo: string; dica?: string };

/** A whole number with its unit behind it. */
export function NumeroCampo({ name, rotulo, dica, unidade }: CampoProps & { unidade: string }) {
  const { field, error } = useFormField(name, rotulo);
  return (
    <Field label={rotulo} hint={dica} error={error}>
      <Input
        {...field}
        inputMode="numeric"
        after={unidade}
        value={Number.isNaN(field.value) ? "" : String(field.value)}
        onChange={({ target: { value } }) =>
          field.onChange(/^\d{1,5}$/.test(value.trim()) ? Number(value) : Number.NaN)
        }
      />
    </Field>
  );
}

/** An hour of the day, in minutes since midnight. */
export function HoraCampo({ name, rotulo }: CampoProps) {
  const { field, error } = useFormField(name, rotulo, (valor) => escreverHora(Number(valor)));
  return (
    <Field label={rotulo} error={error}>
      <Input
        {...field}
        type="time"
        value={Number.isNaN(field.value) ? "" : escreverHora(field.value)}
        onChange={({ target }) => {
          const [hora, minuto] = target.value.split(":").map(Number);
          field.onChange(hora === undefined || minuto === undefined ? Number.NaN : hora * 60 + minuto);
        }}
      />
    </Field>
  );
}

/** What the schema says of one entry of a list, or of all of it. */
function useErroDaLista(name: string, geral: unknown) {
  const erros = useFormState().errors[name] as Record<number, { message?: string } | undefined> | undefined;
  return (i: number) => erros?.[i]?.message ?? (i === 0 && typeof geral === "string" ? geral : undefined);
}

type LinhaProps = { tirar: string; onTirar: () => void; children: ReactNode };

/** One entry of a list, and how to take it out. */
function Linha({ tirar, onTirar, children }: LinhaProps) {
  return (
    <div className="flex items-end gap-2">
      <div className="grow">{children}</div>
      <Button variant="ghost" size="icon" className="text-muted" aria-label={tirar} onClick={onTirar}>
        <X aria-hidden />
      </Button>
    </div>
  );
}

/** How long before the appointment each reminder leaves, in minutes. */
export function LembretesCampo({ name, rotulo, dica }: CampoProps) {
  const { field, error } = useFormField(name, rotulo, (valor) => (valor as number[]).map(escreverMinutos).join(", "));
  const erroDe = useErroDaLista(name, error);
  const minutos = field.value as number[];
  const por = (i: number, valor: number | null) =>
    field.onChange(minutos.map((um, n) => (n === i ? (valor ?? Number.NaN) : um)));
  return (
    <div role="group" aria-label={rotulo} className="grid grid-cols-1 gap-2">
      <p className="text-sm font-medium">{rotulo}</p>
      {minutos.map((um, i) => (
        <Linha
          key={i}
          tirar={`Tirar o lembrete ${i + 1}`}
          onTirar={() => field.onChange(minutos.filter((_, n) => n !== i))}
        >
          <Field label={`Lembrete ${i + 1}: quanto antes`} error={erroDe(i)}>
            <DurationInput value={um} placeholder="2h" onBlur={field.onBlur} onValueChange={(valor) => por(i, valor)} />
          </Field>
        </Linha>
      ))}
      {dica && <p className="text-sm text-muted">{dica}</p>}
      {minutos.length < 5 && (
        <Button
          variant="secondary"
          size="sm"
          className="justify-self-start"
          onClick={() => field.onChange([...minutos, [1_440, 120, 60, 2_880, 30].find((um) => !minutos.includes(um))!])}
        >
          <Plus aria-hidden />
          Mais um lembrete
        </Button>
      )}
    </div>
  );
}

/** Texts that people send with a tap. */
export function RespostasCampo({ name, rotulo, dica }: CampoProps) {
  const { field, error } = useFormField(name, rotulo, (valor) => (valor as string[]).join(" / ") || "vazio");
  const erroDe = useErroDaLista(name, error);
  const textos = field.value as string[];
  return (
    <div role="group" aria-label={rotulo} className="grid grid-cols-1 gap-3">
      <p className="text-sm text-muted">{dica}</p>
      {textos.map((texto, i) => (
        <Linha
          key={i}
          tirar={`Apagar a resposta ${i + 1}`}
          onTirar={() => field.onChange(textos.filter((_, n) => n !== i))}
        >
          <Field label={`Resposta ${i + 1}`} error={erroDe(i)}>
            <Textarea
              value={texto}
              rows={2}
              onBlur={field.onBlur}
              onChange={({ target }) => field.onChange(textos.map((um, n) => (n === i ? target.value : um)))}
            />
          </Field>
        </Linha>
      ))}
      <Button
        variant="secondary"
        size="sm"
        className="justify-self-start"
        disabled={textos.length >= 50}
        onClick={() => field.onChange([...textos, ""])}
      >
        <Plus aria-hidden />
        Mais uma resposta
      </Button>
    </div>
  );
}
