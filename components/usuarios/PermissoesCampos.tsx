"use client";

import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FormSwitch } from "@/components/ui/form/fields";
import { Select } from "@/components/ui/select";
import { chavesPermissao, conjuntos, permissoes, type Permissao } from "@/lib/domain/permissoes";
import type { ModeloDePermissoes } from "@/lib/usuarios/queries";

/** The six switches, and ready ways to set them all: a set, or what somebody else has. */
export function PermissoesCampos({ modelos }: { modelos: ModeloDePermissoes[] }) {
  const { setValue } = useFormContext();

  function usar(ligados: readonly Permissao[]) {
    for (const chave of chavesPermissao)
      setValue(permissoes[chave].coluna, ligados.includes(chave), { shouldDirty: true });
  }

  return (
    <>
      <div role="group" aria-label="Começar de um conjunto pronto" className="flex flex-wrap gap-2">
        {Object.values(conjuntos).map((conjunto) => (
          <Button key={conjunto.rotulo} variant="secondary" onClick={() => usar(conjunto.permissoes)}>
            {conjunto.rotulo}
          </Button>
        ))}
        {modelos.length > 0 && (
          <Select
            aria-label="Copiar de outro usuário"
            value=""
            empty="Copiar de…"
            options={modelos.map(({ id, nome }) => ({ value: String(id), label: nome }))}
            onChange={({ target }) => usar(modelos.find(({ id }) => String(id) === target.value)?.permissoes ?? [])}
            className="min-w-40"
          />
        )}
      </div>
      <div className="grid divide-y">
        {chavesPermissao.map((chave) => (
          <FormSwitch key={chave} name={permissoes[chave].coluna} label={permissoes[chave].rotulo} />
        ))}
      </div>
    </>
  );
}
