"use client";

import { FormColor, FormDate, FormRecord, FormSelect, FormText } from "@/components/ui/form/fields";
import { FormActions, FormRow, FormSection } from "@/components/ui/form/form";
import { FormPhone } from "@/components/ui/form/spelled";
import { contratos } from "@/lib/domain/pessoas";
import type { FuncionarioDoFormulario, OpcoesDoFuncionario } from "@/lib/funcionarios/queries";
import type { ModeloDePermissoes } from "@/lib/usuarios/queries";
import { AcessoCampos } from "./AcessoCampos";
import { AcessoResumo } from "./AcessoResumo";
import { ServicosField } from "./ServicosField";

type FuncionarioCamposProps = {
  opcoes: OpcoesDoFuncionario;
  modelos: ModeloDePermissoes[];
  usuario: FuncionarioDoFormulario["usuario"];
};

const opcoesContrato = Object.entries(contratos).map(([value, label]) => ({ value, label }));

/** The fields of an employee. Who signs in is a master's to say; others read it. */
export function FuncionarioCampos({ opcoes, modelos, usuario }: FuncionarioCamposProps) {
  return (
    <>
      <FormSection title="Quem é">
        <FormText name="nome" label="Nome" />
        <FormRow>
          <FormText name="apelido" label="Como os clientes chamam" optional />
          <FormPhone name="telefone" label="Telefone" optional />
        </FormRow>
        <FormColor name="cor" label="Cor na agenda" />
      </FormSection>
      <FormSection title="Trabalho">
        <FormRow>
          <FormRecord
            name="cargoId"
            label="Cargo"
            placeholder="Escolher cargo…"
            hint={opcoes.cargos.length === 0 ? "Ainda não há cargos. Crie um em Cargos." : undefined}
            options={opcoes.cargos.map(({ id, nome }) => ({ id, label: nome }))}
          />
          <FormSelect name="contrato" label="Contrato" optional empty="Não informado" options={opcoesContrato} />
        </FormRow>
        <FormRow>
          <FormDate name="admissao" label="Admissão" optional />
          <FormDate name="desligamento" label="Último dia de trabalho" optional />
        </FormRow>
        <FormRow>
          <FormText name="matricula" label="Matrícula" optional />
        </FormRow>
      </FormSection>
      <FormSection title="Serviços que faz" hint="O tempo e o preço são os do serviço, a não ser que você diga outros.">
        <ServicosField oferecidos={opcoes.servicos} />
      </FormSection>
      <FormSection title="Acesso ao sistema">
        {opcoes.usuarios ? (
          <AcessoCampos usuarios={opcoes.usuarios} modelos={modelos} />
        ) : (
          <AcessoResumo usuario={usuario} />
        )}
      </FormSection>
      <FormActions save="Salvar funcionário" cancel="/funcionarios" />
    </>
  );
}
