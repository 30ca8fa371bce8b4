"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { FormChoice, FormText } from "@/components/ui/form/fields";
import { Form, FormActions, FormRow, FormSection } from "@/components/ui/form/form";
import { FormPhone } from "@/components/ui/form/spelled";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { toast } from "@/components/ui/toast";
import { criarUsuarioAction, editarUsuarioAction } from "@/lib/usuarios/actions";
import type { ModeloDePermissoes, UsuarioVisto } from "@/lib/usuarios/queries";
import { editarUsuarioSchema, interruptores, tiposUsuario, usuarioSchema } from "@/lib/usuarios/schema";
import { PermissoesCampos } from "./PermissoesCampos";
import { RebaixarMaster } from "./RebaixarMaster";
import { SenhaTemporaria } from "./SenhaTemporaria";

type UsuarioFormProps = { usuario?: UsuarioVisto; modelos: ModeloDePermissoes[] };

/** Registers somebody who can sign in, or edits the one given. */
export function UsuarioForm({ usuario, modelos }: UsuarioFormProps) {
  return usuario ? <Editar usuario={usuario} modelos={modelos} /> : <Criar modelos={modelos} />;
}

function Criar({ modelos }: { modelos: ModeloDePermissoes[] }) {
  const router = useRouter();
  const [criado, setCriado] = useState<{ nome: string; senha: string } | null>(null);
  const kit = useActionForm({
    schema: usuarioSchema,
    action: criarUsuarioAction,
    values: { nome: "", email: "", telefone: null, tipo: "restrito", ...interruptores([]) },
    done: "Usuário criado.",
    onSuccess({ id, nome, senha }) {
      if (senha !== null) return setCriado({ nome, senha });
      toast.error("A senha temporária se perdeu no caminho. Redefina a senha para entregar outra.");
      router.push(`/usuarios/${id}`);
    },
  });
  return (
    <>
      <Form kit={kit}>
        <Campos modelos={modelos} />
      </Form>
      {criado && <SenhaTemporaria {...criado} onClose={() => router.push("/usuarios")} />}
    </>
  );
}

function Editar({ usuario, modelos }: { usuario: UsuarioVisto; modelos: ModeloDePermissoes[] }) {
  const router = useRouter();
  const { formulario, voce } = usuario;
  const [rebaixando, setRebaixando] = useState(false);
  const kit = useActionForm({
    schema: editarUsuarioSchema,
    action: editarUsuarioAction,
    values: formulario,
    done: "Usuário salvo.",
    onSuccess: () => router.push("/usuarios"),
  });

  async function salvar(event?: Parameters<typeof kit.submit>[0]) {
    if (formulario.tipo !== "master" || kit.form.getValues("tipo") === "master") return kit.submit(event);
    event?.preventDefault();
    if (await kit.form.trigger(undefined, { shouldFocus: true })) setRebaixando(true);
  }

  return (
    <>
      <Form kit={{ ...kit, submit: salvar }}>
        <Campos modelos={modelos.filter(({ id }) => id !== usuario.id)} voce={voce} />
      </Form>
      {rebaixando && (
        <RebaixarMaster nome={formulario.nome} onClose={() => setRebaixando(false)} onConfirm={() => kit.submit()} />
      )}
    </>
  );
}

const opcoesTipo = Object.entries(tiposUsuario).map(([value, label]) => ({ value, label }));

function Campos({ modelos, voce = false }: { modelos: ModeloDePermissoes[]; voce?: boolean }) {
  const master = useWatch({ name: "tipo" }) === "master";
  return (
    <>
      <FormSection title="Quem é">
        <FormText name="nome" label="Nome" />
        <FormRow>
          <FormText name="email" label="E-mail" type="email" hint="É com ele que a pessoa entra." />
          <FormPhone name="telefone" label="Telefone" optional />
        </FormRow>
      </FormSection>
      <FormSection title="O que pode fazer">
        {voce ? (
          <p>Você é master. Só outro master pode mudar o seu tipo.</p>
        ) : (
          <FormChoice name="tipo" label="Tipo" options={opcoesTipo} />
        )}
        {master ? (
          <p className="text-sm text-muted">
            Pode tudo: usuários, permissões, serviços, configurações e a auditoria também.
          </p>
        ) : (
          <PermissoesCampos modelos={modelos} />
        )}
      </FormSection>
      <FormActions save="Salvar usuário" cancel="/usuarios" />
    </>
  );
}
