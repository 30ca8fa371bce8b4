"use client";

import type { ComponentProps } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { Choice } from "@/components/ui/choice";
import { ColorPicker } from "@/components/ui/color-picker";
import { Combobox, type ComboboxProps } from "@/components/ui/combobox";
import { Field, type FieldProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { DurationInput, MoneyInput } from "@/components/ui/parsed-input";
import { Select, type Option } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { cores, type Cor } from "@/lib/domain/cores";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverDia } from "@/lib/domain/instantes";
import { useFormField } from "./field-notes";

/** `<FormText<ServicoInput> name="nome" …>` lets the compiler check the name; without it any name goes. */
type Named<T extends FieldValues> = { name: Path<T> } & Pick<FieldProps, "label" | "hint" | "optional">;

const written = (write: (value: number) => string) => (value: unknown) =>
  typeof value === "number" ? write(value) : "vazio";

const labelled = (options: readonly Option[], empty?: string) => (value: unknown) =>
  options.find((option) => option.value === value)?.label ?? (value ? String(value) : (empty ?? "vazio"));

export function FormText<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  ...rest
}: Named<T> & Omit<ComponentProps<typeof Input>, "name">) {
  const { field, error } = useFormField<T>(name, label);
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Input {...rest} {...field} value={field.value ?? ""} />
    </Field>
  );
}

export function FormTextarea<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  ...rest
}: Named<T> & Omit<ComponentProps<"textarea">, "name">) {
  const { field, error } = useFormField<T>(name, label);
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Textarea {...rest} {...field} value={field.value ?? ""} />
    </Field>
  );
}

/** A civil day, `2026-11-23`, or null while empty. */
export function FormDate<T extends FieldValues>({ name, label, hint, optional }: Named<T>) {
  const { field, error } = useFormField<T>(name, label, (value) => escreverDia(String(value ?? "")) || "vazio");
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Input
        {...field}
        type="date"
        value={field.value ?? ""}
        onChange={(event) => field.onChange(event.target.value || null)}
      />
    </Field>
  );
}

/** Integer centavos, or null while empty. */
export function FormMoney<T extends FieldValues>({ name, label, hint, optional }: Named<T>) {
  const { field, error } = useFormField<T>(name, label, written(escreverCentavos));
  const { onChange, ...rest } = field;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <MoneyInput {...rest} onValueChange={onChange} />
    </Field>
  );
}

/** Integer minutes, or null while empty. */
export function FormDuration<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  placeholder,
}: Named<T> & { placeholder?: string }) {
  const { field, error } = useFormField<T>(name, label, written(escreverMinutos));
  const { onChange, ...rest } = field;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <DurationInput {...rest} onValueChange={onChange} placeholder={placeholder} />
    </Field>
  );
}

/** One of a short list; with `empty` the value may be null. */
export function FormSelect<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  options,
  empty,
}: Named<T> & { options: readonly Option[]; empty?: string }) {
  const { field, error } = useFormField<T>(name, label, labelled(options, empty));
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Select
        {...field}
        value={field.value ?? ""}
        onChange={(event) => field.onChange(event.target.value || null)}
        options={options}
        empty={empty}
      />
    </Field>
  );
}

/** One of two to four ways, all in sight. */
export function FormChoice<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  options,
}: Named<T> & { options: readonly Option[] }) {
  const { field, error } = useFormField<T>(name, label, labelled(options));
  const { value, onChange, onBlur, ref } = field;
  return (
    <Field group label={label} hint={hint} optional={optional} error={error}>
      <Choice options={options} value={value} onValueChange={onChange} onBlur={onBlur} ref={ref} />
    </Field>
  );
}

/** One of a long list by typing; with `creatable` also a text that is not in it. */
export function FormCombobox<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  ...rest
}: Named<T> & Pick<ComboboxProps, "options" | "empty" | "creatable" | "placeholder">) {
  const { field, error } = useFormField<T>(name, label, labelled(rest.options, rest.empty));
  const { value, onChange, onBlur, ref } = field;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Combobox {...rest} value={value ?? null} onValueChange={onChange} onBlur={onBlur} ref={ref} />
    </Field>
  );
}

/** One record of a list by typing; the value is its number. */
export function FormRecord<T extends FieldValues>({
  name,
  label,
  hint,
  optional,
  options,
  ...rest
}: Named<T> & Pick<ComboboxProps, "empty" | "placeholder"> & { options: readonly { id: number; label: string }[] }) {
  const texts = options.map((option) => ({ value: String(option.id), label: option.label }));
  const show = (value: unknown) => labelled(texts, rest.empty)(value && String(value));
  const { field, error } = useFormField<T>(name, label, show);
  const { value, onChange, onBlur, ref } = field;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Combobox
        {...rest}
        options={texts}
        value={value ? String(value) : null}
        onValueChange={(chosen) => onChange(chosen && Number(chosen))}
        onBlur={onBlur}
        ref={ref}
      />
    </Field>
  );
}

export function FormSwitch<T extends FieldValues>({ name, label, hint }: Omit<Named<T>, "optional">) {
  const { field } = useFormField<T>(name, label, (value) => (value ? "Sim" : "Não"));
  const { value, ...rest } = field;
  return <Switch {...rest} checked={Boolean(value)} label={label} hint={hint} />;
}

/** One of the ten tones of the agenda. */
export function FormColor<T extends FieldValues>({ name, label, hint, optional }: Named<T>) {
  const { field, error } = useFormField<T>(name, label, (value) => cores[value as Cor] ?? "vazio");
  const { value, onChange, onBlur, ref } = field;
  return (
    <Field group label={label} hint={hint} optional={optional} error={error}>
      <ColorPicker value={value ?? null} onValueChange={onChange} onBlur={onBlur} ref={ref} />
    </Field>
  );
}
