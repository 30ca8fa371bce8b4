"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { telefoneOpcional } from "@/lib/domain/campos";
import type { Erros, Formulario } from "./formulario";

type Novo = NonNullable<Formulario["novo"]>;

type NovoClienteProps = { novo: Novo; erros: Erros; onMudar: (mudanca: Partial<Novo>) => void };

/** Name and phone of somebody who is not registered yet; what the search already knew is filled in. */
export function NovoCliente({ novo, erros, onMudar }: NovoClienteProps) {
  const [deixado, setDeixado] = useState(false);
  const lido = telefoneOpcional.safeParse(novo.telefone);
  const telefone = erros["novoCliente.telefone"] ?? (deixado ? lido.error?.issues[0]?.message : undefined);
  // What is still missing is where the person goes on.
  const [falta] = useState(novo.nome ? "telefone" : "nome");
  return (
    <div className="grid grid-cols-1 gap-4">
      <Field label="Nome do novo cliente" error={erros["novoCliente.nome"]}>
        <Input
          value={novo.nome}
          autoFocus={falta === "nome"}
          autoCapitalize="words"
          maxLength={120}
          onChange={({ target }) => onMudar({ nome: target.value })}
        />
      </Field>
      <Field label="Telefone" optional error={telefone}>
        <Input
          type="tel"
          value={novo.telefone}
          autoFocus={falta === "telefone"}
          placeholder="(11) 98765-4321"
          maxLength={40}
          onChange={({ target }) => onMudar({ telefone: target.value })}
          onBlur={() => setDeixado(true)}
        />
      </Field>
    </div>
  );
}
