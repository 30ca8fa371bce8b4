"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DurationInput, MoneyInput } from "@/components/ui/parsed-input";
import { Checkbox } from "@/components/ui/switch";
import { escreverValor } from "@/lib/domain/dinheiro";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverPreco } from "@/lib/domain/preco";
import type { ServicoFeito } from "@/lib/funcionarios/schema";
import type { ErroDoServico, Oferecido } from "./ServicosDaCategoria";

type ServicoItemProps = {
  servico: Oferecido;
  feito: ServicoFeito | null;
  erro: ErroDoServico;
  onMudar: (feito: ServicoFeito | null) => void;
};

/** One service: marked or not, and once marked, what is different with this employee. */
export function ServicoItem({ servico, feito, erro, onMudar }: ServicoItemProps) {
  const { id, nome, duracaoMinutos, precoCentavos, ativo } = servico;
  const [abriu, setAbriu] = useState(false);
  const temProprios = feito !== null && (feito.duracaoMinutos !== null || feito.precoCentavos !== null);
  const usual = [escreverMinutos(duracaoMinutos), escreverPreco(servico), !ativo && "inativo"];

  // Open while it is emptied, too: the field would vanish under the finger.
  function mudar(proprios: Partial<ServicoFeito>) {
    setAbriu(true);
    if (feito) onMudar({ ...feito, ...proprios });
  }

  return (
    <div role="group" aria-label={nome} className="py-1">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <Checkbox
          label={nome}
          hint={usual.filter(Boolean).join(", ")}
          checked={feito !== null}
          onChange={({ target: { checked } }) =>
            onMudar(checked ? { servicoId: id, duracaoMinutos: null, precoCentavos: null } : null)
          }
        />
        {feito && !abriu && !temProprios && (
          <Button variant="ghost" size="sm" className="-mx-3 text-muted max-sm:ml-5" onClick={() => setAbriu(true)}>
            Mudar tempo ou preço
            <span className="sr-only"> de {nome}</span>
          </Button>
        )}
      </div>
      {feito && (abriu || temProprios) && (
        <div className="grid grid-cols-2 items-start gap-3 pb-3 pl-8">
          <Field label="Duração própria" error={erro?.duracaoMinutos?.message}>
            <DurationInput
              value={feito.duracaoMinutos}
              onValueChange={(valor) => mudar({ duracaoMinutos: valor })}
              placeholder={escreverMinutos(duracaoMinutos)}
            />
          </Field>
          <Field label="Preço próprio" error={erro?.precoCentavos?.message}>
            <MoneyInput
              value={feito.precoCentavos}
              onValueChange={(valor) => mudar({ precoCentavos: valor })}
              placeholder={precoCentavos === null ? "0,00" : escreverValor(precoCentavos)}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
