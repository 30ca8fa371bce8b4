import Link from "next/link";
import { Card } from "@/components/ui/card";
import { escreverHoraDe, minutoDoInstante } from "@/lib/domain/relogio";
import { contar } from "@/lib/domain/texto";
import type { SemDesfecho } from "@/lib/fechamentos/queries";

type SemDesfechoCardProps = { dia: string; fuso: string; itens: readonly SemDesfecho[] };

/** What has to be said before the day is closed: each opens its sheet on the agenda. */
export function SemDesfechoCard({ dia, fuso, itens }: SemDesfechoCardProps) {
  return (
    <Card
      title={`${contar(itens.length, "agendamento", "agendamentos")} sem desfecho`}
      hint="Antes de fechar, diga o que houve com cada um: concluído, faltou ou cancelado."
    >
      <ul className="grid grid-cols-1 divide-y">
        {itens.map(({ id, inicio, cliente, profissional, servicos }) => (
          <li key={id}>
            <Link
              href={`/agenda?dia=${dia}&abrir=${id}`}
              className="flex min-h-11 items-baseline gap-3 py-2 hover:underline"
            >
              <span className="shrink-0 font-medium tabular-nums">
                {escreverHoraDe(minutoDoInstante(inicio), fuso)}
              </span>
              <span className="min-w-0">
                <span className="block font-medium wrap-anywhere">{cliente}</span>
                <span className="block text-sm text-muted">
                  {servicos} com {profissional}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
