"use client";

import { useState } from "react";
import { desfazer, useAtos, type Pedido } from "@/components/agenda/use-atos";
import { remarcarAction } from "@/lib/agendamentos/actions";
import type { RemarcarInput } from "@/lib/agendamentos/schema";
import {
  cancelarAction,
  concluirAction,
  confirmarAction,
  marcarFaltaAction,
  registrarChegadaAction,
} from "@/lib/atendimentos/actions";
import type { CancelarInput, ConcluirInput } from "@/lib/atendimentos/schema";
import type { Failure } from "@/lib/domain/result";
import { escreverHoraDe, minutoDoInstante } from "@/lib/domain/relogio";

type Registro = { id: number; versao: number };

/** What `pedir` is asked, without what every act of the sheet has in common. */
type Ato<T> = Pick<Pedido<T>, "agir" | "feito" | "outroLugar" | "desfaz">;

const comoFicou = ({ id, versao }: Registro) => ({ id, versao });

/**
 * What can be done to one appointment. Each closes the sheet, so that the toast with "Desfazer" is seen; a refusal is said
 * inside it.
 *
 * @param quem how the toast calls whom it is about @param fuso IANA zone @param reler after a refusal: it may have
 * changed since it was read
 */
export function useFichaAtos(
  { id, versao }: Registro,
  quem: string,
  fuso: string,
  onClose: () => void,
  reler?: () => void,
) {
  const { pedir, pendente, dialogos } = useAtos(fuso);
  const [falha, setFalha] = useState<Failure | null>(null);
  const registro = { id, versao };

  async function pedirFicha<T>(ato: Ato<T>) {
    setFalha(null);
    const answer = await pedir({ ...ato, aoRecusar: setFalha });
    if (answer.ok) onClose();
    else reler?.();
  }
  const fazer = <T extends Registro>(ato: Ato<T>) => pedirFicha({ desfaz: comoFicou, ...ato });

  function voltar() {
    onClose();
    void desfazer(registro);
  }

  return {
    pendente,
    dialogos,
    falha,
    /** Any other act of the sheet. */
    pedir: pedirFicha,
    confirmar: () => fazer({ agir: ({ chave }) => confirmarAction(registro, chave), feito: `${quem}: confirmado.` }),
    chegou: (chegou: boolean) =>
      fazer({
        agir: ({ chave }) => registrarChegadaAction({ ...registro, chegou }, chave),
        feito: chegou ? `${quem} chegou.` : `${quem} ainda não chegou.`,
      }),
    faltou: () => fazer({ agir: ({ chave }) => marcarFaltaAction(registro, chave), feito: `${quem} faltou.` }),
    concluir: (como: Omit<ConcluirInput, "id" | "versao">) =>
      fazer({ agir: ({ chave }) => concluirAction({ ...registro, ...como }, chave), feito: `${quem}: concluído.` }),
    cancelar: (como: Omit<CancelarInput, "id" | "versao">) =>
      fazer({ agir: ({ chave }) => cancelarAction({ ...registro, ...como }, chave), feito: `${quem}: cancelado.` }),
    /** Takes the last act back, whichever it was. */
    desfazer: voltar,
    remarcar: (para: Omit<RemarcarInput, "id" | "versao" | "cientes">) =>
      fazer({
        agir: ({ chave, cientes, lugar }) =>
          remarcarAction(
            {
              ...registro,
              ...para,
              ...(lugar && { inicio: lugar.inicio, funcionarioId: lugar.funcionarioId }),
              cientes,
            },
            chave,
          ),
        outroLugar: true,
        feito: (_, lugar) => {
          const inicio = lugar?.inicio ?? para.inicio;
          return inicio
            ? `${quem}: remarcado para ${escreverHoraDe(minutoDoInstante(inicio), fuso)}.`
            : `${quem}: mudança salva.`;
        },
      }),
  };
}

export type FichaAtos = ReturnType<typeof useFichaAtos>;
