"use client";

import { Button } from "@/components/ui/button";
import { FormSelect, FormTextarea } from "@/components/ui/form/fields";
import { Form } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { consentirAction } from "@/lib/clientes/actions";
import { consentirSchema } from "@/lib/clientes/schema";
import { canaisConsentimento, type CanalConsentimento } from "@/lib/domain/pessoas";
import { opcoesModo } from "./modos";

type ConsentirFormProps = {
  usuarioId: number;
  /** The channels on which no consent is in force. */
  canais: CanalConsentimento[];
  texto: string;
  onDone: () => void;
};

/** Writes down that a client agreed. Loaded when it is wanted. */
export default function ConsentirForm({ usuarioId, canais, texto, onDone }: ConsentirFormProps) {
  const kit = useActionForm({
    schema: consentirSchema,
    action: consentirAction,
    values: { usuarioId, canal: canais[0], como: "balcao", texto },
    done: "Consentimento registrado.",
    onSuccess: onDone,
  });
  return (
    <Form kit={kit}>
      <FormSelect
        name="canal"
        label="Canal"
        options={canais.map((canal) => ({ value: canal, label: canaisConsentimento[canal] }))}
      />
      <FormSelect name="como" label="Como consentiu" options={opcoesModo} />
      <FormTextarea name="texto" label="Com o que concordou" />
      <Button type="submit">Registrar consentimento</Button>
    </Form>
  );
}
