import { CalendarArrowUp, CalendarPlus, CalendarX2, Undo2, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { escreverInstante } from "@/lib/domain/instantes";
import { minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { Novidade, TipoDeNovidade } from "@/lib/novidades/queries";

const icones: Record<TipoDeNovidade, LucideIcon> = {
  marcado: CalendarPlus,
  movido: CalendarArrowUp,
  cancelado: CalendarX2,
  desfeito: Undo2,
};

type NovidadesListaProps = {
  novidades: readonly Novidade[];
  /** IANA zone. */
  fuso: string;
};

/** What happened to which appointment and by whom; each leads to it. */
export function NovidadesLista({ novidades, fuso }: NovidadesListaProps) {
  return (
    <ul className="divide-y rounded-lg border bg-surface">
      {novidades.map((novidade) => (
        <li key={`${novidade.agendamento.id} ${novidade.quando} ${novidade.ato}`}>
          <Linha novidade={novidade} fuso={fuso} />
        </li>
      ))}
    </ul>
  );
}

function Linha({ novidade, fuso }: { novidade: Novidade; fuso: string }) {
  const { tipo, quem, quando, rotulo, mudancas, agendamento } = novidade;
  const { id, inicio, cliente, atendido, profissional, servicos } = agendamento;
  const Icon = icones[tipo];
  const { dia } = relogio(minutoDoInstante(inicio), fuso);
  return (
    <Link
      href={`/agenda?dia=${dia}&abrir=${id}`}
      prefetch={false}
      className="flex gap-3 px-4 py-3 -outline-offset-2 hover:bg-sunken"
    >
      <span className="mt-0.5 grid size-9 shrink-0 place-items-center rounded-full bg-brand-soft text-brand-text">
        <Icon aria-hidden className="size-4.5" />
      </span>
      <span className="grid min-w-0 grow gap-0.5 wrap-anywhere">
        <span className="flex flex-wrap justify-between gap-x-4">
          <strong className="font-semibold">{atendido ?? cliente ?? "Sem nome"}</strong>
          <span className="text-sm text-muted">{escreverInstante(quando, fuso)}</span>
        </span>
        <span>
          {servicos}, {profissional}, {escreverInstante(inicio, fuso)}
        </span>
        <span className="text-sm text-muted">
          {quem}: {rotulo.toLowerCase()}
          {tipo === "movido" &&
            mudancas.map(({ campo, antes, depois }) => (
              <span key={campo} className="block">
                {campo}: {antes ?? "vazio"} → {depois ?? "vazio"}
              </span>
            ))}
        </span>
      </span>
    </Link>
  );
}
