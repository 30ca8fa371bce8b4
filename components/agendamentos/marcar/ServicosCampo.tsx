"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { fazTudo, servicosDe, type QuemFaz } from "@/lib/domain/oferta";
import type { Marcacao } from "@/lib/marcacoes/queries";
import { Erro, Secao } from "./Secao";

const PRIMEIROS = 8;

type ServicosCampoProps = {
  marcacao: Marcacao;
  /** Undefined: whoever can. */
  quem: QuemFaz | undefined;
  escolhidos: readonly number[];
  /** The client's last ones, offered first. */
  antes: readonly number[];
  onMudar: (servicos: number[]) => void;
  erro?: string;
};

/** What is to be done: one or several services, in the order in which they are tapped. */
export function ServicosCampo({ marcacao, quem, escolhidos, antes, onMudar, erro }: ServicosCampoProps) {
  const [todos, setTodos] = useState(false);
  const servicos = servicosDe(marcacao.servicos, quem, antes);
  const vistos = servicos.filter(({ id }, i) => todos || i < PRIMEIROS || escolhidos.includes(id));
  const trocar = (id: number) =>
    onMudar(escolhidos.includes(id) ? escolhidos.filter((um) => um !== id) : [...escolhidos, id]);
  // Nobody chosen yet: somebody must still be able to do all of it.
  const alguem = (id: number) => quem || marcacao.profissionais.some((um) => fazTudo(um, [...escolhidos, id]));
  return (
    <Secao titulo="Serviços">
      <Chips label="Serviços">
        {vistos.map(({ id, nome }) => (
          <Chip
            key={id}
            chosen={escolhidos.includes(id)}
            disabled={!escolhidos.includes(id) && !alguem(id)}
            onClick={() => trocar(id)}
          >
            {escolhidos.includes(id) && <Check aria-hidden />}
            <span className="truncate">{nome}</span>
          </Chip>
        ))}
        {vistos.length < servicos.length && (
          <Button variant="ghost" onClick={() => setTodos(true)}>
            mais {servicos.length - vistos.length}
          </Button>
        )}
      </Chips>
      <Erro>{erro}</Erro>
    </Secao>
  );
}
