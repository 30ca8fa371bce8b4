"use client";

import { FormEmail } from "@/components/ui/form/email";
import { FormDate, FormText, FormTextarea } from "@/components/ui/form/fields";
import { FormRow, FormSection } from "@/components/ui/form/form";
import { FormCpf, FormPhone } from "@/components/ui/form/spelled";
import { FormTags } from "@/components/ui/form/tags";

/** What is known of a client; the name is enough. */
export function ClienteCampos({ etiquetas }: { etiquetas: string[] }) {
  return (
    <>
      <FormSection title="Quem é">
        <FormText name="nome" label="Nome" autoComplete="off" />
        <FormPhone name="telefone" label="Telefone" optional hint="Como a pessoa fala: com DDD, com ou sem o 9." />
        <FormText name="apelido" label="Como prefere ser chamado" optional />
        <FormEmail name="email" label="E-mail" optional />
        <FormRow>
          <FormDate name="nascimento" label="Nascimento" optional />
          <FormCpf name="cpf" label="CPF" optional />
        </FormRow>
      </FormSection>
      <FormSection title="Para atender melhor">
        <FormTags name="etiquetas" label="Etiquetas" optional suggestions={etiquetas} />
        <FormTextarea name="observacoes" label="Observações" optional hint="Só a equipe vê." />
      </FormSection>
    </>
  );
}
