"use client";

import Link from "next/link";
import { SituacaoBadge } from "@/components/agenda/SituacaoBadge";
import { useAgora } from "@/components/agenda/use-agora";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverDiaRelativo, escreverHoraDe } from "@/lib/domain/relogio";
import type { Hoje, Proximo } from "@/lib/inicio/queries";

type ProximosCardProps = Pick<Hoje, "proximos" | "fuso" | "hoje" | "agora">;

/** The next appointments, each with how long it is still to go; each leads to its place on the agenda. */
export function ProximosCard({ proximos, fuso, hoje, agora: doServidor }: ProximosCardProps) {
  const agora = useAgora(doServidor);
  const falta = ({ inicio, dia }: Proximo) => {
    if (dia !== hoje) return escreverDiaRelativo(dia, hoje);
    return inicio > agora ? `em ${escreverMinutos(inicio - agora)}` : "agora";
  };
  return (
    <Card title="Próximos">
      {proximos.length === 0 ? (
        <EmptyState title="Nada marcado daqui para a frente">O que for marcado aparece aqui.</EmptyState>
      ) : (
        <ul className="-m-2 grid grid-cols-1">
          {proximos.map((proximo) => (
            <li key={proximo.id}>
              <Link
                href={`/agenda?dia=${proximo.dia}&abrir=${proximo.id}`}
                prefetch={false}
                className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-x-3 gap-y-1 rounded-md p-2 hover:bg-sunken sm:grid-cols-[6rem_minmax(0,1fr)_auto]"
              >
                <span className="whitespace-nowrap">
                  <strong className="block font-semibold tabular-nums">{escreverHoraDe(proximo.inicio, fuso)}</strong>
                  <span className="text-sm text-muted">{falta(proximo)}</span>
                </span>
                <span>
                  <span className="block truncate font-medium">{proximo.cliente}</span>
                  <span className="block truncate text-sm text-muted">
                    {proximo.servicos}, {proximo.profissional}
                  </span>
                </span>
                <span className="max-sm:col-start-2">
                  <SituacaoBadge item={{ s: proximo.situacao, g: proximo.chegou ? 1 : undefined }} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
