"use client";

import { FormCombobox, FormSelect, FormText } from "@/components/ui/form/fields";
import { Form, FormActions, FormRow, FormSection } from "@/components/ui/form/form";
import { FormCep, FormCnpj, FormPhone } from "@/components/ui/form/spelled";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { editarEmpresaAction } from "@/lib/configuracoes/actions";
import type { EmpresaDoFormulario } from "@/lib/configuracoes/queries";
import { empresaSchema } from "@/lib/configuracoes/schema";
import { estados } from "@/lib/domain/estados";
import { opcoesDeFuso } from "@/lib/domain/fusos";
import { LogoField, type LogoFieldProps } from "./LogoField";

const ufs = Object.entries(estados).map(([value, label]) => ({ value, label }));
const fusos = opcoesDeFuso();

/** The company's own data. It stays open after saving, since there is no list to go back to. */
export function EmpresaForm({ empresa, ...logo }: { empresa: EmpresaDoFormulario } & LogoFieldProps) {
  const kit = useActionForm({
    schema: empresaSchema,
    action: editarEmpresaAction,
    values: empresa,
    done: "Dados da empresa salvos.",
  });
  return (
    <Form kit={kit}>
      <FormSection title="Identidade">
        <LogoField {...logo} />
        <FormText name="nome" label="Nome" hint="Como os clientes conhecem a empresa" />
        <FormText name="razaoSocial" label="Razão social" optional />
        <FormCnpj name="cnpj" label="CNPJ" optional />
      </FormSection>
      <FormSection title="Contato">
        <FormPhone name="telefone" label="Telefone" optional />
      </FormSection>
      <FormSection title="Endereço">
        <FormRow>
          <FormCep name="cep" label="CEP" optional />
          <FormSelect name="uf" label="Estado" options={ufs} empty="Escolher…" optional />
        </FormRow>
        <FormText name="logradouro" label="Rua ou avenida" optional />
        <FormRow>
          <FormText name="numero" label="Número" optional />
          <FormText name="complemento" label="Complemento" optional />
        </FormRow>
        <FormRow>
          <FormText name="bairro" label="Bairro" optional />
          <FormText name="cidade" label="Cidade" optional />
        </FormRow>
      </FormSection>
      <FormSection title="Fuso horário" hint="Em que hora a empresa vive. Todos os horários são lidos e escritos nele.">
        <FormCombobox name="fuso" label="Fuso horário" options={fusos} />
      </FormSection>
      <FormActions save="Salvar dados da empresa" cancel="/" />
    </Form>
  );
}
