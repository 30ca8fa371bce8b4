"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { SenhaTemporaria } from "@/components/usuarios/SenhaTemporaria";
import { Form } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { toast } from "@/components/ui/toast";
import { criarFuncionarioAction, editarFuncionarioAction } from "@/lib/funcionarios/actions";
import type { FuncionarioDoFormulario, OpcoesDoFuncionario } from "@/lib/funcionarios/queries";
import { editarFuncionarioSchema, funcionarioSchema, type FuncionarioInput } from "@/lib/funcionarios/schema";
import type { ModeloDePermissoes } from "@/lib/usuarios/queries";
import { interruptores } from "@/lib/usuarios/schema";
import { DepoisDoUltimoDia } from "./DepoisDoUltimoDia";
import { FuncionarioCampos } from "./FuncionarioCampos";

type FuncionarioFormProps = {
  funcionario?: FuncionarioDoFormulario;
  opcoes: OpcoesDoFuncionario;
  modelos: ModeloDePermissoes[];
  podeAgendar?: boolean;
};

type Salvo = { id: number; versao: number; senha: string | null; desligado: boolean; depois: number };

/** Registers somebody who works here, or edits the one given. */
export function FuncionarioForm({ funcionario, ...rest }: FuncionarioFormProps) {
  return funcionario ? <Editar funcionario={funcionario} {...rest} /> : <Criar {...rest} />;
}

const semAcesso = { acesso: "nenhum", usuarioId: null, email: "", ...interruptores([]) } as const;

function Criar({ opcoes, modelos }: Omit<FuncionarioFormProps, "funcionario">) {
  const [salvo, setSalvo] = useState<Salvo | null>(null);
  const kit = useActionForm({
    schema: funcionarioSchema,
    action: criarFuncionarioAction,
    values: {
      nome: "",
      apelido: "",
      telefone: null,
      cargoId: null as never,
      contrato: null,
      matricula: "",
      admissao: "",
      desligamento: "",
      cor: "verde",
      servicos: [],
      ...(opcoes.usuarios && semAcesso),
    },
    done: "Funcionário cadastrado.",
    onSuccess: setSalvo,
  });
  return (
    <>
      <Form kit={kit}>
        <FuncionarioCampos opcoes={opcoes} modelos={modelos} usuario={null} />
      </Form>
      {salvo && <DepoisDeSalvar salvo={salvo} enviado={kit.form.getValues()} />}
    </>
  );
}

type EditarProps = FuncionarioFormProps & Required<Pick<FuncionarioFormProps, "funcionario">>;

function Editar({ funcionario, opcoes, modelos, podeAgendar }: EditarProps) {
  const [salvo, setSalvo] = useState<Salvo | null>(null);
  const { usuario, ativo: _, marcados: __, ...valores } = funcionario;
  const ligado = { ...semAcesso, acesso: usuario ? "existente" : "nenhum", usuarioId: usuario?.id ?? null } as const;
  const values = { ...valores, ...(opcoes.usuarios && ligado) };
  const kit = useActionForm({
    schema: editarFuncionarioSchema,
    action: editarFuncionarioAction,
    values,
    done: "Funcionário salvo.",
    onSuccess: setSalvo,
  });

  // Saved or deactivated on this very page: the row is newer than a form in which nothing was typed since.
  const acompanhar = useEffectEvent(() => {
    if (!kit.form.formState.isDirty) kit.form.reset(values);
  });
  useEffect(() => acompanhar(), [funcionario.versao]);

  return (
    <>
      <Form kit={kit}>
        <FuncionarioCampos opcoes={opcoes} modelos={modelos} usuario={usuario} />
      </Form>
      {salvo && <DepoisDeSalvar salvo={salvo} enviado={kit.form.getValues()} podeAgendar={podeAgendar} />}
    </>
  );
}

type DepoisDeSalvarProps = { salvo: Salvo; enviado: FuncionarioInput; podeAgendar?: boolean };

/** Hands over the new user's password, then goes back to the list, or asks about somebody whose last day has come. */
function DepoisDeSalvar({ salvo, enviado, podeAgendar }: DepoisDeSalvarProps) {
  const { id, senha, desligado, depois } = salvo;
  const router = useRouter();
  const [entregue, setEntregue] = useState(senha === null);
  // Whoever is deactivated at once is asked about their appointments there.
  const pergunta = depois > 0 && !desligado;
  const seguir = useEffectEvent(() => {
    if (enviado.acesso === "novo" && senha === null)
      toast.error("O usuário já tinha sido criado. Redefina a senha em Usuários para entregar uma.");
    if (pergunta) return;
    router.push(desligado ? `/funcionarios/${id}?desativar` : "/funcionarios");
  });
  useEffect(() => {
    if (entregue) seguir();
  }, [entregue]);

  if (!entregue) return <SenhaTemporaria nome={enviado.nome} senha={senha ?? ""} onClose={() => setEntregue(true)} />;
  return pergunta ? <DepoisDoUltimoDia funcionario={{ id, nome: enviado.nome }} {...{ depois, podeAgendar }} /> : null;
}
