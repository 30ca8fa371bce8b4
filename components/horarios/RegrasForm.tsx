"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDuration, FormSwitch } from "@/components/ui/form/fields";
import { Form } from "@/components/ui/form/form";
import { useFormField } from "@/components/ui/form/field-notes";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { escreverMinutos } from "@/lib/domain/duracao";
import { editarRegrasAction } from "@/lib/horarios/actions";
import { passosDaGrade, regrasSchema, type RegrasInput } from "@/lib/horarios/schema";

const passos = passosDaGrade.map((passo) => ({
  value: String(passo),
  label: `De ${escreverMinutos(passo)} em ${escreverMinutos(passo)}`,
}));

function GradeField() {
  const rotulo = "Horários oferecidos";
  const { field, error } = useFormField("gradeMinutos", rotulo, (value) => escreverMinutos(Number(value)));
  return (
    <Field label={rotulo} error={error}>
      <Select
        {...field}
        value={String(field.value)}
        onChange={({ target }) => field.onChange(Number(target.value))}
        options={passos}
      />
    </Field>
  );
}

function DiasField() {
  const rotulo = "Até quantos dias à frente";
  const { field, error } = useFormField("horizonteDias", rotulo);
  return (
    <Field label={rotulo} error={error}>
      <Input
        {...field}
        inputMode="numeric"
        after="dias"
        value={Number.isNaN(field.value) ? "" : String(field.value)}
        onChange={({ target: { value } }) =>
          field.onChange(/^\d{1,5}$/.test(value.trim()) ? Number(value) : Number.NaN)
        }
      />
    </Field>
  );
}

/** How clients may book by themselves. */
export default function RegrasForm({ regras, onDone }: { regras: RegrasInput; onDone: () => void }) {
  const kit = useActionForm({
    schema: regrasSchema,
    action: editarRegrasAction,
    values: regras,
    done: "Regras salvas.",
    onSuccess: onDone,
  });
  return (
    <Form kit={kit}>
      <GradeField />
      <FormDuration
        name="antecedenciaMinutos"
        label="Antecedência mínima"
        hint="Por exemplo 30 min, 2h ou 24h"
        placeholder="1h"
      />
      <DiasField />
      <FormDuration
        name="prazoClienteMinutos"
        label="Cancelar ou remarcar até"
        hint="Quanto tempo antes o cliente ainda muda sozinho"
        placeholder="2h"
      />
      <FormSwitch
        name="feriadosFechados"
        label="Fecha nos feriados nacionais"
        hint="Cada feriado pode ser aberto ou fechado na lista de datas."
      />
      <Button type="submit">Salvar regras</Button>
    </Form>
  );
}
