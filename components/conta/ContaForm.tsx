"use client";

import { FormText } from "@/components/ui/form/fields";
import { FormPhone } from "@/components/ui/form/spelled";
import { Form, FormRow, FormSection } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Button } from "@/components/ui/button";
import { editarContaAction } from "@/lib/usuarios/actions";
import type { Conta } from "@/lib/usuarios/queries";
import { contaSchema } from "@/lib/usuarios/schema";

/** The own name and number. The e-mail is what one signs in with, so a master changes it. */
export function ContaForm({ conta }: { conta: Conta }) {
  const kit = useActionForm({
    schema: contaSchema,
    action: editarContaAction,
    values: conta,
    done: "Seus dados foram salvos.",
  });
  return (
    <Form kit={kit}>
      <FormSection title="Meus dados">
        <FormRow>
          <FormText name="nome" label="Nome" autoComplete="name" />
          <FormPhone name="telefone" label="Telefone" optional autoComplete="tel" />
        </FormRow>
        <Button type="submit" className="justify-self-start">
          Salvar dados
        </Button>
      </FormSection>
    </Form>
  );
}
