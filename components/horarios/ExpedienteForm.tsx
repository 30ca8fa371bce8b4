"use client";

import { Button } from "@/components/ui/button";
import { FormDate } from "@/components/ui/form/fields";
import { Form, FormRow } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { editarExpedienteAction } from "@/lib/horarios/actions";
import { expedienteSchema, type ExpedienteInput } from "@/lib/horarios/schema";
import { SemanaField } from "./SemanaField";

type ExpedienteFormProps = {
  /** A new period has no `id`; the company's week has no professional and no dates. */
  expediente: ExpedienteInput;
  onDone: () => void;
};

/** The week of the company, or of a professional from one day to another. */
export default function ExpedienteForm({ expediente, onDone }: ExpedienteFormProps) {
  const daEmpresa = expediente.funcionarioId === null;
  const kit = useActionForm({
    schema: expedienteSchema,
    action: editarExpedienteAction,
    values: expediente,
    done: "Horários salvos.",
    onSuccess: onDone,
  });
  return (
    <Form kit={kit}>
      {!daEmpresa && (
        <div className="grid gap-1.5">
          <FormRow>
            <FormDate name="de" label="A partir de" optional />
            <FormDate name="ate" label="Até" optional />
          </FormRow>
          <p className="text-sm text-muted">
            {expediente.id === null
              ? "Sem datas vale sempre. Um período sem fim que começou antes termina na véspera."
              : "Sem datas vale sempre."}
          </p>
        </div>
      )}
      <SemanaField rotulo="Horários da semana" />
      <Button type="submit">Salvar horários</Button>
    </Form>
  );
}
