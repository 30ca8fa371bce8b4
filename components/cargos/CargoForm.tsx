"use client";

import { useRouter } from "next/navigation";
import { FormText, FormTextarea } from "@/components/ui/form/fields";
import { Form, FormActions, FormSection } from "@/components/ui/form/form";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { criarCargoAction, editarCargoAction } from "@/lib/cargos/actions";
import { cargoSchema, editarCargoSchema } from "@/lib/cargos/schema";

type Cargo = { id: number; versao: number; nome: string; descricao: string };

/** Creates a position, or edits the one given. */
export function CargoForm({ cargo }: { cargo?: Cargo }) {
  return cargo ? <Editar cargo={cargo} /> : <Criar />;
}

function Criar() {
  const router = useRouter();
  const kit = useActionForm({
    schema: cargoSchema,
    action: criarCargoAction,
    values: { nome: "", descricao: "" },
    done: "Cargo criado.",
    onSuccess: () => router.push("/cargos"),
  });
  return (
    <Form kit={kit}>
      <Campos />
    </Form>
  );
}

function Editar({ cargo }: { cargo: Cargo }) {
  const router = useRouter();
  const kit = useActionForm({
    schema: editarCargoSchema,
    action: editarCargoAction,
    values: cargo,
    done: "Cargo salvo.",
    onSuccess: () => router.push("/cargos"),
  });
  return (
    <Form kit={kit}>
      <Campos />
    </Form>
  );
}

function Campos() {
  return (
    <>
      <FormSection>
        <FormText name="nome" label="Nome" placeholder="Por exemplo: Manicure" />
        <FormTextarea name="descricao" label="Descrição" optional />
      </FormSection>
      <FormActions save="Salvar cargo" cancel="/cargos" />
    </>
  );
}
