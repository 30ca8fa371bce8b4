"use client";

import { Plus } from "lucide-react";
import { useFormState, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { FormDate, FormSelect, FormSwitch, FormText } from "@/components/ui/form/fields";
import { useFormField } from "@/components/ui/form/field-notes";
import { Form } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { origensDeExcecao } from "@/lib/domain/agenda";
import { escreverTurnos, type Turno } from "@/lib/domain/expediente";
import { salvarExcecaoAction } from "@/lib/horarios/actions";
import { excecaoSchema, type ExcecaoInput } from "@/lib/horarios/schema";
import { proximoTurno, TurnosEditor, type ErroDoDia } from "./TurnosEditor";

const origens = Object.entries(origensDeExcecao).map(([value, label]) => ({ value, label }));

const modos = [
  { value: "fechado", label: "Fechado" },
  { value: "comum", label: "Aberto como sempre" },
  { value: "proprio", label: "Aberto em outro horário" },
];

const comoFunciona = (aberto: boolean, turnos: Turnos) => (!aberto ? "fechado" : turnos ? "proprio" : "comum");
type Turnos = readonly Turno[] | null;

function FuncionamentoField() {
  const rotulo = "Neste dia";
  const { field: daAbertura } = useFormField("aberto", rotulo, (value) => (value ? "aberto" : "fechado"));
  const { field: dasHoras } = useFormField("turnos", "Horários do dia", (value) =>
    value ? escreverTurnos(value as Turno[]) : "como sempre",
  );
  const erro = useFormState().errors.turnos as ErroDoDia | undefined;
  const { value: aberto, onChange: abrir, ref } = daAbertura;
  const { value, onChange: porHoras } = dasHoras;
  const turnos = value as Turnos;

  function escolher(modo: string) {
    abrir(modo !== "fechado");
    porHoras(modo === "proprio" ? [proximoTurno([])] : null);
  }

  return (
    <Field group label={rotulo}>
      <Choice options={modos} value={comoFunciona(aberto, turnos)} onValueChange={escolher} ref={ref} />
      {aberto && turnos && (
        <div className="grid gap-2 pt-1">
          <TurnosEditor dia={rotulo} turnos={turnos} onChange={porHoras} erro={erro} />
          <Button
            variant="ghost"
            size="sm"
            className="justify-self-start"
            onClick={() => porHoras([...turnos, proximoTurno(turnos)])}
          >
            <Plus aria-hidden />
            Mais um período
          </Button>
        </div>
      )}
    </Field>
  );
}

function TipoField() {
  const origem = useWatch({ name: "origem" });
  // Whoever adds a date by hand adds none that the law of the country knows.
  const opcoes = origem === "nacional" ? origens : origens.filter(({ value }) => value !== "nacional");
  return <FormSelect name="origem" label="Tipo" options={opcoes} />;
}

/** A day that is not like its weekday. */
export default function ExcecaoForm({ excecao, onDone }: { excecao: ExcecaoInput; onDone: () => void }) {
  const kit = useActionForm({
    schema: excecaoSchema,
    action: salvarExcecaoAction,
    values: excecao,
    done: "Data salva.",
    onSuccess: onDone,
  });
  return (
    <Form kit={kit}>
      <FormDate name="data" label="Data" />
      <FormText name="nome" label="Nome" placeholder="Aniversário da cidade" />
      <TipoField />
      <FuncionamentoField />
      <FormSwitch name="anual" label="Todo ano" hint="No mesmo dia e mês de cada ano." />
      <Button type="submit">Salvar data</Button>
    </Form>
  );
}
