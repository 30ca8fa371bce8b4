"use client";

import { useState, type ComponentProps, type Ref } from "react";
import { escreverMinutos, lerMinutos } from "@/lib/domain/duracao";
import { escreverValor, lerCentavos } from "@/lib/domain/dinheiro";
import { Input } from "./input";

type Spelling = { read: (text: string) => number | null; write: (value: number) => string };

type NumberFieldProps = Omit<ComponentProps<"input">, "value" | "defaultValue" | "onChange" | "type"> & {
  ref?: Ref<HTMLInputElement>;
  /** Null: nothing typed. NaN: typed, but not understood, so that the schema refuses it. */
  value: number | null;
  onValueChange: (value: number | null) => void;
};

/** Keeps the person's own spelling while they type and rewrites it when they leave the field. */
function ParsedInput({
  spelling,
  value,
  onValueChange,
  onBlur,
  ...rest
}: NumberFieldProps & { spelling: Spelling } & Pick<ComponentProps<typeof Input>, "before" | "after">) {
  const [draft, setDraft] = useState<{ text: string; value: number | null } | null>(null);
  const written = value === null || Number.isNaN(value) ? "" : spelling.write(value);
  return (
    <Input
      {...rest}
      value={draft && Object.is(draft.value, value) ? draft.text : written}
      onChange={(event) => {
        const text = event.target.value;
        const read = text.trim() === "" ? null : (spelling.read(text) ?? Number.NaN);
        setDraft({ text, value: read });
        onValueChange(read);
      }}
      onBlur={(event) => {
        if (!Number.isNaN(value)) setDraft(null);
        onBlur?.(event);
      }}
    />
  );
}

/** Money in integer centavos, typed as people type it: `45`, `45,5`, `R$ 1.234,50`. */
export function MoneyInput(props: NumberFieldProps) {
  return (
    <ParsedInput
      placeholder="0,00"
      {...props}
      inputMode="decimal"
      before="R$"
      spelling={{ read: lerCentavos, write: escreverValor }}
    />
  );
}

/** A duration in integer minutes, typed as people type it: `30`, `1h30`, `1:30`, `90 min`. */
export function DurationInput(props: NumberFieldProps) {
  return <ParsedInput placeholder="1h30" {...props} spelling={{ read: lerMinutos, write: escreverMinutos }} />;
}
