"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { OpcoesDoFuncionario } from "@/lib/funcionarios/queries";
import type { ServicoFeito } from "@/lib/funcionarios/schema";
import { ServicoItem } from "./ServicoItem";

export type Oferecido = OpcoesDoFuncionario["servicos"][number];
export type ErroDoServico = Partial<Record<keyof ServicoFeito, { message?: string }>> | undefined;

type ServicosDaCategoriaProps = {
  nome: string;
  servicos: Oferecido[];
  feitos: ServicoFeito[];
  erroDe: (servicoId: number) => ErroDoServico;
  /** Shown whatever the person opened or closed: they search, or there is little to show. */
  aberta: boolean;
  onMudar: (mudados: { servicoId: number; feito: ServicoFeito | null }[]) => void;
};

/** One category of services, folded until something in it is marked, and a way to mark all of it. */
export function ServicosDaCategoria({ nome, servicos, feitos, erroDe, aberta, onMudar }: ServicosDaCategoriaProps) {
  const feitoDe = (id: number) => feitos.find(({ servicoId }) => servicoId === id) ?? null;
  const marcados = servicos.filter(({ id }) => feitoDe(id)).length;
  const todos = marcados === servicos.length;
  const [abriu, setAbriu] = useState(marcados > 0);
  const obrigada = aberta || servicos.some(({ id }) => erroDe(id));

  function marcarTodos() {
    const marcado = (servicoId: number) =>
      feitoDe(servicoId) ?? { servicoId, duracaoMinutos: null, precoCentavos: null };
    onMudar(servicos.map(({ id }) => ({ servicoId: id, feito: todos ? null : marcado(id) })));
  }

  return (
    <details
      open={obrigada || abriu}
      onToggle={({ currentTarget: { open } }) => obrigada || setAbriu(open)}
      className="group/categoria rounded-md border"
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-md px-4 hover:bg-sunken/60 [&::-webkit-details-marker]:hidden">
        <span className="grow font-medium">{nome}</span>
        <span className="text-sm text-muted">
          {marcados} de {servicos.length}
        </span>
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-muted transition-transform group-open/categoria:rotate-180"
        />
      </summary>
      <div className="divide-y border-t px-4">
        {servicos.map((servico) => (
          <ServicoItem
            key={servico.id}
            servico={servico}
            feito={feitoDe(servico.id)}
            erro={erroDe(servico.id)}
            onMudar={(feito) => onMudar([{ servicoId: servico.id, feito }])}
          />
        ))}
        {servicos.length > 1 && (
          <div className="py-1.5">
            <Button variant="link" size="sm" className="-mx-3" onClick={marcarTodos}>
              {todos ? "Desmarcar todos" : "Marcar todos"}
              <span className="sr-only"> de {nome}</span>
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
