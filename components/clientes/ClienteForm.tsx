"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { FormSelect, FormSwitch, FormTextarea } from "@/components/ui/form/fields";
import { Form, FormActions, FormSection } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { criarClienteAction, editarClienteAction } from "@/lib/clientes/actions";
import type { ClienteDaFicha } from "@/lib/clientes/queries";
import { editarClienteSchema, novoClienteSchema } from "@/lib/clientes/schema";
import { canaisConsentimento } from "@/lib/domain/pessoas";
import { ClienteCampos } from "./ClienteCampos";
import { opcoesModo } from "./modos";

type ClienteFormProps = {
  /** Tags that other clients have. */
  etiquetas: string[];
  /** What a client is asked to agree to. */
  texto: string;
};

/** Registers a client, with what they agree to. */
export function ClienteForm({ etiquetas, texto }: ClienteFormProps) {
  const router = useRouter();
  const kit = useActionForm({
    schema: novoClienteSchema,
    action: criarClienteAction,
    values: {
      nome: "",
      apelido: "",
      telefone: null,
      email: "",
      nascimento: null,
      cpf: null,
      observacoes: "",
      etiquetas: [],
      consente: { whatsapp: false, sms: false, email: false },
      como: "balcao",
      texto,
    },
    done: "Cliente cadastrado.",
    onSuccess: ({ id }) => router.push(`/clientes/${id}`),
  });
  return (
    <Form kit={kit}>
      <ClienteCampos etiquetas={etiquetas} />
      <Consentimento />
      <FormActions save="Salvar cliente" cancel="/clientes" />
    </Form>
  );
}

function Consentimento() {
  const consente: Record<string, boolean> = useWatch({ name: "consente" });
  return (
    <FormSection title="Mensagens" hint="Marque só o que o cliente autorizou.">
      <div className="grid gap-1">
        {Object.entries(canaisConsentimento).map(([canal, rotulo]) => (
          <FormSwitch key={canal} name={`consente.${canal}`} label={`Aceita mensagens por ${rotulo}`} />
        ))}
      </div>
      {Object.values(consente).some(Boolean) && (
        <>
          <FormSelect name="como" label="Como consentiu" options={opcoesModo} />
          <FormTextarea name="texto" label="Com o que concordou" />
        </>
      )}
    </FormSection>
  );
}

/** Changes what is known of a client. */
export function EditarClienteForm({ cliente, etiquetas }: { cliente: ClienteDaFicha; etiquetas: string[] }) {
  const router = useRouter();
  const { ativo: _, ultimaVisitaEm: __, criadoEm: ___, consentimentos: ____, ...valores } = cliente;
  const kit = useActionForm({
    schema: editarClienteSchema,
    action: editarClienteAction,
    values: { ...valores, apelido: cliente.apelido ?? "" },
    done: "Cliente salvo.",
    onSuccess: () => router.push(`/clientes/${cliente.id}`),
  });
  return (
    <Form kit={kit}>
      <ClienteCampos etiquetas={etiquetas} />
      <FormActions save="Salvar cliente" cancel={`/clientes/${cliente.id}`} />
    </Form>
  );
}
