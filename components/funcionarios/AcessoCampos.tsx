"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { FormChoice, FormRecord, FormText } from "@/components/ui/form/fields";
import { PermissoesCampos } from "@/components/usuarios/PermissoesCampos";
import type { OpcoesDoFuncionario } from "@/lib/funcionarios/queries";
import type { ModeloDePermissoes } from "@/lib/usuarios/queries";

type AcessoCamposProps = { usuarios: NonNullable<OpcoesDoFuncionario["usuarios"]>; modelos: ModeloDePermissoes[] };

const modos = [
  { value: "nenhum", label: "Não entra" },
  { value: "existente", label: "Usuário que já existe" },
  { value: "novo", label: "Criar usuário" },
];

/** Whether this employee uses the system, and as which user. For a master only. */
export function AcessoCampos({ usuarios, modelos }: AcessoCamposProps) {
  const { formState } = useFormContext();
  const modo = useWatch({ name: "acesso" });
  const ligado = formState.defaultValues?.usuarioId;
  return (
    <>
      <FormChoice name="acesso" label="Usa o sistema?" options={modos} />
      {modo === "nenhum" && ligado && (
        <p className="text-sm text-muted">
          O usuário fica sem funcionário, mas continua podendo entrar. Para fechar o acesso, desative-o em Usuários.
        </p>
      )}
      {modo === "existente" && (
        <FormRecord
          name="usuarioId"
          label="Usuário"
          placeholder="Escolher usuário…"
          hint={usuarios.length === 0 ? "Todos os usuários ativos já têm um funcionário." : undefined}
          options={usuarios.map(({ id, nome, email }) => ({ id, label: email ? `${nome} (${email})` : nome }))}
        />
      )}
      {modo === "novo" && (
        <>
          <FormText
            name="email"
            label="E-mail"
            type="email"
            hint="É com ele que a pessoa entra. A senha temporária aparece ao salvar."
          />
          <PermissoesCampos modelos={modelos} />
        </>
      )}
    </>
  );
}
