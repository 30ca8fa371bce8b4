"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import {
  FormChoice,
  FormColor,
  FormCombobox,
  FormDuration,
  FormMoney,
  FormSwitch,
  FormText,
  FormTextarea,
} from "@/components/ui/form/fields";
import { Form, FormActions, FormRow, FormSection } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { criarServicoAction, editarServicoAction } from "@/lib/servicos/actions";
import type { ServicoDoFormulario } from "@/lib/servicos/queries";
import { editarServicoSchema, servicoSchema, tiposPreco } from "@/lib/servicos/schema";

type ServicoFormProps = { servico?: ServicoDoFormulario; categorias: string[] };

/** Creates a service, or edits the one given. */
export function ServicoForm({ servico, categorias }: ServicoFormProps) {
  return servico ? <Editar servico={servico} categorias={categorias} /> : <Criar categorias={categorias} />;
}

function Criar({ categorias }: { categorias: string[] }) {
  const router = useRouter();
  const kit = useActionForm({
    schema: servicoSchema,
    action: criarServicoAction,
    values: {
      nome: "",
      descricao: "",
      categoria: "",
      precoTipo: "fixo",
      duracaoMinutos: 30,
      preparoMinutos: 0,
      cor: "verde",
      assistenteAgenda: true,
      ativo: true,
      precoCentavos: null,
    },
    done: "Serviço criado.",
    onSuccess: () => router.push("/servicos"),
  });
  return (
    <Form kit={kit}>
      <Campos categorias={categorias} />
    </Form>
  );
}

function Editar({ servico, categorias }: { servico: ServicoDoFormulario; categorias: string[] }) {
  const router = useRouter();
  const kit = useActionForm({
    schema: editarServicoSchema,
    action: editarServicoAction,
    values: servico,
    done: "Serviço salvo.",
    onSuccess: () => router.push("/servicos"),
  });
  return (
    <Form kit={kit}>
      <Campos categorias={categorias} />
    </Form>
  );
}

const opcoesPreco = Object.entries(tiposPreco).map(([value, label]) => ({ value, label }));

function Campos({ categorias }: { categorias: string[] }) {
  const precoTipo = useWatch({ name: "precoTipo" });
  const avaliado = precoTipo === "sob_avaliacao";
  return (
    <>
      <FormSection title="O que é">
        <FormText name="nome" label="Nome" placeholder="Por exemplo: Corte feminino" />
        <FormCombobox
          name="categoria"
          label="Categoria"
          optional
          creatable
          empty="Sem categoria"
          options={categorias.map((categoria) => ({ value: categoria, label: categoria }))}
        />
        <FormTextarea name="descricao" label="Descrição" optional hint="O assistente conta isto a quem pergunta." />
      </FormSection>
      <FormSection title="Preço e tempo">
        <FormChoice name="precoTipo" label="Cobrança" options={opcoesPreco} />
        {!avaliado && <FormMoney name="precoCentavos" label="Preço" hint="Como você fala: 45 ou 45,50." />}
        <FormRow>
          <FormDuration name="duracaoMinutos" label="Duração" hint="Por exemplo: 30 ou 1h30." />
          <FormDuration name="preparoMinutos" label="Preparo depois" hint="Para limpar e arrumar, antes do próximo." />
        </FormRow>
      </FormSection>
      <FormSection title="Na agenda">
        <FormColor name="cor" label="Cor" />
        {avaliado ? (
          <p className="text-sm text-muted">
            O que depende de avaliação é marcado por uma pessoa, não pelo assistente.
          </p>
        ) : (
          <FormSwitch
            name="assistenteAgenda"
            label="O assistente pode marcar sozinho"
            hint="Desligado, quem pede este serviço no WhatsApp fala com uma pessoa."
          />
        )}
        <FormSwitch name="ativo" label="Ativo" hint="Só o que está ativo pode ser marcado." />
      </FormSection>
      <FormActions save="Salvar serviço" cancel="/servicos" />
    </>
  );
}
