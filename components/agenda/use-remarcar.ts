"use client";

import { remarcarAction } from "@/lib/agendamentos/actions";
import type { Item } from "@/lib/agenda/queries";
import { escreverDiaRelativo, escreverHoraDe, instanteDoMinuto, relogio } from "@/lib/domain/relogio";
import { useAgenda } from "./use-agenda";
import type { useAtos } from "./use-atos";

/** Where an appointment shall be: `inicio` in minutes since the epoch. */
export type Destino = { funcionarioId: number; inicio: number; duracao: number };

/**
 * Moves an appointment at once on the screen and then on the server; what is refused goes back with the reason.
 *
 * @param pedir of `useAtos`, whose dialogs the caller shows
 */
export function useRemarcar(pedir: ReturnType<typeof useAtos>["pedir"]) {
  const { janela, hoje, recarregar, remendar } = useAgenda();
  const { fuso, profissionais } = janela;

  function dizer(item: Item, { funcionarioId, inicio, duracao }: Destino): string {
    if (inicio === item.i && funcionarioId === item.f)
      return `Agora vai até ${escreverHoraDe(inicio + duracao, fuso)}.`;
    const { dia } = relogio(inicio, fuso);
    const quando = dia === relogio(item.i, fuso).dia ? "" : `${escreverDiaRelativo(dia, hoje)}, `;
    const com = funcionarioId !== item.f && profissionais.find(({ id }) => id === funcionarioId)?.nome;
    return `Remarcado para ${quando}${escreverHoraDe(inicio, fuso)}${com ? `, com ${com}` : ""}.`;
  }

  return async (item: Item, destino: Destino) => {
    const { funcionarioId, inicio, duracao } = destino;
    if (funcionarioId === item.f && inicio === item.i && duracao === item.d) return;
    const tirar = remendar(item.id, { f: funcionarioId, i: inicio, d: duracao });
    const answer = await pedir({
      agir: ({ chave, cientes }) =>
        remarcarAction(
          {
            id: item.id,
            versao: item.v,
            cientes,
            ...(funcionarioId !== item.f && { funcionarioId }),
            ...(inicio !== item.i && { inicio: instanteDoMinuto(inicio) }),
            ...(duracao !== item.d && { duracaoMinutos: duracao }),
          },
          chave,
        ),
      feito: dizer(item, destino),
      desfaz: ({ id, versao }) => ({ id, versao }),
    });
    if (answer.ok) await recarregar();
    tirar();
  };
}
