"use client";

import { useState } from "react";
import { useAtos } from "@/components/agenda/use-atos";
import { useRead } from "@/components/ui/use-read";
import { agendarAction } from "@/lib/agendamentos/actions";
import type { Impedimento } from "@/lib/domain/impedimentos";
import { escreverDiaRelativo, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { Failure } from "@/lib/domain/result";
import { enderecoDoMotivo } from "../enderecos";
import { errosDe, paraEnviar, type Erros, type Inicial, type Parte } from "./formulario";
import { ocupa } from "./Impedimentos";
import { useRascunho } from "./use-rascunho";

type MarcarOptions = {
  inicial: Inicial;
  fuso: string;
  onClose: () => void;
};

/** The booking form: its state, what stands in the way of the chosen time, and sending it. */
export function useMarcar({ inicial, fuso, onClose }: MarcarOptions) {
  const { formulario, agora, mudar, chaveDe, esquecer, ...rascunho } = useRascunho(inicial);
  const { pedir, pendente, dialogos } = useAtos(fuso);
  const [erros, setErros] = useState<Erros>({});
  const [falha, setFalha] = useState<Failure | null>(null);

  const [{ funcionarioId, inicio, servicos, duracaoMinutos } = semParte] = formulario.partes;
  const { data } = useRead<{ impedimentos: Impedimento[] }>(
    funcionarioId !== null && inicio ? enderecoDoMotivo({ funcionarioId, inicio, servicos, duracaoMinutos }) : null,
  );
  const impedimentos = data?.impedimentos ?? [];

  function mudarParte(i: number, mudanca: Partial<Parte>) {
    setFalha(null);
    mudar({ partes: formulario.partes.map((parte, j) => (i === j ? { ...parte, ...mudanca } : parte)) });
  }

  async function confirmar() {
    const achados = errosDe(formulario, agora);
    setErros(achados);
    setFalha(null);
    if (Object.keys(achados).length) return;
    const input = { ...paraEnviar(formulario), chegou: agora };
    const answer = await pedir({
      agir: ({ chave, cientes }) => agendarAction({ ...input, cientes }, chave),
      chave: chaveDe(JSON.stringify(input)),
      cientes: impedimentos.filter((um) => !ocupa(um)).map(({ chave }) => chave),
      feito: () => dizerFeito(formulario.partes, fuso, agora),
      desfaz: ({ ids, versoes }) => ({ id: ids[0]!, versao: versoes[0]! }),
      aoRecusar: (recusa) => {
        setFalha(recusa);
        setErros(recusa.fields ?? {});
      },
    });
    if (answer.ok) fechar();
  }

  function fechar() {
    esquecer();
    onClose();
  }

  return {
    ...rascunho,
    formulario,
    agora,
    mudar,
    mudarParte,
    impedimentos,
    erros,
    falha,
    confirmar,
    fechar,
    pendente,
    dialogos,
  };
}

const semParte: Parte = { funcionarioId: null, inicio: null, servicos: [], duracaoMinutos: null };

function dizerFeito([primeira]: Parte[], fuso: string, agora: boolean): string {
  const minuto = minutoDoInstante(primeira!.inicio!);
  const neste = Math.floor(Date.now() / 60_000);
  const dia = escreverDiaRelativo(relogio(minuto, fuso).dia, relogio(neste, fuso).dia);
  const quando = `${dia} às ${escreverHoraDe(minuto, fuso)}.`;
  if (!agora) return `Marcado para ${quando}`;
  return minuto > neste ? `Chegada marcada. Começa ${quando}` : "Chegada marcada.";
}
