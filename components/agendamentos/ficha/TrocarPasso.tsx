"use client";

import { useAgenda } from "@/components/agenda/use-agenda";
import type { Item } from "@/lib/agenda/queries";
import { trocarAction } from "@/lib/atendimentos/actions";
import { emAberto } from "@/lib/domain/agenda";
import { escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { PassoProps } from "./Ficha";

/** With which of the same day it changes places: time and professional of each become the other's. */
export function TrocarPasso({ detalhe, atos }: PassoProps) {
  const { janela } = useAgenda();
  const { fuso, id, versao } = detalhe;
  const { dia } = relogio(minutoDoInstante(detalhe.inicio), fuso);
  const outros = janela.itens.filter((item) => item.id !== id && emAberto(item.s) && relogio(item.i, fuso).dia === dia);
  const quemDe = ({ c, a }: Item) => c ?? a ?? "Sem nome";
  const nomeDe = (f: number) => janela.profissionais.find((um) => um.id === f)?.nome ?? "";

  const trocar = (outro: Item) =>
    atos.pedir({
      agir: ({ chave, cientes }) =>
        trocarAction({ um: { id, versao }, outro: { id: outro.id, versao: outro.v }, cientes }, chave),
      feito: `Trocado com ${quemDe(outro)}.`,
      desfaz: (trocados) => trocados.find((um) => um.id === id),
    });

  if (!outros.length) return <p>Não há outro agendamento em aberto neste dia.</p>;
  return (
    <ul aria-label="Agendamentos do dia" className="-mx-2 grid grid-cols-1">
      {outros.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            onClick={() => void trocar(item)}
            className="flex min-h-13 w-full items-center gap-3 rounded-md px-2 py-1.5 text-left -outline-offset-2 hover:bg-sunken"
          >
            <span className="w-12 shrink-0 font-medium tabular-nums">{escreverHoraDe(item.i, fuso)}</span>
            <span className="min-w-0">
              <span className="block truncate font-medium">{quemDe(item)}</span>
              <span className="block truncate text-sm text-muted">
                {item.n} com {nomeDe(item.f)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
